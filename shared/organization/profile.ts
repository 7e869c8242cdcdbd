import { z } from 'zod';
import { TEXT_SLICE } from '../text/plain-text.ts';
import { rememberedMapping } from '../import/mapping/mapping.ts';
import { delimiterSchema } from '../text/formats.ts';

/** Most roles, and most groups. */
const MOST_NAMES = 5000;
/** Longest name of a role or a group, in characters. */
const LONGEST_NAME = 1000;

const name = z.string().min(1).max(LONGEST_NAME);

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
  roles: z.array(name).max(MOST_NAMES),
  groups: z.array(name).max(MOST_NAMES),
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
const MOST_TEXT = 2 * TEXT_SLICE;

/**
 * The profile short enough to be kept, the mappings that were used longest ago forgotten if need be; null where that
 * is not enough.
 */
export function fitProfile(profile: OrganizationProfile): OrganizationProfile | null {
  for (let count = profile.mappings.length; count >= 0; count -= 1) {
    const fitting = { ...profile, mappings: profile.mappings.slice(0, count) };
    const isValid = organizationProfile.safeParse(fitting).success;
    if (isValid && JSON.stringify(fitting).length <= MOST_TEXT) return fitting;
  }
  return null;
}
