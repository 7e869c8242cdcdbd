import { z } from 'zod';
import { gridLayout } from './roster/grid-layout.ts';
import { appUpdateState } from './app-update/app-update-state.ts';
import { APP_UPDATE_CALLS } from './contract/app-update-calls.ts';
import { call, handle, nothing } from './contract/call.ts';
import { DRAFT_CALLS } from './contract/draft-calls.ts';
import { type FileRef, fileRef } from './contract/file-ref.ts';
import { ORGANIZATION_CALLS } from './contract/organization-calls.ts';
import { SUPPORT_CALLS } from './contract/support-calls.ts';
import { UPLOAD_CALLS } from './contract/upload-calls.ts';
import { TEXT_SLICE } from './text/plain-text.ts';
import { diagnosis } from './doctor/diagnosis.ts';
import { failureSchema } from './failures/failures.ts';
import { delimiterSchema, QUOTES, WRITE_FORMAT_NAMES } from './text/formats.ts';
import { sourceForm, textEncoding } from './text/source-form.ts';

export { type FileRef, fileRef, TEXT_SLICE };

const folderEntry = z.strictObject({
  handle,
  name: z.string(),
  kind: z.enum(['folder', 'file']),
  size: z.number().int().nonnegative(),
  /** Last modified, ISO date and time. */
  modified: z.string(),
});
export type FolderEntry = z.infer<typeof folderEntry>;

/** What a file is chosen for. */
const openable = z.enum(['roster', 'team', 'people', 'template', 'profile']);
export type Openable = z.infer<typeof openable>;

const slice = z.string().max(TEXT_SLICE);
const format = z.enum(WRITE_FORMAT_NAMES);

/** What a place to save is chosen for: a roster's file of a form, or an organization's profile. */
const savable = z.enum([...WRITE_FORMAT_NAMES, 'profile']);
export type Savable = z.infer<typeof savable>;

const nativeEdit = z.enum(['paste', 'undo', 'redo']);
export type NativeEdit = z.infer<typeof nativeEdit>;

/**
 * Every call between the window and its host, declared once: what the window sends and what the host answers when all
 * goes well. Preload, handlers, the web host and the window's types are derived from it. Text crosses this border in
 * slices of `TEXT_SLICE`, rows never do.
 */
