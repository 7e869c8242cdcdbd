import { setImmediate as breathe } from 'node:timers/promises';
import type { Diagnosis } from '../../shared/doctor/diagnosis.ts';
import { Doctor } from '../../shared/doctor/doctor.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { HeaderChoice } from '../../shared/roster/find-header.ts';
import { settleDialect, TABS } from '../../shared/text/dialect.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import type { Delimiter, Quote } from '../../shared/text/formats.ts';
import { createTextParser } from '../../shared/text/parse-text.ts';
import { slicesOf } from '../../shared/text/plain-text.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import { readSource } from './read-source.ts';

/** Characters examined between two pauses: some milliseconds of a process that has a window to serve. */
const SLICE = 1 << 17;

/** Null where nobody has said it. */
interface How {
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
  how: How,
): Promise<Result<{ form: SourceForm; diagnosis: Diagnosis }, Failure>> {
  const source = await readSource(path, how);
  if (!source.ok) return source;
  const { text, form } = source.value;
  const { delimiter, quote, wrapped } = form.kind === 'workbook' ? TABS : settleDialect(text, how);
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
