import { z } from 'zod';
import { draftId } from '../../shared/contract/draft-calls.ts';

/**
 * The version of drafts that this Rollcall writes. It reads those of version 1, in which all rows come before what was
 * done to them, and of version 2, which do not name their fields.
 */
export const DRAFT_VERSION = 3;

/** Where a roster belongs, and the file's version when the roster was read from it or saved. */
const place = z.strictObject({
  path: z.string(),
  version: z.strictObject({ size: z.number(), modified: z.string() }).nullable(),
});
export type DraftPlace = z.infer<typeof place>;

/** The first record of a draft, which is never encrypted. */
export const draftHead = z.strictObject({
  kind: z.literal('head'),
  version: z.literal([1, 2, DRAFT_VERSION]),
  id: draftId,
  /** ISO date and time. */
  startedAt: z.iso.datetime(),
  name: z.string(),
  place: place.nullable(),
  /** With which all that follows is encrypted; null where it is plain text without temporary passwords. */
  key: z.strictObject({ backend: z.string(), blob: z.base64() }).nullable(),
});
export type DraftHead = z.infer<typeof draftHead>;

/** Where a roster that was saved belongs from then on. The window is not told. */
export const placeRecord = z.strictObject({ kind: z.literal('place'), name: z.string(), place });

const anyVersion = z.object({ version: z.number() });

/** Whether a head is of a newer Rollcall. */
export function isNewer(json: unknown): boolean {
  const head = anyVersion.safeParse(json);
  return head.success && head.data.version > DRAFT_VERSION;
}
