import { z } from 'zod';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import {
  EMPTY_PROFILE,
  organizationProfile,
  type OrganizationProfile,
  PROFILE_VERSION,
  profileVersion,
} from '../../shared/organization/profile.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';

/** A profile as it was found. */
export interface FoundProfile {
  readonly profile: OrganizationProfile;
  /** Whether what was kept made no sense and was set aside, so that the profile begins empty. */
  readonly setAside: boolean;
}

const KIND = {
  version: PROFILE_VERSION,
  schema: z.object({ version: profileVersion, profile: organizationProfile }),
};

/** Reads the profile kept at a path, empty where there is none; fails with `profile.newer` or `settings.unreadable`. */
export async function readProfile(path: string): Promise<Result<FoundProfile, Failure>> {
  const found = await readJsonFile(path, KIND);
  if (!found.ok)
    return found.failure.code === 'settings.newer' ? failure(failed('profile.newer', {})) : found;
  const { value, setAside } = found.value;
  return success({ profile: value?.profile ?? EMPTY_PROFILE, setAside });
}

/**
 * Keeps a profile, whole or not at all; fails with `profile.newer` where a newer Rollcall has kept one, and throws if
 * it cannot write.
 */
export async function keepProfile(
  path: string,
  profile: OrganizationProfile,
): Promise<Result<null, Failure>> {
  const before = await readProfile(path);
  if (!before.ok) return before;
  await writeJsonFile(path, KIND, { profile });
  return success(null);
}
