import { z } from 'zod';
import { uploadHead } from '../orders/upload-head.ts';
import { uploadOrder } from '../orders/upload-order.ts';
import { ending } from './outcome.ts';

const place = z.int().nonnegative();

/** The requests that change something. */
const request = z.enum(['create', 'invite', 'update', 'activate', 'deactivate']);
export type WriteRequest = z.infer<typeof request>;

/** How a run has ended: all was tried, somebody stopped it, or the server refused the key. */
export const runEnding = z.enum(['finished', 'stopped', 'forbidden']);
export type RunEnding = z.infer<typeof runEnding>;

/** What a journal of an upload is made of: the head, an order for each row in their order, `ready`, and then events. */
export const journalEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('head'), head: uploadHead }),
  z.strictObject({ kind: z.literal('order'), order: uploadOrder }),
  /** Before this nothing is sent. */
  z.strictObject({ kind: z.literal('ready') }),
  /** On disk before the request leaves; `attempt` counts from 1. */
  z.strictObject({ kind: z.literal('sending'), place, attempt: z.int().positive(), request }),
  /** The request has surely done nothing. */
  z.strictObject({ kind: z.literal('refused'), place }),
  /** The request has done what it should, and another one for the row is to follow. */
  z.strictObject({ kind: z.literal('accepted'), place }),
  /** Looked for during the whole settling time: the request has done nothing yet. */
  z.strictObject({ kind: z.literal('absent'), place }),
  z.strictObject({ kind: z.literal('outcome'), place, ...ending.shape }),
  z.strictObject({ kind: z.literal('paused') }),
  /** Somebody has asked to go on: what is unknown is settled and may be sent again, what was not tried is tried. */
  z.strictObject({ kind: z.literal('resumed') }),
  z.strictObject({ kind: z.literal('ended'), how: runEnding }),
]);

export type JournalEntry = z.infer<typeof journalEntry>;

/** An entry about what happened, after the orders. */
export type JournalEvent = Exclude<JournalEntry, { kind: 'head' | 'order' | 'ready' }>;
