import { z } from 'zod';
import { failed, type Failure } from '../failures/failures.ts';
import { failure, type Result, success } from '../failures/result.ts';
import { rememberedMapping } from '../import/mapping/mapping.ts';
import { delimiterSchema } from '../text/formats.ts';
import { parseJson, TEXT_SLICE } from '../text/plain-text.ts';
import { type OrganizationDetails, organizationDetails } from './organization.ts';

/** Most roles, and most groups. */
const MAX_NAMES = 5000;
/** Longest name of a role or a group, in characters. */
const MAX_NAME_LENGTH = 1000;

const name = z.string().min(1).max(MAX_NAME_LENGTH);

/** An organization's own template, as it was downloaded from Agent Connect. */
const organizationTemplate = z.strictObject({
  /** Name of the file that it was read from. */
  file: z.string().max(1000),
  /** Its header texts exactly, in their order. */
  headers: z.array(z.string().max(1000)).min(1).max(500),
  delimiter: delimiterSchema,
  /** When it was taken, ISO date and time. */
  takenAt: z.iso.datetime(),
});
export type OrganizationTemplate = z.infer<typeof organizationTemplate>;

/** What is known of an organization beside its people, kept for it or, where none is chosen, for the user. */
export const organizationProfile = z.strictObject({
  /** Names of active roles and groups exactly as Agent Connect shows them; empty where nobody has said. */
  roles: z.array(name).max(MAX_NAMES),
  groups: z.array(name).max(MAX_NAMES),
  /** How to read 03/04/2026 where a roster's own dates do not tell. */
  dayOrder: z.enum(['dmy', 'mdy']).nullable(),
  template: organizationTemplate.nullable(),
  /** The latest used first. */
  mappings: z.array(rememberedMapping).max(100),
});
export type OrganizationProfile = z.infer<typeof organizationProfile>;

export const EMPTY_PROFILE: OrganizationProfile = {
  roles: [],
  groups: [],
  dayOrder: null,
  template: null,
  mappings: [],
};

/** Characters of a whole profile as JSON: as UTF-8 it has three bytes each at most, and so fits into one call. */
const MAX_TEXT = 2 * TEXT_SLICE;

/**
 * The profile short enough to be kept, the mappings that were used longest ago forgotten if need be; null where that
 * is not enough.
 */
export function fitProfile(profile: OrganizationProfile): OrganizationProfile | null {
  for (let count = profile.mappings.length; count >= 0; count -= 1) {
    const fitting = { ...profile, mappings: profile.mappings.slice(0, count) };
    const isValid = organizationProfile.safeParse(fitting).success;
    if (isValid && JSON.stringify(fitting).length <= MAX_TEXT) return fitting;
  }
  return null;
}

/** What an exported profile holds: an organization without its people, key and secret. */
export interface ProfileFile {
  /** Null where it was kept without an organization. */
  readonly organization: OrganizationDetails | null;
  readonly profile: OrganizationProfile;
}

/** Bytes of such a file at most: of a whole profile, indented. */
export const MAX_PROFILE_BYTES = 8 << 20;

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

/** What a list of names is of; a group's name holds no comma and no brace, since those part groups in a cell. */
export type NamesOf = 'roles' | 'groups';

/**
 * The names in a text that was pasted from a spreadsheet or typed, one to a line or a cell; groups also as a cell of a
 * roster has them, `{Support, Tier 2}`. Each once, without the spaces around it; its spelling is its own.
 */
export function readNames(text: string, of: NamesOf): string[] {
  const parts = text.split(of === 'groups' ? /[\n\r\t,{}]/ : /[\n\r\t]/);
  const names = parts.map((part) => unquoted(part.trim()).normalize('NFC').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** A spreadsheet quotes a cell with a comma or a quote in it, and doubles the quotes. */
function unquoted(cell: string): string {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