export const CONTRACT = {
  /** The first call of a window. `opening` is the file the app was started with. */
  'app.start': call(
    nothing,
    z.strictObject({
      version: z.string(),
      platform: z.enum(['windows', 'mac', 'linux']),
      /** `page` where there is no dialog of the system's own and the window shows one, by `folder.list`. */
      chooser: z.enum(['native', 'page']),
      opening: fileRef.nullable(),
      /** Requests a minute that an upload makes at most. */
      uploadRate: z.number().int().positive(),
    }),
  ),
  /** What the window's title and the question at closing depend on; `file` is the open roster's. */
  'app.showDocument': call(
    z.strictObject({ title: z.string().max(300), unsaved: z.boolean(), file: handle.nullable() }),
    nothing,
  ),
  /** Closes the window without another question. */
  'app.close': call(nothing, nothing),
  /** Tells the host that the window is still there. */
  'app.ping': call(nothing, nothing),
  /** Answers `closeRequested` at once, and `sessionEnding` when all that was changed is with the host. */
  'app.heard': call(z.strictObject({ event: z.enum(['closeRequested', 'sessionEnding']) }), nothing),
  /** Edits what has the focus, as the system's own menu does. */
  'edit.natively': call(z.strictObject({ action: nativeEdit }), nothing),
  /** `setAside` once, where the list that was kept made no sense, so that it begins anew. */
  'recent.list': call(
    nothing,
    z.strictObject({ files: z.array(fileRef.extend({ openedAt: z.string() })), setAside: z.boolean() }),
  ),
  'recent.clear': call(nothing, nothing),
  /**
   * The user's column layout, kept from start to start; null where there is none yet. `setAside` where what was kept made
   * no sense, so that the columns are as they come.
   */
  'layout.read': call(nothing, z.strictObject({ layout: gridLayout.nullable(), setAside: z.boolean() })),
  'layout.write': call(z.strictObject({ layout: gridLayout }), nothing),
  'file.chooseToOpen': call(z.strictObject({ what: openable }), z.strictObject({ file: fileRef.nullable() })),
  'file.chooseToSave': call(
    z.strictObject({ suggestedName: z.string().min(1).max(255), format: savable }),
    z.strictObject({ file: fileRef.nullable() }),
  ),
  /** The folders of a folder, and its files that may be opened for what is to be opened. */
  'folder.list': call(
    z.strictObject({ folder: handle.nullable(), what: openable }),
    z.strictObject({
      folder: z.strictObject({ handle, name: z.string(), path: z.string() }),
      parent: handle.nullable(),
      places: z.array(z.strictObject({ handle, name: z.string() })),
      entries: z.array(folderEntry),
    }),
  ),
  /** Names a file in a folder to write to. */
  'folder.target': call(
    z.strictObject({ folder: handle, name: z.string().min(1).max(255) }),
    z.strictObject({ file: fileRef, exists: z.boolean() }),
  ),
  /** Hands over a file that was dropped on a page that cannot know its path, in slices of base64. */
  'drop.begin': call(z.strictObject({ name: z.string().min(1).max(255) }), z.strictObject({ file: fileRef })),
  'drop.append': call(z.strictObject({ file: handle, base64: slice }), nothing),
  /** Reads and decodes a file, in the encoding that the user chose if any; the text waits in the host until it is closed. */
  'file.open': call(
    z.strictObject({
      file: handle,
      sheet: z.string().max(255).nullable(),
      encoding: textEncoding.nullable(),
    }),
    z.strictObject({ text: handle, form: sourceForm, length: z.number().int().nonnegative() }),
  ),
  /**
   * The header and a few telling lines of a text file as each encoding reads them, for the user to choose by; `whole`
   * where the encoding holds every byte of them.
   */
  'file.readings': call(
    z.strictObject({ file: handle }),
    z.strictObject({
      readings: z.array(
        z.strictObject({ encoding: textEncoding, lines: z.array(z.string()), whole: z.boolean() }),
      ),
    }),
  ),
  /**
   * The beginning of a file as it would be opened. `text` ends with a whole row, or the file. `whole` is false where the
   * chosen encoding cannot hold every byte of it, which are then shown as U+FFFD and would not be opened.
   */
  'file.preview': call(
    z.strictObject({
      file: handle,
      sheet: z.string().max(255).nullable(),
      encoding: textEncoding.nullable(),
    }),
    z.strictObject({ form: sourceForm, text: slice, isAll: z.boolean(), whole: z.boolean() }),
  ),
  /** What a file is and what a spreadsheet has damaged in it, whether or not it is a roster, read as the user has said. */
  'file.examine': call(
    z.strictObject({
      file: handle,
      sheet: z.string().max(255).nullable(),
      encoding: textEncoding.nullable(),
      delimiter: delimiterSchema.nullable(),
      quote: z.enum(QUOTES).nullable(),
      header: z.union([z.number().int().positive(), z.literal('none')]).nullable(),
    }),
    z.strictObject({ form: sourceForm, diagnosis }),
  ),
  /** Names the file beside another whose name is that of a form, as another ending said something else. */
  'file.withEnding': call(
    z.strictObject({ file: handle, form: savable }),
    z.strictObject({ file: fileRef, exists: z.boolean() }),
  ),
  /** Whether two files are one, by whichever links or spellings they were chosen. */
  'file.isSame': call(
    z.strictObject({ file: handle, other: handle }),
    z.strictObject({ isSame: z.boolean() }),
  ),
  /** Names a new file beside another for the rows that it leaves out; nothing that is there is ever meant. */
  'file.leftOut': call(z.strictObject({ file: handle }), z.strictObject({ file: fileRef })),
  /** Claims a file for the window, so that no other changes it meanwhile. */
  'file.hold': call(z.strictObject({ file: handle }), nothing),
  /** Lets all that the window has claimed go, but for one file. */
  'file.letGo': call(z.strictObject({ but: handle.nullable() }), nothing),
  'file.showInFolder': call(z.strictObject({ file: handle }), nothing),
  /** Goes on with the dragging of a file out of the window, which the page has begun. */
  'file.startDrag': call(z.strictObject({ file: handle }), nothing),
  /** Opens an organization's Agent Connect in the browser. */
  'page.open': call(z.strictObject({ subdomain: z.string().max(300) }), nothing),
  /** A slice of an open text, from a character; `next` is null after the last one. */
  'text.read': call(
    z.strictObject({ text: handle, from: z.number().int().nonnegative() }),
    z.strictObject({ slice, next: z.number().int().nonnegative().nullable() }),
  ),
  'text.close': call(z.strictObject({ text: handle }), nothing),
  /**
   * Starts writing a file. The text follows in slices, delimited as the format says (a workbook's as `unicode-text`,
   * without BOM). `overwrite` is the user's word that a file which changed on disk may be replaced; `inPlace` that it may be
   * written into, as another program does not let it be replaced.
   */
  'write.begin': call(
    z.strictObject({ file: handle, format, overwrite: z.boolean(), inPlace: z.boolean() }),
    z.strictObject({ write: handle }),
  ),
  'write.append': call(z.strictObject({ write: handle, text: slice }), nothing),
  /**
   * Encodes, writes safely, reads the file back and compares it with what was sent. `replaced` counts the halves of
   * characters that came in the text and were written as U+FFFD; those that the window replaced are its own to count.
   */
  'write.finish': call(
    z.strictObject({ write: handle }),
    z.strictObject({ file: fileRef, bytes: z.number().int(), replaced: z.number().int().nonnegative() }),
  ),
  /** Whether a file that is being finished waits for another program, which has it open. */
  'write.state': call(z.strictObject({ write: handle }), z.strictObject({ held: z.boolean() })),
  'write.cancel': call(z.strictObject({ write: handle }), nothing),
  ...ORGANIZATION_CALLS,
  ...UPLOAD_CALLS,
  ...SUPPORT_CALLS,
  ...DRAFT_CALLS,
  ...APP_UPDATE_CALLS,
} as const;

