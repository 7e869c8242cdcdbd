import { failed, type Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { UploadHead } from '../../shared/upload/orders/upload-head.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { keyFingerprint } from '../agent-connect/credentials/key-fingerprint.ts';
import { type AgentConnectAccess, connect } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';

/** A connection, and which of an address's two organizations it is for. */
interface FoundConnection {
  readonly connection: Connection;
  readonly environment: Organization['environment'];
}

/**
 * The connection to go on with an upload: of the organizations at its address, test and production among them, the one
 * that has its key. Where none has, that of the first, or why there is none.
 */
export async function connectAgain(
  organizations: OrganizationStore,
  access: AgentConnectAccess,
  { name, host, key }: UploadHead,
): Promise<Result<FoundConnection, Failure>> {
  let first: Result<FoundConnection, Failure> | null = null;
  for (const organization of await organizations.list()) {
    if (organization.host !== host) continue;
    const connection = await connect(access, organization, organizations);
    const { environment } = organization;
    const found = connection.ok ? success({ connection: connection.value, environment }) : connection;
    if (found.ok && keyFingerprint(found.value.connection.credentials.key) === key) return found;
    if (first?.ok !== true) first = found;
  }
  return first ?? failure(failed('run.noOrganization', { name, host }));
}
