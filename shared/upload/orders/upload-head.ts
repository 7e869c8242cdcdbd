import { z } from 'zod';

/** What an upload is, in the first record of its journal: whose, where to, and what it was planned from. */
export const uploadHead = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  /** ISO date and time. */
  startedAt: z.iso.datetime(),
  /** Of the roster, as people know it. */
  name: z.string(),
  /** Name and port of the address. */
  host: z.string().min(1),
  /** The first 12 hexadecimal digits of the API key's SHA-256. */
  key: z.string().regex(/^[0-9a-f]{12}$/),
  /** The plan's fingerprints of the roster and of the current team. */
  roster: z.string(),
  team: z.string(),
  mode: z.enum(['create', 'update']),
  /** Whether the people who are created are sent the welcome email at once. */
  welcome: z.enum(['now', 'delayed']),
  /** How many orders follow: one for each row. */
  rows: z.int().nonnegative(),
});

export type UploadHead = z.infer<typeof uploadHead>;
