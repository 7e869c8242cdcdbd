import { z } from 'zod';
import { diagnosis } from '../import/diagnosis.ts';
import { delimiterSchema, QUOTES, WRITE_FORMAT_NAMES } from '../text/formats.ts';
import { TEXT_SLICE } from '../text/plain-text.ts';
import { sourceForm, textEncoding } from '../text/source-form.ts';
import { call, fileRef, handle, nothing } from './call.ts';

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

/** The calls about files and folders: choosing, reading and writing them. */
export const FILE_CALLS = {
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
} as const;
