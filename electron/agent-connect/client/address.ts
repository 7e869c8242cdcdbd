import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';

/** Where an organization's Agent Connect answers. Only `addressOf…` makes one. */
export interface Address {
  /** Scheme, name and port. */
  readonly origin: string;
  /** Name and port, for sentences. */
  readonly host: string;
  /** Null for a test server. */
  readonly subdomain: string | null;
}

/** A label of a host name (RFC 1123, 2.1). */
const SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The address of an organization, which has TLS and no port. */
export function addressOfSubdomain(subdomain: string): Result<Address, Failure> {
  if (!SUBDOMAIN.test(subdomain)) return failure(failed('connect.badSubdomain', { subdomain }));
  const host = `${subdomain}.api.stellaconnect.net`;
  return success({ origin: `https://${host}`, host, subdomain });
}

/** The address of a test server, which must be on this computer: nothing but scheme, name and port. */
export function addressOfTestServer(url: string): Result<Address, Failure> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const plain =
    parsed !== null &&
    /^https?:$/.test(parsed.protocol) &&
    LOOPBACK.test(parsed.hostname) &&
    `${parsed.username}${parsed.password}${parsed.search}${parsed.hash}` === '' &&
    parsed.pathname === '/';
  if (!plain) return failure(failed('connect.badBaseUrl', { url: withoutUser(url) }));
  return success({ origin: parsed.origin, host: parsed.host, subdomain: null });
}

/** An address as it may be shown: someone may have written a password into it. */
function withoutUser(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//…@');
}

/**
 * The path of one person by email address or employee ID. `.` and `..` are refused, as a path is walked up by them however
 * they are encoded, and so are half characters and nothing at all, which no path can hold.
 */
export function personPath(id: string): Result<string, Failure> {
  const nameable = id !== '' && id !== '.' && id !== '..' && id.isWellFormed();
  return nameable
    ? success(`/v2/employees/${encodeURIComponent(id)}`)
    : failure(failed('connect.unnameable', { id: id.toWellFormed() }));
}
