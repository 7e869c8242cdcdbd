import { failed, type Failure } from '../../shared/failures.ts';
import { failure, type Result } from '../../shared/result.ts';
import type { UploadHead } from '../../shared/upload/orders/upload-head.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { keyFingerprint } from '../agent-connect/credentials/key-fingerprint.ts';
import { type AgentConnectAccess, connect } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';

/**
 * The connection to go on with an upload: of the organizations at its address, test and production among them, the one
 * that has its key. Where none has, that of the first, or why there is none.
 */
export async function connectAgain(
  organizations: OrganizationStore,
  access: AgentConnectAccess,
  { name, host, key }: UploadHead,
): Promise<Result<Connection, Failure>> {
  let first: Result<Connection, Failure> | null = null;
  for (const organization of await organizations.list()) {
    if (organization.host !== host) continue;
    const connection = await connect(access, organization, organizations);
    if (connection.ok && keyFingerprint(connection.value.credentials.key) === key) return connection;
    if (first?.ok !== true) first = connection;
  }
  return first ?? failure(failed('run.noOrganization', { name, host }));
}
