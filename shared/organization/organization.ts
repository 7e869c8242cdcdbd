import { z } from 'zod';
import { teamHead } from '../team/team-head.ts';

/** Longest name of an organization, in characters. */
export const MAX_NAME_LENGTH = 100;

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
  name: z.string().trim().min(1).max(MAX_NAME_LENGTH),
  address: organizationAddress,
  environment,
});
export type OrganizationDetails = z.infer<typeof organizationDetails>;

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

/** What the window may know of a key and a secret: that they are set, and how they end. */
export const credentialState = z.strictObject({
  /** Their last four characters; null while they are not set. */
  ends: z.strictObject({ key: z.string().max(4), secret: z.string().max(4) }).nullable(),
  /** Where they are: kept by the operating system, in memory until Rollcall ends, or in the environment of its start. */
  kept: z.enum(['protected', 'memory', 'environment']),
  /** Why they are not kept longer; null where they are. */
  why: z.string().nullable(),
});
export type CredentialState = z.infer<typeof credentialState>;