/** The name of a call. */
export type Channel = keyof typeof CONTRACT;
export type Request<C extends Channel> = z.infer<(typeof CONTRACT)[C]['request']>;
export type Reply<C extends Channel> = z.infer<(typeof CONTRACT)[C]['reply']>;

/** What comes back over the border: the reply, or a failure as a value. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the inferred schema depends on it
export function answerSchema<C extends Channel>(channel: C) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: CONTRACT[channel].reply }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ]);
}

/** What the host tells the window unasked. */
export const hostEvent = z.discriminatedUnion('kind', [
  /** A command of the application menu, by its name in `shared/commands.ts`. */
  z.strictObject({ kind: z.literal('command'), command: z.string() }),
  /** The system asks to open a file: double click, drop on the icon, a second start. */
  z.strictObject({ kind: z.literal('openFile'), file: fileRef }),
  /** The user wants to close the window while work is unsaved. */
  z.strictObject({ kind: z.literal('closeRequested') }),
  /** The computer shuts down or the user logs off: there is a moment left to hand over what was changed, none to ask. */
  z.strictObject({ kind: z.literal('sessionEnding') }),
  /** The computer has woken up, and an upload that paused for its sleep goes on. */
  z.strictObject({ kind: z.literal('uploadWoken') }),
  /** What is known of a newer Rollcall has changed. */
  z.strictObject({ kind: z.literal('appUpdate'), state: appUpdateState }),
]);
export type HostEvent = z.infer<typeof hostEvent>;
