import { basename, extname } from 'node:path';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import { formatFor } from '../../shared/text/file-endings.ts';
import { WRITE_FORMATS, type WriteFormat } from '../../shared/text/formats.ts';
import { serializeInBatches } from '../../shared/text/serialize.ts';
import type { Written } from '../files/write-roster.ts';
import { writeOut } from './write-out.ts';

/** Rows that are made text at once. */
const ROWS_A_BATCH = 5000;

/** Saves the rows of a plan or a report, as a workbook or CSV where the name ends so, else as Unicode text. */
export function saveRows(path: string, rows: Iterable<readonly string[]>): Promise<Result<Written, Failure>> {
  const format = formatOf(path);
  const form = WRITE_FORMATS[format];
  const delimiter = form.kind === 'workbook' ? '\t' : form.delimiter;
  const texts = Array.from(serializeInBatches(rows, delimiter, ROWS_A_BATCH), ({ text }) => text);
  return writeOut(path, format, texts);
}

/** CSV is for spreadsheets here, and they split UTF-8 at commas but UTF-16 at tabs. */
function formatOf(path: string): WriteFormat {
  const wanted = extname(path).toLowerCase() === '.csv' ? 'utf8-csv' : 'unicode-text';
  return formatFor(basename(path), wanted, false);
}
