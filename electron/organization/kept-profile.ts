import { access } from 'node:fs/promises';
import { z } from 'zod';
import { failed, type Failure } from '../../shared/failures.ts';
import {
  EMPTY_PROFILE,
  organizationProfile,
  type OrganizationProfile,
} from '../../shared/organization/profile.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { readJsonFile, writeJsonFile } from '../recent/json-file.ts';

/** A profile as it was found. */
export interface FoundProfile {
  readonly profile: OrganizationProfile;
  /** Whether what was kept made no sense and was set aside, so that the profile begins empty. */
  readonly setAside: boolean;
}

/** Raised when a profile is written so that an older Rollcall would misread it. */
const VERSION = 1;

const anyVersion = z.looseObject({ version: z.number().int().positive() });
const storedProfile = z.object({ version: z.literal(VERSION), profile: organizationProfile });

/** Reads the profile that is kept at a path, empty where there is none; fails with `profile.newer`. */
export async function readProfile(path: string): Promise<Result<FoundProfile, Failure>> {
  if (!(await isThere(path))) return success({ profile: EMPTY_PROFILE, setAside: false });
  const version = await readJsonFile(path, anyVersion);
  if (version !== null && version.version > VERSION) return failure(failed('profile.newer', {}));
  const stored = version && (await readJsonFile(path, storedProfile));
  return success({ profile: stored?.profile ?? EMPTY_PROFILE, setAside: stored === null });
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
  await writeJsonFile(path, { version: VERSION, profile });
  return success(null);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
