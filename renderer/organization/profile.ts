import { failed, type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { EMPTY_PROFILE, fitProfile, type OrganizationProfile } from '../../shared/organization/profile.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { situationOf } from '../app/session/situation.ts';
import { changeOrganizations } from './change-organizations.ts';

/** The profile that is read or was read last. */
const loading = new WeakMap<Session, Promise<void>>();

/** Settles when the profile that was last asked for is there. */
export async function profileLoaded(session: Session): Promise<void> {
  await loading.get(session);
}

/** Takes up the profile of the chosen organization, or of none, as the host keeps it. */
export function loadProfile(session: Session): Promise<void> {
  const work = Promise.all([load(session), loadMappings(session)]).then(() => undefined);
  loading.set(session, work);
  return work;
}

async function load(session: Session): Promise<void> {
  const { chosen } = session.store.getState().organizations;
  const read = await session.host.call('profile.read', { organization: chosen });
  if (session.store.getState().organizations.chosen !== chosen) return;
  if (!read.ok) sayDone(session, failureSentence(read.failure, situationOf(session)));
  else if (read.value.setAside) sayDone(session, SET_ASIDE);
  const profile = read.ok ? read.value.profile : EMPTY_PROFILE;
  changeOrganizations(session, { profile, ...(chosen === null && { mappings: profile.mappings }) });
}

/** Takes up the mappings that are kept without an organization; what cannot be read is said where none is chosen. */
async function loadMappings(session: Session): Promise<void> {
  const { chosen } = session.store.getState().organizations;
  if (chosen === null) return;
  const read = await session.host.call('profile.read', { organization: null });
  if (read.ok) changeOrganizations(session, { mappings: read.value.profile.mappings });
}

const SET_ASIDE =
  'The roles, groups, template and mappings that were kept cannot be read any more. They are set aside on this computer, and the lists begin empty; import a profile if you have one.';

type ChangeOfProfile = (profile: OrganizationProfile) => OrganizationProfile;

/** The last change of a profile that was begun. Changes follow each other: each begins with what the one before has made. */
const changing = new WeakMap<Session, Promise<unknown>>();

/**
 * Changes what is known of the organization that is chosen now, or of none, and keeps it. The open roster is checked
 * anew where the rules depend on it. What cannot be kept is said, and the profile stays as it was.
 */
export function changeProfile(session: Session, change: ChangeOfProfile): Promise<void> {
  return changeProfileOf(session, session.store.getState().organizations.chosen, change);
}

function changeProfileOf(session: Session, id: string | null, change: ChangeOfProfile): Promise<void> {
  const before = changing.get(session) ?? Promise.resolve();
  const work = before.then(() => carryOut(session, id, change));
  changing.set(session, work);
  return work;
}

/**
 * Changes the mappings that are remembered, with the organization that is chosen now and without one: a file with the
 * same headers is understood whichever is chosen then.
 */
export async function changeMappings(
  session: Session,
  change: (mappings: OrganizationProfile['mappings']) => OrganizationProfile['mappings'],
): Promise<void> {
  const ofProfile: ChangeOfProfile = (profile) => ({ ...profile, mappings: change(profile.mappings) });
  const { chosen } = session.store.getState().organizations;
  const ids = chosen === null ? [null] : [chosen, null];
  await Promise.all(ids.map((id) => changeProfileOf(session, id, ofProfile)));
}

async function carryOut(session: Session, id: string | null, change: ChangeOfProfile): Promise<void> {
  const before = await profileOf(session, id);
  const changed = before.ok ? await keep(session, id, before.value, change) : before;
  if (!changed.ok) sayDone(session, failureSentence(changed.failure, situationOf(session)));
}

/** The profile that is shown, or that of an organization that is not chosen any more. */
async function profileOf(
  session: Session,
  organization: string | null,
): Promise<Result<OrganizationProfile, Failure>> {
  await profileLoaded(session);
  if (isChosen(session, organization)) return success(session.store.getState().organizations.profile);
  const read = await session.host.call('profile.read', { organization });
  return read.ok ? success(read.value.profile) : read;
}

async function keep(
  session: Session,
  organization: string | null,
  before: OrganizationProfile,
  change: ChangeOfProfile,
): Promise<Result<unknown, Failure>> {
  const changed = change(before);
  if (changed === before) return success(null);
  const profile = fitProfile(changed);
  if (profile === null) return failure(failed('profile.tooLong', {}));
  const saved = await session.host.call('profile.save', { organization, profile });
  if (saved.ok && isChosen(session, organization)) changeOrganizations(session, { profile });
  if (saved.ok && organization === null) changeOrganizations(session, { mappings: profile.mappings });
  return saved;
}

function isChosen({ store }: Session, organization: string | null): boolean {
  return store.getState().organizations.chosen === organization;
}
