import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { addressOfSubdomain } from './client/address.ts';

/** The address of an organization's Agent Connect for people; fails with `connect.badSubdomain`. */
export function pageOfSubdomain(subdomain: string): Result<string, Failure> {
  const address = addressOfSubdomain(subdomain);
  return address.ok ? success(`https://${subdomain}.stellaconnect.net/`) : address;
}
