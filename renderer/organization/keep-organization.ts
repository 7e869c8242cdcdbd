import type { Session } from '../session/session.ts';
import { loadTeam, settleAfter } from './load-team.ts';
import type { Organizations } from './organizations.ts';

/** Takes up the organizations that the host keeps, and the current team of the one chosen last. */
export function loadOrganizations(session: Session): Promise<void> {
  return settleAfter(session, load(session));
}

async function load(session: Session): Promise<void> {
  const listed = await session.host.call('organization.list', {});
  if (!listed.ok) return;
  const { organizations: all, chosen, testServers } = listed.value;
  change(session, { all, testServers, chosen: all.some(({ id }) => id === chosen) ? chosen : null });
  await loadTeam(session);
}

function change({ store }: Session, changes: Partial<Organizations>): void {
  store.setState({ organizations: { ...store.getState().organizations, ...changes } });
}
