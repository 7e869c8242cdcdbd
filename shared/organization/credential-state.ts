import { z } from 'zod';

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
