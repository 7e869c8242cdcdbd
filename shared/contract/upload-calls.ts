import { z } from 'zod';
import { failureSchema } from '../failures/failures.ts';
import { environment, organizationId } from '../organization/organization.ts';
import { ROW_STATES } from '../upload/journal/outcome.ts';
import { pushState, uploadProgress } from '../upload/journal/upload-progress.ts';
import { uploadHead } from '../upload/orders/upload-head.ts';
import { reportedRow } from '../upload/report/reported-row.ts';
import { call, handle, nothing } from './call.ts';
import { TEXT_SLICE } from '../text/plain-text.ts';

const count = z.number().int().nonnegative();
const slice = z.string().max(TEXT_SLICE);
const rowState = z.enum(ROW_STATES);
const handing = z.strictObject({ handing: handle });

/** The name of an upload, for as long as its journal is kept. */
const one = z.strictObject({ upload: uploadHead.shape.id });

/** Rows in one answer. */
export const MAX_ROWS_TOLD = 2000;

/** An upload that is kept, running or not: all that is known without its rows. */
const keptUpload = z.strictObject({
  ...uploadHead.omit({ version: true, key: true, team: true }).shape,
  /** Of its organization, where it is still kept here. */
  organization: z.strictObject({ id: organizationId, name: z.string(), environment }).nullable(),
  state: pushState,
  counts: z.record(rowState, count),
  /** When something was last written to its journal (ISO date and time). */
  writtenAt: z.iso.datetime(),
  /** Whether people are still to be created who had a temporary password, so that the roster is needed to go on. */
  needsPasswords: z.boolean(),
  /** Whether anything is left that is done when somebody asks to go on; who was refused, or has errors, stays so. */
  isResumable: z.boolean(),
});
export type KeptUpload = z.infer<typeof keptUpload>;

/** An upload whose journal cannot be read: nobody can go on with it, and what it says is for people to look at. */
const unreadableUpload = z.strictObject({
  id: uploadHead.shape.id,
  /** Where its journal is, for showing only. */
  path: z.string(),
  why: failureSchema,
});
export type UnreadableUpload = z.infer<typeof unreadableUpload>;

/**
 * The calls about uploads. What is carried out is handed over before it starts: orders and passwords as JSON lines, in
 * slices that may end anywhere. Passwords are never answered back. An upload belongs to the app and not to its page,
 * which may come and go.
 */
export const UPLOAD_CALLS = {
  /** Begins to hand over an upload that was planned for an organization, which must still be where it was. */
  'upload.begin': call(
    z.strictObject({
      organization: organizationId,
      environment,
      ...uploadHead.omit({ version: true, id: true, startedAt: true, key: true }).shape,
    }),
    handing,
  ),
  /** Begins to hand over what an upload that is kept needs to be resumed; `anyway` where another computer had it last. */
  'upload.reopen': call(one.extend({ anyway: z.boolean() }), handing),
  'upload.orders': call(handing.extend({ orders: slice }), nothing),
  'upload.passwords': call(handing.extend({ passwords: slice }), nothing),
  'upload.cancel': call(handing, nothing),
  /** Starts or resumes what was handed over. */
  'upload.start': call(handing, one),
  'upload.progress': call(one.extend({ after: count }), uploadProgress),
  'upload.pause': call(one, nothing),
  /** Goes on after a pause of an upload that runs in this app. */
  'upload.continue': call(one, nothing),
  'upload.stop': call(one, nothing),
  'upload.show': call(one, keptUpload),
  /** All that are kept and not done with every row, the latest first. */
  'upload.list': call(
    nothing,
    z.strictObject({ uploads: z.array(keptUpload), unreadable: z.array(unreadableUpload) }),
  ),
  /** Rows of an upload from a place on; `next` is null after the last. */
  'upload.rows': call(
    one.extend({ from: count }),
    z.strictObject({ rows: z.array(reportedRow).max(MAX_ROWS_TOLD), next: count.nullable() }),
  ),
  /** Removes the journal of an upload that is not running. */
  'upload.forget': call(one, nothing),
} as const;
