import { z } from 'zod';
import { oddPeople } from '../current-team/odd-people.ts';

/** Longest name of an organization, in characters. */
export const LONGEST_NAME = 100;

/** The name under which the host keeps an organization. */
export const organizationId = z.string().regex(/^[0-9a-f]{16}$/);

/** Where its Agent Connect is: by subdomain, or a test server on this computer where the host allows one. */
export const organizationAddress = z.union([
  z.strictObject({ subdomain: z.string().max(300) }),
  z.strictObject({ testServer: z.string().max(300) }),
]);
export type OrganizationAddress = z.infer<typeof organizationAddress>;

/** What an organization's people and key are for: to try things, or the real thing. */
export const environment = z.enum(['test', 'production']);

/** What the user says of an organization. */
export const organizationDetails = z.strictObject({
  name: z.string().trim().min(1).max(LONGEST_NAME),
  address: organizationAddress,
  environment,
});
export type OrganizationDetails = z.infer<typeof organizationDetails>;

/** What is known of a snapshot of a current team without reading it. */
export const teamHead = z.strictObject({
  /** ISO date and time. */
  takenAt: z.iso.datetime(),
  people: z.number().int().nonnegative(),
  /** Pulled from this host (name and port), or read from a file of this name. */
  from: z.union([z.strictObject({ host: z.string() }), z.strictObject({ file: z.string() })]),
  /** Those of whom not all could be understood; left out where there are none. */
  odd: oddPeople.optional(),
});
export type TeamHead = z.infer<typeof teamHead>;

/** How its Agent Connect takes the token: alone, as is assumed, or as HTTP bearer, which an earlier answer has shown. */
export const tokenForm = z.enum(['alone', 'bearer']);
export type TokenForm = z.infer<typeof tokenForm>;

/** An organization that is kept, as the window sees it. */
export const organization = organizationDetails.extend({
  id: organizationId,
  /** Name and port of its Agent Connect, for sentences. */
  host: z.string(),
  /** Left out while only the assumption is known. */
  tokenForm: tokenForm.optional(),
  /** The snapshot of its current team; null while there is none. */
  team: teamHead.nullable(),
});
export type Organization = z.infer<typeof organization>;
