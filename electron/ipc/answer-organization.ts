import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { type AgentConnectAccess, connect, purposeOf } from '../organization/agent-connect-access.ts';
import { testConnection } from '../agent-connect/client/employee-list.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { Handlers } from './door.ts';

interface Rooms {
  readonly organizations: OrganizationStore;
  readonly access: AgentConnectAccess;
  /** Aborts when the window is gone. */
  readonly signal: AbortSignal;
}

/** Answers the calls about organizations, their keys and connections. */
export function answerOrganization({
  organizations,
  access,
  signal,
}: Rooms): Handlers<
  | `organization.${'list' | 'save' | 'remove' | 'choose'}`
  | `credentials.${'state' | 'set' | 'forget'}`
  | 'connection.test'
> {
  const { credentials, testServers } = access;
  return {
    'organization.list': async () => {
      const [all, chosen] = [await organizations.list(), await organizations.chosen()];
      return success({ organizations: all, chosen, testServers, setAside: organizations.hasSetAside });
    },
    'organization.save': async ({ id, details }) => {
      if ('testServer' in details.address && !testServers)
        return failure(failed('organization.noTestServer', {}));
      const saved = await organizations.save(id, details);
      return saved.ok ? success({ organization: saved.value }) : saved;
    },
    'organization.remove': async ({ organization: id }) => {
      const found = await organizations.get(id);
      // One that is gone already needs no removing.
      if (!found.ok) return success({});
      const forgotten = await credentials.forget(purposeOf(found.value));
      const removed = forgotten.ok ? await organizations.remove(id) : forgotten;
      return removed.ok ? success({}) : removed;
    },
    'organization.choose': async ({ organization: id }) => {
      const chosen = await organizations.choose(id);
      return chosen.ok ? success({}) : chosen;
    },
    'credentials.state': async ({ organization: id }) => {
      const found = await organizations.get(id);
      return found.ok ? success(await credentials.state(purposeOf(found.value))) : found;
    },
    'credentials.set': async ({ organization: id, key, secret }) => {
      const found = await organizations.get(id);
      return found.ok ? credentials.set(purposeOf(found.value), { key, secret }) : found;
    },
    'credentials.forget': async ({ organization: id }) => {
      const found = await organizations.get(id);
      return found.ok ? credentials.forget(purposeOf(found.value)) : found;
    },
    'connection.test': async ({ organization: id }) => {
      const found = await organizations.get(id);
      if (!found.ok) return found;
      const connection = await connect(access, found.value, organizations);
      if (!connection.ok) return connection;
      const tested = await testConnection(connection.value, signal);
      return tested.ok ? success({ host: found.value.host, ...tested.value }) : tested;
    },
  };
}
