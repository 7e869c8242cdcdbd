import { z } from 'zod';
import { failed, type Failure } from '../failures/failures.ts';
import { parseJson } from '../text/plain-text.ts';
import { failure, type Result, success } from '../failures/result.ts';
import { type OrganizationDetails, organizationDetails } from './organization.ts';
import { fitProfile, organizationProfile, type OrganizationProfile } from './profile.ts';

/** What an exported profile holds: an organization without its people, key and secret. */
export interface ProfileFile {
  /** Null where it was kept without an organization. */
  readonly organization: OrganizationDetails | null;
  readonly profile: OrganizationProfile;
}

/** Bytes of such a file at most: of a whole profile, indented. */
export const MOST_PROFILE_BYTES = 8 << 20;

/**
 * Raised when a profile is written so that an older Rollcall would misread it. The first knew no columns that come out of
 * others; whatever it wrote is a profile of the second.
 */
export const PROFILE_VERSION = 2;
export const profileVersion = z.union([z.literal(1), z.literal(PROFILE_VERSION)]);

const anyVersion = z.looseObject({ rollcallProfile: z.number().int().positive() });
const profileFile = z.strictObject({
  rollcallProfile: profileVersion,
  organization: organizationDetails.nullable(),
  profile: organizationProfile,
});

/** The text of a profile's file. */
export function profileText({ organization, profile }: ProfileFile): string {
  return `${JSON.stringify({ rollcallProfile: PROFILE_VERSION, organization, profile }, null, 2)}\n`;
}

/** Reads the text of a profile's file by its name; whatever else it is fails with `profile.notOne` or `profile.newerFile`. */
export function readProfileText(text: string, name: string): Result<ProfileFile, Failure> {
  const value = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const version = anyVersion.safeParse(value);
  if (!version.success) return failure(failed('profile.notOne', { name }));
  if (version.data.rollcallProfile > PROFILE_VERSION) return failure(failed('profile.newerFile', { name }));
  const read = profileFile.safeParse(value);
  const profile = read.success ? fitProfile(read.data.profile) : null;
  if (!read.success || profile === null)
    return failure(failed('profile.damaged', { name, where: placeIn(read) }));
  return success({ organization: read.data.organization, profile });
}

/** Where a file breaks the form, as `profile.roles.3`. */
function placeIn({ error }: z.ZodSafeParseResult<unknown>): string {
  const path = error?.issues[0]?.path.map(String).join('.') ?? '';
  return path === '' ? 'its parts' : path.slice(0, 100);
}
