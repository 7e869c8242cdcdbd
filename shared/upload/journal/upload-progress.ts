import { z } from 'zod';
import { failureSchema } from '../../failures/failures.ts';
import { runEnding } from './journal-entry.ts';
import { reason, ROW_STATES, storedOtherwise } from './outcome.ts';

/** What a run is doing. Times are ISO dates with times; `why` is null where somebody has asked for it. */
export const pushState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running') }),
  /** Goes on by itself. */
  z.strictObject({ kind: z.literal('waiting'), why: failureSchema, until: z.iso.datetime() }),
  /** What is under way is finished first. */
  z.strictObject({ kind: z.enum(['pausing', 'stopping']) }),
  /** Goes on when somebody asks for it. */
  z.strictObject({ kind: z.literal('paused'), why: failureSchema.nullable() }),
  z.strictObject({ kind: z.literal('ended'), how: runEnding, why: failureSchema.nullable() }),
]);

export type PushState = z.infer<typeof pushState>;

const rowState = z.enum(ROW_STATES);

/** A row that is another than before. */
const changedRow = z.strictObject({
  place: z.int().nonnegative(),
  state: rowState,
  reason: reason.nullable(),
  words: z.string(),
  /** What was stored otherwise than it was sent. */
  stored: z.array(storedOtherwise).readonly().optional(),
});

/** How far a run is. */
export const uploadProgress = z.strictObject({
  state: pushState,
  /** Rows by state; they add up to all rows. */
  counts: z.record(rowState, z.int().nonnegative()),
  waves: z.array(z.strictObject({ done: z.int(), total: z.int() })),
  /** Seconds until all is done at the pace so far; null while that cannot be said. */
  secondsLeft: z.number().nullable(),
  /** What to ask for next time to get the rows that changed after this. */
  at: z.int().nonnegative(),
  /** Rows that have changed since, in no order, each as it is now; not necessarily all: ask again while there are some. */
  rows: z.array(changedRow),
});

export type UploadProgress = z.infer<typeof uploadProgress>;
