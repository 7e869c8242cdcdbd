import { z } from 'zod';
import { failureSchema } from '../failures/failures.ts';
import { delimiterSchema, WRITE_FORMAT_NAMES } from '../text/formats.ts';
import { call, fileRef, handle, nothing } from './call.ts';
import { TEXT_SLICE } from '../text/plain-text.ts';

const count = z.number().int().nonnegative();

/** The name of a draft, for as long as it is kept. */
export const draftId = z.uuid();

const kept = z.strictObject({ id: draftId });
/** `anyway` where it was last used on another computer, which is known. */
const taken = kept.extend({ anyway: z.boolean() });
const open = z.strictObject({ draft: handle });

/** An unsaved roster that was left: all that is known without its rows. */
const keptDraft = z.strictObject({
  id: draftId,
  name: z.string(),
  /** Null for a roster that never was a file. */
  file: fileRef.nullable(),
  /** Changes that were not saved; 0 where changes were undone since it was. */
  changes: count,
  /** When something was last written to it (ISO date and time). */
  writtenAt: z.iso.datetime(),
  /** The other computer that it was left on, and may still be open on; null for this one. */
  lastUsedOn: z.string().nullable(),
});
export type KeptDraft = z.infer<typeof keptDraft>;

/** A draft that cannot be opened: where it is, and why. */
const unreadableDraft = z.strictObject({ id: draftId, path: z.string(), why: failureSchema });
export type UnreadableDraft = z.infer<typeof unreadableDraft>;

/** The calls about unsaved rosters, which the host keeps until they are saved or given up. */
export const DRAFT_CALLS = {
  /** Begins the draft of the open roster; `passwords` says whether it may hold temporary passwords. */
  'draft.begin': call(
    z.strictObject({ name: z.string().max(300), file: handle.nullable() }),
    z.strictObject({ draft: handle, passwords: z.enum(['kept', 'blanked']) }),
  ),
  /**
   * Adds records (`shared/drafts/draft-record.ts`), a line of JSON each; a slice may end within one. Answers when
   * they are on disk.
   */
  'draft.add': call(open.extend({ records: z.string().max(TEXT_SLICE) }), nothing),
  /** Says that the roster as it stands was saved as a file of this form, and with which delimiter where it is text. */
  'draft.saved': call(
    open.extend({
      file: handle,
      format: z.enum(WRITE_FORMAT_NAMES),
      delimiter: delimiterSchema,
    }),
    nothing,
  ),
  /** Removes the draft of a roster that was saved or given up. */
  'draft.end': call(open, nothing),
  /** All unsaved rosters that no running Rollcall of this computer has open, the latest first. */
  'draft.list': call(
    nothing,
    z.strictObject({ drafts: z.array(keptDraft), unreadable: z.array(unreadableDraft) }),
  ),
  /**
   * Opens one that was left, to go on with it. Its records are fetched by `text.read`; `torn` where the last was cut off,
   * `unchanged` where its file is as it was when the roster was read from it or saved.
   */
  'draft.open': call(
    taken,
    z.strictObject({
      draft: handle,
      name: z.string(),
      file: fileRef.nullable(),
      text: handle,
      length: count,
      passwords: z.enum(['kept', 'blanked']),
      torn: z.boolean(),
      unchanged: z.boolean(),
    }),
  ),
  /** Lets a draft that is open go, and keeps it. */
  'draft.leave': call(open, nothing),
  /** Removes one that nobody wants back. */
  'draft.discard': call(taken, nothing),
} as const;
