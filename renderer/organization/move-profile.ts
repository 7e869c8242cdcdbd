import type { Reply } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import { PROFILE_ENDING } from '../../shared/text/file-endings.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { chooseToOpen, chooseToSave } from '../app/session/choose-file.ts';
import { showFailure } from '../app/session/dialogs.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { changeProfile } from './profile.ts';
import { saveOrganization } from './keep-organization.ts';
import { chosenOrganization } from './organizations.ts';

/** A profile that was read from a file and is not kept yet, and the file's name. */
export type OpenedProfile = Reply<'profile.open'> & { readonly file: string };

/** Asks where, then writes what is known of the chosen organization, or of none, to a file for another computer. */
export async function exportProfile(session: Session): Promise<void> {
  const { organizations } = session.store.getState();
  const name = chosenOrganization(organizations)?.name ?? 'rollcall';
  const file = await chooseToSave(session, `${fileNameOf(name)}${PROFILE_ENDING}`, {
    form: 'profile',
    hasTemplate: false,
  });
  if (file === null) return;
  const written = await session.host.call('profile.export', {
    organization: organizations.chosen,
    file: file.handle,
  });
  if (written.ok) sayDone(session, `The profile is in “${file.name}”, without people, key and secret.`);
  else showFailure(session, 'The profile was not exported', written.failure);
}

/** The letters of a name that every system takes in a file's name. */
function fileNameOf(name: string): string {
  const plain = name.replace(/[^\p{L}\p{M}\p{N} _-]/gu, '').trim();
  return plain === '' ? 'organization' : plain.slice(0, 80);
}

/** Asks for the file of a profile and reads it; null if the user thinks better of it. Nothing is changed yet. */
export async function openProfile(session: Session): Promise<Result<OpenedProfile, Failure> | null> {
  const file = await chooseToOpen(session, 'profile');
  if (file === null) return null;
  const opened = await session.host.call('profile.open', { file: file.handle });
  return opened.ok ? success({ ...opened.value, file: file.name }) : opened;
}

/** Keeps a profile in the place of what is known of the chosen organization, or of none. */
export async function replaceProfile(session: Session, { profile, file }: OpenedProfile): Promise<void> {
  await changeProfile(session, () => profile);
  sayDone(session, `What is known here is that of “${file}” now.`);
}

/** Adds the organization of a profile and works with it. */
export async function addFromProfile(
  session: Session,
  { profile }: OpenedProfile,
  details: NonNullable<OpenedProfile['organization']>,
): Promise<Result<null, Failure>> {
  const saved = await saveOrganization(session, null, details);
  if (!saved.ok) return saved;
  await changeProfile(session, () => profile);
  session.store.setState({ organizationView: 'chosen' });
  return success(null);
}
