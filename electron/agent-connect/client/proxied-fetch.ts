import * as tls from 'node:tls';
import type { EnvHttpProxyAgent } from 'undici';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { Connection } from './connection.ts';

/** A test server on this computer is never behind a proxy. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Node's own `fetch`, but through the company's proxy where the environment names one (`HTTPS_PROXY`, `HTTP_PROXY` and
 * `NO_PROXY`, in capitals or not), which Node 20 leaves aside; and trusting whom the system trusts, such as a company's
 * proxy that inspects connections. Electron's knows the system's proxies and certificates by itself.
 */
export function proxiedFetch(
  environment: Environment,
  trusted: () => readonly string[] | null = trustedCertificates,
): Result<Connection['fetch'], Failure> {
  const told = (name: string): string => (environment[name] ?? environment[name.toUpperCase()] ?? '').trim();
  const [http, https, none] = [told('http_proxy'), told('https_proxy'), told('no_proxy')];
  const wrong = [http, https].find((address) => address !== '' && !isProxy(address));
  if (wrong !== undefined) return failure(failed('connect.badProxy', { address: withoutUser(wrong) }));
  const noProxy = none === '*' ? none : [none, ...LOOPBACK].join(',');
  let dispatcher: EnvHttpProxyAgent | null = null;
  return success(async (address, options) => {
    // Only now, as loading the package and reading the system's certificates take a moment that no start should pay.
    const { EnvHttpProxyAgent, fetch: fetchByUndici } = await import('undici');
    dispatcher ??= new EnvHttpProxyAgent({
      httpProxy: http,
      httpsProxy: https,
      noProxy,
      ...tlsOf(trusted()),
    });
    const answer = await fetchByUndici(address, { ...options, dispatcher });
    // Node's own Response is this very class; only the two descriptions of its body's stream differ.
    return answer as unknown as Response;
  });
}

/** Node 22.15 and newer; the types are of Node 20. */
const certificatesOfNode: typeof tls & {
  getCACertificates?: (of: 'default' | 'system') => string[];
} = tls;

/** Node's own list, with what NODE_EXTRA_CA_CERTS names, and the system's; null where this Node cannot read that. */
function trustedCertificates(): readonly string[] | null {
  const { getCACertificates } = certificatesOfNode;
  return getCACertificates === undefined
    ? null
    : [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}

/** For a connection without a proxy, through one, and to one. */
function tlsOf(
  trusted: readonly string[] | null,
): Pick<EnvHttpProxyAgent.Options, 'connect' | 'requestTls' | 'proxyTls'> {
  if (trusted === null) return {};
  const trust = { ca: [...trusted] };
  return { connect: trust, requestTls: trust, proxyTls: trust };
}

function isProxy(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** An address as it may be shown: a proxy's often has a user's name and password in it. */
function withoutUser(address: string): string {
  return address.replace(/[^/]*@/, '…@').slice(0, 100);
}
