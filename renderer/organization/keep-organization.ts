import type { Failure } from '../../shared/failures/failures.ts';
import type { Organization, OrganizationDetails } from '../../shared/organization/organization.ts';
import { EMPTY_PROFILE } from '../../shared/organization/profile.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { loadProfile } from './profile.ts';
import { loadTeam, settleAfter } from './load-team.ts';
import { chosenOrganization } from './organizations.ts';

/** Takes up the organizations that the host keeps, and the profile and current team of the one chosen last. */
export function loadOrganizations(session: Session): Promise<void> {
  return settleAfter(session, load(session));
}

async function load(session: Session): Promise<void> {
  const listed = await session.host.call('organization.list', {});
  if (!listed.ok) return;
  const { organizations: all, chosen, testServers, setAside } = listed.value;
  if (setAside) sayDone(session, SET_ASIDE);
  const isThere = all.some(({ id }) => id === chosen);
  changeOrganizations(session, { all, testServers, chosen: isThere ? chosen : null });
  await loadKnown(session);
}

const SET_ASIDE =
  'What was kept of an organization cannot be read any more. It is set aside on this computer; add the organization again.';

/** Takes up all that is kept of the chosen organization. */
async function loadKnown(session: Session): Promise<void> {
  await Promise.all([loadProfile(session), loadTeam(session)]);
}

/** Works with another organization, or with none, from now on and at the next start. */
export function chooseOrganization(session: Session, id: string | null): void {
  if (session.store.getState().organizations.chosen === id) return;
  changeOrganizations(session, { chosen: id, known: null, profile: EMPTY_PROFILE, trouble: null });
  void settleAfter(session, loadKnown(session));
  // A choice that cannot be kept lasts for this start.
  void session.host.call('organization.choose', { organization: id });
}

/** Keeps a new organization, and works with it, or keeps what was changed of one. */
export async function saveOrganization(
  session: Session,
  id: string | null,
  details: OrganizationDetails,
): Promise<Result<Organization, Failure>> {
  const saved = await session.host.call('organization.save', { id, details });
  if (!saved.ok) return saved;
  const { organization } = saved.value;
  takeUp(session, organization);
  if (id === null) chooseOrganization(session, organization.id);
  return success(organization);
}

/** Removes an organization with its profile, current team, key and secret. */
export async function removeOrganization(session: Session, id: string): Promise<Result<null, Failure>> {
  const removed = await session.host.call('organization.remove', { organization: id });
  if (!removed.ok) return removed;
  const { all, chosen } = session.store.getState().organizations;
  if (chosen === id) chooseOrganization(session, null);
  changeOrganizations(session, { all: all.filter((one) => one.id !== id) });
  return success(null);
}

/** Shows an organization as the host has it now; where its current team is another, that is read. */
export function takeUp(session: Session, organization: Organization): void {
  const { organizations } = session.store.getState();
  const before = chosenOrganization(organizations)?.team ?? null;
  const others = organizations.all.filter(({ id }) => id !== organization.id);
  const all = [...others, organization].sort((a, b) => a.name.localeCompare(b.name));
  changeOrganizations(session, { all });
  const isOther = JSON.stringify(before) !== JSON.stringify(organization.team);
  if (organizations.chosen === organization.id && isOther) void loadTeam(session);
}
