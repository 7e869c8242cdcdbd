import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { reasonOf } from '../../system/file-failures.ts';

/** What a person is told, and what reading goes by. */
interface Reason {
  readonly failure: Failure;
  /** Whether the same request may do better later: it met a limit, a fault of the server, or the network's. */
  readonly passing: boolean;
  /** Milliseconds that the server asks to wait; null where it does not say. */
  readonly retryAfter: number | null;
}

/**
 * What became of the request, which is what writing goes by: all but `unknown` surely did nothing. `neverSent`: there was
 * no connection to send it on, whatever the reason. `busy`: 429. `forbidden`: the key, the secret or the clock.
 * `notAccepted`: any other 4xx, with the server's words as they may be shown; its status is null where the request was
 * one that cannot be made, or where the answer belongs to this person alone. `unknown`: it left, and nothing that came
 * says what it did; `said` are the words of an answer that came as one of success, empty where it had none, and there is
 * no `said` where no such answer came.
 */
type Fate =
  | { readonly kind: 'neverSent' | 'busy' | 'forbidden' }
  | { readonly kind: 'unknown'; readonly said?: string }
  | { readonly kind: 'notAccepted'; readonly status: number | null; readonly words: string };

/** Why a request came to nothing. */
export type Refusal = Reason & Fate;

/** A refusal that stays what it is. */
export function lasting(failure: Failure, fate: Fate): Refusal {
  return { failure, passing: false, retryAfter: null, ...fate };
}

/** A refusal that may pass. */
export function passing(failure: Failure, fate: Fate, retryAfter: number | null = null): Refusal {
  return { failure, passing: true, retryAfter, ...fate };
}

/** A request of which nobody knows what it did. */
export const UNKNOWN: Fate = { kind: 'unknown' };

/** A request that did not leave this computer. */
export const NEVER_SENT: Fate = { kind: 'neverSent' };

/**
 * The refusal of an answer that is none of Agent Connect's; `what` says why, without what stands in it, and `said` are its
 * words as they may be shown.
 */
export function unreadable(host: string, what: string, said = ''): Refusal {
  const facts = { host, what: said === '' ? what : `${what}: “${said}”` };
  return lasting(failed('connect.unreadable', facts), { kind: 'unknown', said });
}

/** The refusal of a request that cannot be made, or whose answer is unusable for one person, which is theirs alone. */
export function notAsked(failure: Failure): Refusal {
  return lasting(failure, { kind: 'notAccepted', status: null, words: '' });
}

/** No such name, and nobody who listens: for reading that is for a person to mend, not to wait for. */
const NO_SUCH_HOST = new Set(['ENOTFOUND', 'ERR_NAME_NOT_RESOLVED']);
const NOBODY_LISTENS = new Set(['ECONNREFUSED', 'ERR_CONNECTION_REFUSED']);
/** The name could not be looked up just now. */
const NO_ANSWER_ABOUT_HOST = 'EAI_AGAIN';
const NO_CONNECTION_IN_TIME = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ERR_CONNECTION_TIMED_OUT']);
const SLOW = new Set(['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ERR_TIMED_OUT']);

/** What Electron's fetch says where there was no connection to send anything on. */
const NOT_CONNECTED =
  /^ERR_(?:INTERNET_DISCONNECTED|ADDRESS_(?:UNREACHABLE|INVALID)|CONNECTION_FAILED|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED)$/;

/** A certificate that nobody vouches for: Node's codes, OpenSSL's and Electron's. It is looked at before anything is sent. */
const BAD_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/;
/** A handshake that failed; a connection that stood for long can end so, too. */
const BAD_HANDSHAKE = /^ERR_(?:TLS|SSL)|^EPROTO$/;

/** What undici throws, two causes deep, where a proxy answered something else than that the way is free. */
const NO_WAY_THROUGH = /^Proxy response \((\d{3})\)/;

/** What Electron's fetch says of a redirection that it was told not to follow; where to, it does not. */
const REDIRECTED = 'Redirect was cancelled';

/** The calls of the system that come before the first byte. */
const CONNECTING: ReadonlySet<unknown> = new Set(['getaddrinfo', 'connect']);

/** Why no answer came, from what `fetch` threw; `deadline` is in milliseconds. */
export function refusalOfError(error: unknown, host: string, deadline: number): Refusal {
  // Node's fetch throws “fetch failed” and keeps what happened as the cause; Electron's has it in the message.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = reasonOf(cause).replace(/^net::/, '');
  const slow = failed('connect.timedOut', { host, seconds: deadline / 1000 });
  const unreachable = failed('connect.unreachable', { host, reason: reason.slice(0, 100) });
  const proxy = statusOfProxy(cause);
  if (proxy !== null) return lasting(failed('connect.proxyRefused', { host, status: proxy }), NEVER_SENT);
  if (NO_SUCH_HOST.has(reason)) return lasting(failed('connect.noSuchHost', { host }), NEVER_SENT);
  if (reason === NO_ANSWER_ABOUT_HOST) return passing(failed('connect.noSuchHost', { host }), NEVER_SENT);
  if (NOBODY_LISTENS.has(reason)) return lasting(unreachable, NEVER_SENT);
  if (NO_CONNECTION_IN_TIME.has(reason)) return passing(slow, NEVER_SENT);
  if (reason === REDIRECTED)
    return lasting(failed('connect.redirected', { host, status: null, to: '' }), UNKNOWN);
  const fate = NOT_CONNECTED.test(reason) || isConnecting(cause) ? NEVER_SENT : UNKNOWN;
  if (SLOW.has(reason)) return passing(slow, fate);
  if (BAD_CERTIFICATE.test(reason))
    return lasting(failed('connect.notTrusted', { host, reason }), NEVER_SENT);
  if (BAD_HANDSHAKE.test(reason)) return lasting(failed('connect.notTrusted', { host, reason }), UNKNOWN);
  return passing(unreachable, fate);
}

/** The status with which a proxy refused to let the request through; null where none did. */
function statusOfProxy(error: unknown): number | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const status = cause instanceof Error ? NO_WAY_THROUGH.exec(cause.message)?.[1] : undefined;
  return status === undefined ? null : Number(status);
}

/** Whether an error of the system is of connecting; of a host with several addresses, to each of them. */
function isConnecting(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isConnecting);
  return error instanceof Error && 'syscall' in error && CONNECTING.has(error.syscall);
}
