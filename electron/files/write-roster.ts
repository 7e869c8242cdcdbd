import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import {
  checkEnding,
  describeFileForm,
  type FileForm,
  nameWithEnding,
} from '../../shared/text/file-endings.ts';
import { WRITE_FORMATS, type WriteFormat } from '../../shared/text/formats.ts';
import { countLoneSurrogates } from '../../shared/text/serialize.ts';
import { decodeText } from './decode-text.ts';
import { type FileVersion, hasChanged } from './file-version.ts';
import { isText } from './read-source.ts';
import { writeWorkbook } from './workbook/run-workbook-thread.ts';
import { writeFile, type WriteSettings } from './write-file.ts';

export interface WriteOptions extends WriteSettings {
  /** The version that the file on disk must still have; absent if it was never read. */
  readonly expected?: FileVersion | null;
  /** The user's word that a file which changed since then may be replaced. */
  readonly overwrite: boolean;
  /** Whether the text has a template's delimiter, or the window, which knows, has seen to the file's ending. */
  readonly hasTemplate?: boolean;
}

/** What stands on disk after writing, read back and found equal. */
export interface Written {
  readonly bytes: number;
  readonly version: FileVersion;
  /** Halves of surrogate pairs in the text that were written as U+FFFD; text of `serialize` has none left. */
  readonly replaced: number;
}

/**
 * Writes a roster's text, delimited as the format says and without a byte order mark (a workbook's with tabs), to a file
 * whose name and content may be replaced by that form. The new file is read back and compared with what was to be
 * written before it takes the old one's place.
 */
export async function writeRoster(
  path: string,
  format: WriteFormat,
  text: string | readonly string[],
  { expected = null, overwrite, hasTemplate = false, ...settings }: WriteOptions,
): Promise<Result<Written, Failure>> {
  const name = basename(path);
  const { signal } = settings;
  const refusal = async (): Promise<Failure | null> => {
    if (signal?.aborted === true) return failed('cancelled', {});
    const changed = !overwrite && expected !== null && (await hasChanged(path, expected));
    if (changed) return failed('write.changedOnDisk', { name });
    return checkTarget(path, format, hasTemplate);
  };
  const before = await refusal();
  if (before !== null) return failure(before);
  // Slices may cut a character in two, so that they are joined before its halves are looked at.
  const sent = typeof text === 'string' ? text : text.join('');
  const replaced = sent.isWellFormed() ? 0 : countLoneSurrogates([[sent]]);
  const content = replaced === 0 ? sent : sent.toWellFormed();
  const bytes = await encode(format, content, name, signal);
  if (!bytes.ok) return bytes;
  const written = await writeFile(
    path,
    bytes.value,
    async (temporary) =>
      (await isFaithful(await readFile(temporary), bytes.value, format, content))
        ? refusal()
        : failed('write.differs', { name }),
    settings,
  );
  return written.ok ? success({ bytes: bytes.value.length, version: written.value, replaced }) : written;
}

async function encode(
  format: WriteFormat,
  text: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<Result<Uint8Array, Failure>> {
  const form = WRITE_FORMATS[format];
  if (form.kind === 'workbook') return writeWorkbook(text, name, { signal });
  const encoding = form.encoding === 'utf-16le' ? 'utf16le' : 'utf8';
  return success(Buffer.concat([Buffer.from('\uFEFF', encoding), Buffer.from(text, encoding)]));
}

/** Whether a file's bytes say what was to be written; those of a workbook were read, cell by cell, when it was made. */
async function isFaithful(
  reread: Buffer,
  bytes: Uint8Array,
  format: WriteFormat,
  text: string,
): Promise<boolean> {
  if (WRITE_FORMATS[format].kind === 'workbook') return reread.equals(bytes);
  const decoded = await decodeText(reread, '');
  return decoded.ok && decoded.value.text === text;
}

/** Bytes that tell a workbook, old or new. */
const HEAD = 8;

/**
 * Why a file may not be written in a form under a name, or null where it may: the name's ending says that it is
 * something else, or a workbook stands there, which text would destroy whatever its name is.
 */
export async function checkTarget(
  path: string,
  form: FileForm,
  hasTemplate: boolean,
): Promise<Failure | null> {
  const name = basename(path);
  const ending = checkEnding(name, form, hasTemplate);
  if (ending.kind !== 'fits') {
    const [what, better] = [describeFileForm(form), nameWithEnding(name, form)];
    return failed('write.otherEnding', { name, says: ending.what, what, better });
  }
  if (form === 'xlsx') return null;
  return isText(await headOf(path)) ? null : failed('write.overWorkbook', { name });
}

/** The first bytes of a file; none where there is no file, or it cannot be read and writing will say why. */
async function headOf(path: string): Promise<Buffer> {
  const none = Buffer.alloc(0);
  // Opening a pipe would wait for its other end.
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return none;
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return none;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return none;
  } finally {
    await file.close();
  }
}
