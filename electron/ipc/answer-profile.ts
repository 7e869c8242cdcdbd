import { profileText } from '../../shared/organization/profile-file.ts';
import { failed } from '../../shared/failures/failures.ts';
import type { OrganizationDetails } from '../../shared/organization/organization.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { checkTarget } from '../files/check-target.ts';
import { writeFile } from '../files/write-file.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { readProfileFile } from '../organization/read-profile-file.ts';
import type { Handlers } from './door.ts';
import type { KnownFiles } from './known-files.ts';

/** Answers the calls about what is known of an organization beside its people. */
export function answerProfile(
  organizations: OrganizationStore,
  files: KnownFiles,
): Handlers<`profile.${'read' | 'save' | 'export' | 'open'}`> {
  return {
    'profile.read': ({ organization: id }) => organizations.profile(id),
    'profile.save': async ({ organization: id, profile }) => {
      const saved = await organizations.saveProfile(id, profile);
      return saved.ok ? success({}) : saved;
    },
    'profile.export': async ({ organization: id, file: handle }) => {
      const [found, kept] = [
        id === null ? null : await organizations.get(id),
        await organizations.profile(id),
      ];
      if (found?.ok === false) return found;
      if (!kept.ok) return kept;
      const file = files.get(handle);
      if (!file.ok) return file;
      if (file.value.dropped)
        return failure(failed('call.unavailable', { what: 'Saving over a dropped file' }));
      const refusal = await checkTarget(file.value.path, 'profile', false);
      if (refusal !== null) return failure(refusal);
      const details = found && detailsOf(found.value);
      const text = profileText({ organization: details, profile: kept.value.profile });
      const written = await writeFile(file.value.path, Buffer.from(text), () => Promise.resolve(null));
      return written.ok ? success({}) : written;
    },
    'profile.open': async ({ file: handle }) => {
      const file = files.get(handle);
      return file.ok ? readProfileFile(file.value.path) : file;
    },
  };
}

function detailsOf({ name, address, environment }: OrganizationDetails): OrganizationDetails {
  return { name, address, environment };
}
