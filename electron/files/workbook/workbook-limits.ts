import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { ZIP_LIMITS } from './zip-parts.ts';

/**
 * The most that Excel takes; beyond, it repairs the workbook or refuses it:
 * https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
 */
const EXCEL = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const;

/** The least that the XML of a cell takes beside its text, in bytes. */
const FILLED = '<c r="A1" t="inlineStr" s="1"><is><t></t></is></c>'.length;
const EMPTY = '<c r="A1" s="1"/>'.length;

/**
 * Why rows cannot be a workbook that Excel and Rollcall open, or null if they can; `name` is the file's, for the failure.
 * What would surely unpack to more than Rollcall opens is refused before minutes are spent on it.
 */
export function refuseAsWorkbook(rows: readonly (readonly string[])[], name: string): Failure | null {
  if (rows.length > EXCEL.rows) return tooMany(name, 'rows', rows.length, EXCEL.rows);
  let bytes = 0;
  for (const [place, row] of rows.entries()) {
    if (row.length > EXCEL.columns) return tooMany(name, 'columns', row.length, EXCEL.columns);
    for (const text of row) {
      if (text.length > EXCEL.characters) return tooLong(name, place, text);
      bytes += text === '' ? EMPTY : FILLED + text.length;
    }
  }
  if (bytes <= ZIP_LIMITS.bytes) return null;
  const what = `it would unpack to more than ${ZIP_LIMITS.bytes / 1e6} MB`;
  return failed('write.tooLargeForWorkbook', { name, what });
}

function tooLong(name: string, place: number, text: string): Failure {
  const facts = { name, line: place + 1, characters: text.length, most: EXCEL.characters };
  return failed('write.cellTooLong', facts);
}

function tooMany(name: string, of: 'rows' | 'columns', found: number, most: number): Failure {
  const [has, takes] = [found, most].map((value) => value.toLocaleString('en-US'));
  return failed('write.tooLargeForWorkbook', { name, what: `it has ${has} ${of} and Excel takes ${takes}` });
}
