import { writeXlsxStream } from 'hucre/xlsx';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { WRITE_FORMATS } from '../../../shared/text/formats.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { ZIP_LIMITS } from './zip-parts.ts';

type Rows = readonly (readonly string[])[];
type Columns = NonNullable<Parameters<typeof writeXlsxStream>[1]['columns']>;

/** The `_` of what a reader would take for an escape, and the two characters that XML cannot hold and hucre lets pass. */
const MUST_ESCAPE = /_(?=x[0-9a-f]{4}_)|[\uFFFE\uFFFF]/gi;

/** Text by its number format, so that a spreadsheet keeps the zeros of an ID that is edited in it. */
const TEXT = { numFmt: '@' };
const HEADER = { ...TEXT, font: { bold: true } };

/** Widths of columns in characters, and the rows looked at for them. */
const WIDTHS = { least: 9, most: 48, rows: 200 } as const;

/**
 * Builds an .xlsx workbook of one sheet, its header row bold and frozen, and every cell text. It is read again before
 * it is answered: a workbook whose cells are not the rows' is a failure, and so is one that Excel would refuse.
 */
export async function buildWorkbook(
  rows: Rows,
  name: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
  const refusal = refuseAsWorkbook(rows, name);
  if (refusal !== null) return failure(refusal);
  const columns: Columns = columnWidths(rows).map((width) => ({ width, style: HEADER }));
  const stream = writeXlsxStream(styledRows(rows, columns), {
    name: WRITE_FORMATS.xlsx.sheet,
    columns,
    freezePane: { rows: 1 },
  });
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const difference = readAgain(bytes, rows, name);
  return difference === null ? success(bytes) : failure(difference);
}

/**
 * The rows as hucre takes them. It knows styles by column only, and asks for a row when the one before is written:
 * changing the style between the first two rows makes the header differ.
 */
function* styledRows(rows: Rows, columns: Columns): Generator<(string | null)[]> {
  for (const [place, row] of rows.entries()) {
    if (place === 1) for (const column of columns) column.style = TEXT;
    // An empty cell keeps its style and takes half the space of an empty text.
    yield row.map((text) => (text === '' ? null : escapeText(text)));
  }
}

/** ECMA-376 part 1, 22.9.2.19: `_x0041_` stands for the letter A unless its first `_` is written as `_x005F_`. */
function escapeText(text: string): string {
  return text.replaceAll(MUST_ESCAPE, (character) => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** A width for each column of the widest row: as long as its longest text among the first rows, within bounds. */
function columnWidths(rows: Rows): number[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from<number>({ length: count }).fill(WIDTHS.least);
  for (const row of rows.slice(0, WIDTHS.rows)) {
    for (const [place, text] of row.entries()) {
      // A little more than the text, for the space around it and bold letters.
      widths[place] = Math.min(Math.max(widths[place] ?? 0, text.length + 2), WIDTHS.most);
    }
  }
  return widths;
}

function readAgain(bytes: Uint8Array<ArrayBuffer>, rows: Rows, name: string): Failure | null {
  const read = parseWorkbook(Buffer.from(bytes.buffer), name, null);
  if (!read.ok && read.failure.code === 'workbook.tooLarge') {
    return failed('write.tooLargeForWorkbook', { name, what: read.failure.facts.what });
  }
  // A sheet without any text counts as a file that is empty.
  const line = firstDifference(rows, read.ok ? read.value.rows : []);
  return line === null ? null : failed('write.notAsWorkbook', { name, line });
}

/** The first line, counted as a spreadsheet counts, in which a cell is not what it should be; null if none is. */
function firstDifference(before: Rows, after: Rows): number | null {
  const lines = Math.max(before.length, after.length);
  // Stryker disable next-line EqualityOperator: behind the last line there is none on either side
  for (let line = 0; line < lines; line += 1) {
    if (!sameCells(before[line] ?? [], after[line] ?? [])) return line + 1;
  }
  return null;
}

/** A workbook's rows end at their last text; the empty cells behind it are no difference. */
function sameCells(before: readonly string[], after: readonly string[]): boolean {
  const width = Math.max(before.length, after.length);
  // Stryker disable next-line EqualityOperator: behind the last cell there is none on either side
  for (let place = 0; place < width; place += 1) {
    if ((before[place] ?? '') !== (after[place] ?? '')) return false;
  }
  return true;
}

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
function refuseAsWorkbook(rows: readonly (readonly string[])[], name: string): Failure | null {
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
