import { z } from 'zod';

/**
 * The version of journals that is written. Those of version 1 say nothing of `careful` and `teamSize`, keep a sentence in
 * place of a failure, and never what was stored otherwise; they are read and gone on with.
 */
export const JOURNAL_VERSION = 2;

/** What an upload is, in the first record of its journal: whose, where to, and what it was planned from. */
export const uploadHead = z.strictObject({
  version: z.union([z.literal(1), z.literal(JOURNAL_VERSION)]),
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
  /** Whether each person is looked up right before something is sent for them, whatever it costs. */
  careful: z.boolean().optional(),
  /** How many people the current team had when it was planned: what reading it again costs. */
  teamSize: z.int().nonnegative().optional(),
  /** How many orders follow: one for each row. */
  rows: z.int().nonnegative(),
});

export type UploadHead = z.infer<typeof uploadHead>;
