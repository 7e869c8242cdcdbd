import { failureSentence } from '../../shared/failures/failures.ts';
import { EMPTY_PROFILE } from '../../shared/organization/profile.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { situationOf } from '../app/session/situation.ts';

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
