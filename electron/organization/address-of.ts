import type { Failure } from '../../shared/failures/failures.ts';
import type { OrganizationAddress } from '../../shared/organization/organization.ts';
import type { Result } from '../../shared/failures/result.ts';
import { type Address, addressOfSubdomain, addressOfTestServer } from '../agent-connect/client/address.ts';

/** Where an organization's Agent Connect answers; fails with `connect.badSubdomain` or `connect.badBaseUrl`. */
export function addressOf(address: OrganizationAddress): Result<Address, Failure> {
  return 'subdomain' in address
    ? addressOfSubdomain(address.subdomain)
    : addressOfTestServer(address.testServer);
}
