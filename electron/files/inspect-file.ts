import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Reply } from '../../shared/contract/contract.ts';
import type { Diagnosis } from '../../shared/import/diagnosis.ts';
import { Doctor } from '../../shared/import/doctor.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { HeaderChoice } from '../../shared/roster/find-header.ts';
import { resolveDialect, TABS } from '../../shared/text/dialect.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import type { Delimiter, Quote } from '../../shared/text/formats.ts';
import { createTextParser } from '../../shared/text/parse-text.ts';
import { sliceEnd, slicesOf } from '../../shared/text/plain-text.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import { readFailure } from '../system/file-failures.ts';
import { firstLines, readMark } from './decode-text.ts';
import { readLoosely, withoutEndMark } from './encoding/codecs.ts';
import { isText, readSource, refuseMarkup } from './read-source.ts';

type Preview = Reply<'file.preview'>;

/** Rows of a sheet, bytes of a text and characters of either that a preview has at most. */
const MOST_ROWS = 300;
const MOST_BYTES = 1 << 17;
const MOST_TEXT = 1 << 16;

interface PreviewOptions {
  readonly sheet: string | null;
  readonly encoding: TextEncoding | null;
  readonly signal: AbortSignal;
}

/**
 * Reads the beginning of a file as it would be opened. Where nobody has chosen an encoding, all bytes tell which it is,
 * only the beginning is decoded, and it fails as opening does but for what the encoding cannot hold further down; where
 * somebody has, only the beginning is read, and bytes that the encoding cannot hold are U+FFFD.
 */
export async function previewSource(path: string, how: PreviewOptions): Promise<Result<Preview, Failure>> {
  const { encoding, ...others } = how;
  if (encoding !== null) {
    const head = await readHead(path);
    if (!head.ok) return head;
    if (isText(head.value.bytes)) return previewText(head.value, encoding, basename(path));
  }
  const source = await readSource(path, {
    ...others,
    encoding,
    mostRows: MOST_ROWS,
    mostBytes: MOST_BYTES,
  });
  if (!source.ok) return source;
  const { form, text, isAll } = source.value;
  const { text: shown, isCut } = cutText(text, isAll);
  return success({ form, text: shown, isAll: isAll && !isCut, whole: true });
}

interface Head {
  readonly bytes: Buffer;
  readonly isAll: boolean;
}

async function readHead(path: string): Promise<Result<Head, Failure>> {
  try {
    const file = await open(path);
    try {
      // One byte more than is shown tells whether that is all.
      const { bytesRead, buffer } = await file.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
      return success({ bytes: buffer.subarray(0, bytesRead), isAll: bytesRead <= MOST_BYTES });
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, failure: readFailure(error, basename(path)) };
  }
}

function previewText({ bytes, isAll }: Head, encoding: TextEncoding, name: string): Result<Preview, Failure> {
  const bom = readMark(bytes) === encoding;
  const { text, whole } = readLoosely(firstLines(bytes, MOST_BYTES, encoding), encoding);
  const shown = cutText(withoutEndMark(text), isAll);
  const form = { kind: 'text', encoding, bom, confidence: 'chosen', others: [] } as const;
  return refuseMarkup(text, name) ?? success({ form, text: shown.text, isAll: isAll && !shown.isCut, whole });
}

function cutText(text: string, isAll: boolean): { readonly text: string; readonly isCut: boolean } {
  if (isAll && text.length <= MOST_TEXT) return { text, isCut: false };
  const beginning = text.slice(0, sliceEnd(text, 0, MOST_TEXT));
  const end = Math.max(beginning.lastIndexOf('\n'), beginning.lastIndexOf('\r')) + 1;
  return { text: end === 0 ? beginning : beginning.slice(0, end), isCut: true };
}

/** Characters examined between two pauses: some milliseconds of a process that has a window to serve. */
const SLICE = 1 << 17;

/** Null where nobody has said it. */
interface ExamineOptions {
  readonly sheet: string | null;
  readonly encoding: TextEncoding | null;
  readonly delimiter: Delimiter | null;
  readonly quote: Quote | null;
  readonly header: HeaderChoice | null;
  readonly signal: AbortSignal;
}

/** Says what a file is and what a spreadsheet has damaged in it, whether or not it is a roster; fails as reading does. */
export async function examineFile(
  path: string,
  how: ExamineOptions,
): Promise<Result<{ form: SourceForm; diagnosis: Diagnosis }, Failure>> {
  const source = await readSource(path, how);
  if (!source.ok) return source;
  const { text, form } = source.value;
  const { delimiter, quote, wrapped } = form.kind === 'workbook' ? TABS : resolveDialect(text, how);
  const parser = createTextParser(delimiter, quote, wrapped);
  const doctor = new Doctor(form, delimiter, how.header);
  for (const slice of slicesOf(text, SLICE)) {
    doctor.add(slice, parser.push(slice));
    await breathe();
    if (how.signal.aborted) return failure(failed('cancelled', {}));
  }
  doctor.add('', parser.end());
  return success({ form, diagnosis: doctor.finish() });
}
