import { failed } from '../../../shared/failures/failures.ts';
import type { Connection } from './connection.ts';
import { lasting, NEVER_SENT, passing, type Refusal, UNKNOWN } from './refusal.ts';
import { retryAfterOf } from './retry.ts';
import { shownWords } from './server-words.ts';

const MINUTE = 60_000;

/** A clock that is this far off is worth a word, in milliseconds: tokens are good for some minutes. */
const NOTABLE_SKEW = MINUTE;

/** A network's own sign-in page (RFC 6585, 6). */
const SIGN_IN_NEEDED = 511;

/** A proxy asks for a name and a password, and passes nothing on; Electron's `net.fetch` hands it over as an answer. */
const PROXY_PASSWORD_NEEDED = 407;

/** An answer without its body. */
type Head = Pick<Response, 'status' | 'headers'>;

/** A server that did not get the whole request in time says so; what stands before it may say so of the server. */
const REQUEST_TIMEOUT = 408;

/** What of a request matters to its refusal: `hidden` are texts that no words may show. */
interface Asked {
  readonly method: string;
  readonly hidden?: readonly string[];
}

/** Why an answer is none that was asked for; null where it is one. */
export function refusalOfAnswer(
  head: Head,
  body: string,
  connection: Connection,
  { method, hidden = [] }: Asked,
): Refusal | null {
  const { status } = head;
  if (status === PROXY_PASSWORD_NEEDED)
    return lasting(failed('connect.proxyRefused', { host: connection.address.host, status }), NEVER_SENT);
  const webPage = isWebPage(head, body);
  // A server that has answered in JSON says itself that somebody is not there, whatever that looks like.
  const isItsOwn = status === 404 && connection.learned.answersJson;
  if (webPage && isNetworksOwn(status) && !isItsOwn)
    return lasting(failed('connect.webPage', { host: connection.address.host, status }), UNKNOWN);
  if (status < 300) return null;
  // A load balancer's page says nothing that a person could use, and that nobody is there is often just what was asked.
  const saysNothing = webPage || (status === 404 && method === 'GET');
  const { key, secret } = connection.credentials;
  return refusalOfStatus(head, saysNothing ? '' : shownWords(body, [key, secret, ...hidden]), connection);
}

function refusalOfStatus(head: Head, words: string, connection: Connection): Refusal {
  const { status } = head;
  const { host } = connection.address;
  if (status < 400)
    return lasting(failed('connect.redirected', { host, status, to: placeOf(head) }), UNKNOWN);
  if (status === 429)
    return passing(failed('connect.busy', { host, minutes: 0 }), { kind: 'busy' }, waitOf(head, connection));
  if (status >= 500 || status === REQUEST_TIMEOUT)
    return passing(
      failed('connect.serverFailed', { host, status, words }),
      UNKNOWN,
      waitOf(head, connection),
    );
  if (status === 401 || status === 403) {
    const facts = { host, status, words, minutesAhead: minutesAhead(head, connection) };
    return lasting(failed('connect.forbidden', facts), { kind: 'forbidden' });
  }
  const why =
    status === 404
      ? failed('connect.notFound', { host })
      : failed('connect.notAccepted', { host, status, words });
  return lasting(why, { kind: 'notAccepted', status, words });
}

/** Whether a web page with this status is likely the network's, not that of a server which is busy or has failed. */
function isNetworksOwn(status: number): boolean {
  return status < 300 || status === SIGN_IN_NEEDED || (status >= 400 && status < 500 && status !== 429);
}

function isWebPage({ headers }: Head, body: string): boolean {
  return (
    /\bhtml\b/i.test(headers.get('content-type') ?? '') ||
    /^\s{0,100}<(?:!doctype|html)/i.test(body.slice(0, 200))
  );
}

/** The host to which a redirection points, without what may be in its path. */
function placeOf({ headers }: Head): string {
  const location = headers.get('location') ?? '';
  return URL.canParse(location) ? new URL(location).host : '';
}

/** Whole minutes by which this computer's clock is ahead of the server's `Date`; 0 where it is about right or not told. */
function minutesAhead({ headers }: Head, { clock }: Connection): number {
  const skew = clock.now() - Date.parse(headers.get('date') ?? '');
  return Math.abs(skew) >= NOTABLE_SKEW ? Math.round(skew / MINUTE) : 0;
}

/** Milliseconds that the server asks to wait; null where it does not. */
function waitOf({ headers }: Head, { clock }: Connection): number | null {
  return retryAfterOf(headers.get('retry-after') ?? '', headers.get('date') ?? '', clock.now());
}
