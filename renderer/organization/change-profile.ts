import { failed, type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { fitProfile, type OrganizationProfile } from '../../shared/organization/profile.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { profileLoaded } from './load-profile.ts';
import { situationOf } from '../app/session/situation.ts';

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
