import type { Template } from '../../shared/export/template.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { OrganizationProfile } from '../../shared/organization/profile.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { readProfileFile } from '../organization/read-profile-file.ts';
import { openRoster } from './open-roster.ts';

/** What files tell of an organization. */
export interface Known {
  readonly profile: OrganizationProfile | null;
  /** The template that was named, or else the profile's. */
  readonly template: Template | null;
}

/** Reads the files that `--profile` and `--template` name; fails if one cannot be read. */
export async function readKnown({
  profile: profilePath,
  template: templatePath,
}: {
  readonly profile?: string | undefined;
  readonly template?: string | undefined;
}): Promise<Result<Known, Failure>> {
  const read = profilePath === undefined ? success(null) : await readProfileFile(profilePath);
  if (!read.ok) return read;
  const profile = read.value?.profile ?? null;
  if (templatePath === undefined) return success({ profile, template: profile?.template ?? null });
  const opened = await openRoster(templatePath);
  if (!opened.ok) return opened;
  const { read: rows, delimiter } = opened.value;
  const headers = rows.columns.map(({ header }) => header);
  return success({ profile, template: { headers, delimiter: delimiter ?? '\t' } });
}
