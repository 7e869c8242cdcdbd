import { EnvHttpProxyAgent, fetch as fetchByUndici } from 'undici';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { Connection } from './connection.ts';

/** A test server on this computer is never behind a proxy. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Node's own `fetch`, but through the company's proxy where the environment names one (`HTTPS_PROXY`, `HTTP_PROXY` and
 * `NO_PROXY`, in capitals or not), which Node 20 leaves aside. Electron's knows the system's proxies by itself.
 */
export function proxiedFetch(environment: Environment): Result<Connection['fetch'], Failure> {
  const told = (name: string): string => (environment[name] ?? environment[name.toUpperCase()] ?? '').trim();
  const [http, https, none] = [told('http_proxy'), told('https_proxy'), told('no_proxy')];
  const wrong = [http, https].find((address) => address !== '' && !isProxy(address));
  if (wrong !== undefined) return failure(failed('connect.badProxy', { address: withoutUser(wrong) }));
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: http,
    httpsProxy: https,
    noProxy: none === '*' ? none : [none, ...LOOPBACK].join(','),
  });
  return success(async (address, options) => {
    const answer = await fetchByUndici(address, { ...options, dispatcher });
    // Node's own Response is this very class; only the two descriptions of its body's stream differ.
    return answer as unknown as Response;
  });
}

function isProxy(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** An address as it may be shown: a proxy's often has a user's name and password in it. */
function withoutUser(address: string): string {
  return address.replace(/[^/]*@/, '…@').slice(0, 100);
}
