import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';

/** What proves to Agent Connect who asks. Never in a failure, a log or a file. */
export interface Credentials {
  readonly key: string;
  readonly secret: string;
}

/** The names under which the command line finds them. */
const KEY = 'ROLLCALL_API_KEY';
const SECRET = 'ROLLCALL_API_SECRET';

/** Printable ASCII without spaces: anything else is a slip, and could not be sent in a header. */
const SENDABLE = /^[!-~]+$/;

/** The key and the secret of an environment; what stands around them (a line break of a file) is left out. */
export function readCredentials(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Credentials, Failure> {
  if (isTlsWeak(environment)) return failure(failed('connect.weakTls', {}));
  const [key, secret] = [environment[KEY]?.trim() ?? '', environment[SECRET]?.trim() ?? ''];
  const missing = [...(key === '' ? [KEY] : []), ...(secret === '' ? [SECRET] : [])];
  if (missing[0] !== undefined) return failure(failed('connect.noCredentials', { missing: missing[0] }));
  return checkCredentials({ key, secret }, { key: KEY, secret: SECRET });
}

/** Whether Node was told, by its own switch, not to look at certificates: anybody could be Agent Connect then. */
export function isTlsWeak(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
}

/** Credentials that can be sent; `names` are what the failure calls them. */
export function checkCredentials(
  { key, secret }: Credentials,
  names: Credentials = { key: 'The API key', secret: 'The API secret' },
): Result<Credentials, Failure> {
  const given = { key: key.trim(), secret: secret.trim() };
  if (!SENDABLE.test(given.key)) return failure(failed('connect.badCredentials', { which: names.key }));
  if (!SENDABLE.test(given.secret)) return failure(failed('connect.badCredentials', { which: names.secret }));
  return success(given);
}
