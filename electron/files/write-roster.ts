import { basename } from 'node:path';
import { failed, type Failure } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { WRITE_FORMATS, type WriteFormat } from '../../shared/text/formats.ts';
import { parseText } from '../../shared/text/parse-text.ts';
import { type FileVersion, hasChanged } from './file-version.ts';
import { readSource } from './read-source.ts';
import { writeFile } from './write-file.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface WriteOptions {
  /** The version that the file on disk must still have; absent if it was never read. */
  readonly expected?: FileVersion | null;
  /** The user's word that a file which changed since then may be replaced. */
  readonly overwrite: boolean;
  readonly signal?: AbortSignal;
}

/** What stands on disk after writing, read back and found equal. */
export interface Written {
  readonly bytes: number;
  readonly version: FileVersion;
}

/**
 * Writes a roster's text, delimited as the format says and without a byte order mark (a workbook's with tabs), then
 * reads the file back and compares every cell with what was to be written.
 */
export async function writeRoster(
  path: string,
  format: WriteFormat,
  text: string | readonly string[],
  { expected = null, overwrite, signal }: WriteOptions,
): Promise<Result<Written, Failure>> {
  const name = basename(path);
  if (!overwrite && expected !== null && (await hasChanged(path, expected))) {
    return failure(failed('write.changedOnDisk', { name }));
  }
  const slices = typeof text === 'string' ? [text] : text;
  const bytes = await encode(format, slices);
  if (signal?.aborted === true) return failure(failed('cancelled', {}));
  const written = await writeFile(path, bytes);
  if (!written.ok) return written;
  const reread = await readSource(path);
  if (!reread.ok) return reread;
  const line = firstDifference(format, slices.join(''), reread.value.text);
  if (line !== null) return failure(failed('write.differs', { name, line }));
  return success({ bytes: bytes.length, version: reread.value.version });
}

async function encode(format: WriteFormat, slices: readonly string[]): Promise<Uint8Array> {
  const form = WRITE_FORMATS[format];
  if (form.kind === 'workbook') return writeWorkbook(parseText(slices.join(''), '\t'));
  const encoding = form.encoding === 'utf-16le' ? 'utf16le' : 'utf8';
  return Buffer.concat(['\uFEFF', ...slices].map((slice) => Buffer.from(slice, encoding)));
}

/** The first line, counted as a spreadsheet counts, in which a cell is not what was written; null if none is. */
function firstDifference(format: WriteFormat, sent: string, reread: string): number | null {
  if (sent === reread) return null;
  const form = WRITE_FORMATS[format];
  const delimiter = form.kind === 'text' ? form.delimiter : '\t';
  const before = parseText(sent, delimiter);
  const after = parseText(reread, delimiter);
  const lines = Math.max(before.length, after.length);
  for (let line = 0; line < lines; line += 1) {
    if (!sameCells(before[line] ?? [], after[line] ?? [])) return line + 1;
  }
  return null;
}

/** A workbook's rows end at their last text; the empty cells behind it are no difference. */
function sameCells(before: readonly string[], after: readonly string[]): boolean {
  const width = Math.max(before.length, after.length);
  for (let place = 0; place < width; place += 1) {
    if ((before[place] ?? '') !== (after[place] ?? '')) return false;
  }
  return true;
}
