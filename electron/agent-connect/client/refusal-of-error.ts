import { failed } from '../../../shared/failures.ts';
import { reasonOf } from '../../files/system-error.ts';
import { lasting, passing, type Refusal } from './refusal.ts';

/** No such name, and nobody who listens: for reading that is for a person to mend, not to wait for. */
const NO_SUCH_HOST = 'ENOTFOUND';
const NOBODY_LISTENS = 'ECONNREFUSED';
/** The name could not be looked up just now. */
const NO_ANSWER_ABOUT_HOST = 'EAI_AGAIN';
const SLOW = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** OpenSSL's and Node's codes for a certificate or a handshake that cannot be trusted. */
const NOT_TRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(?:TLS|SSL)|^EPROTO$|HOSTNAME_MISMATCH/;

/** Why no answer came, from what `fetch` threw; `deadline` is in milliseconds. */
export function refusalOfError(error: unknown, host: string, deadline: number): Refusal {
  // Node's fetch throws “fetch failed” and keeps what happened as the cause.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = reasonOf(cause);
  if (reason === NO_SUCH_HOST) return lasting(failed('connect.noSuchHost', { host }));
  if (reason === NO_ANSWER_ABOUT_HOST) return passing(failed('connect.noSuchHost', { host }));
  if (reason === NOBODY_LISTENS) return lasting(failed('connect.unreachable', { host, reason }));
  if (SLOW.has(reason)) return passing(failed('connect.timedOut', { host, seconds: deadline / 1000 }));
  if (NOT_TRUSTED.test(reason)) return lasting(failed('connect.notTrusted', { host, reason }));
  return passing(failed('connect.unreachable', { host, reason: reason.slice(0, 100) }));
}
