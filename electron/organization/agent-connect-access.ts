import { failed, type Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { type Clock, type Connection, DEADLINE, learnedBefore } from '../agent-connect/client/connection.ts';
import type { CredentialStore } from '../agent-connect/credentials/credential-store.ts';
import { addressOf } from './address-of.ts';
import type { OrganizationStore } from './organization-store.ts';

/** How a host reaches Agent Connect. */
export interface AgentConnectAccess {
  /** Node's behind the environment's proxies, or Electron's. */
  readonly fetch: Result<Connection['fetch'], Failure>;
  readonly clock: Clock;
  readonly credentials: CredentialStore;
  /** Whether the host was started with `--allow-test-server`. */
  readonly testServers: boolean;
  /** Whether the process was told not to look at certificates, so that nothing may be sent. */
  readonly weakTls: boolean;
}

/** What credentials are bound to: an address has one pair for tests and another for production. */
export function purposeOf({ host, environment }: Pick<Organization, 'host' | 'environment'>): string {
  return `${environment} ${host}`;
}

/** The connection of an organization, which remembers how the token has to be sent. Nothing is sent yet. */
export async function connect(
  access: AgentConnectAccess,
  organization: Organization,
  organizations: Pick<OrganizationStore, 'rememberTokenForm'>,
): Promise<Result<Connection, Failure>> {
  if ('testServer' in organization.address && !access.testServers)
    return failure(failed('organization.noTestServer', {}));
  if (access.weakTls) return failure(failed('connect.weakTls', {}));
  const address = addressOf(organization.address);
  if (!address.ok) return address;
  const found = await access.credentials.get(purposeOf(organization));
  if (!found.ok) return found;
  if (found.value === null) return failure(failed('credentials.none', { name: organization.name }));
  const { fetch, clock } = access;
  if (!fetch.ok) return fetch;
  return success({
    address: address.value,
    credentials: found.value,
    fetch: fetch.value,
    clock,
    learned: learnedBefore(organization.tokenForm ?? null),
    onTokenForm: (form) => void organizations.rememberTokenForm(organization.id, form),
    deadline: DEADLINE,
  });
}
