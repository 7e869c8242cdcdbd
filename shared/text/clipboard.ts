import { parseText } from './parse-text.ts';
import { normalizeLineBreaks } from './plain-text.ts';

/** A cell of a table on the clipboard. */
export interface TableCell {
  /** Its text, with LF where it breaks the line; spaces may have been joined. */
  readonly text: string;
  /** All digits of a number that the text shows shortened, such as 1.23E+12; null where the table does not say. */
  readonly digits: string | null;
}

/** The rows of a table on the clipboard. */
export type ClipboardTable = readonly (readonly TableCell[])[];

/**
 * Reads what a spreadsheet put on the clipboard: `text` is its text/plain, `table` what its text/html shows, null where
 * there is none or it was not needed. The text is what counts, since only it keeps every space; the table settles what
 * the text leaves open: whether quotes are the cell's own (Excel writes those as they are), where lines break
 * (LibreOffice writes spaces), and the digits of shortened numbers. Every row has as many cells as the widest.
 */
export function readClipboard(text: string, table: ClipboardTable | null): string[][] {
  const rows = parseText(text, '\t');
  if (table === null) return evenRows(rows);
  const shown = table.map((row) => row.map((cell) => cell.text));
  if (text === '') return evenRows(shown);
  const readings = [rows, readUnquoted(text)];
  const reading = readings.find((reading) => hasShape(reading, table));
  if (reading !== undefined)
    return evenRows(table.map((cells, index) => resolveRow(reading[index] ?? [], cells)));
  return evenRows(holdsSame(text, shown) ? shown : rows);
}

const SHORTENED = /\d[.,]?\d*E\+\d/;

/** Whether the text leaves open what only the table tells, so that the table is worth reading. */
export function needsTable(text: string, html: string): boolean {
  return text === '' || text.includes('"') || /<br[\s/>]/i.test(html) || SHORTENED.test(text);
}

function readUnquoted(text: string): string[][] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split('\t'));
}

/** Whether a reading has the table's rows and columns; the text may lack empty cells at the ends. */
function hasShape(rows: readonly (readonly string[])[], table: ClipboardTable): boolean {
  const missing = table.slice(rows.length);
  return (
    rows.length <= table.length &&
    rows.every((row, index) => row.length === table[index]?.length) &&
    missing.every((row) => row.every(({ text }) => text === ''))
  );
}

/** Whether text and table differ in nothing but spaces, breaks and quotes: then the table is of the same cells. */
function holdsSame(text: string, shown: readonly (readonly string[])[]): boolean {
  const bare = (some: string): string => some.replace(/[\s"\uFEFF]+/g, '');
  return bare(text) === bare(shown.map((row) => row.join('')).join(''));
}

function resolveRow(row: readonly string[], cells: readonly TableCell[]): string[] {
  return cells.map((cell, place) => resolveCell(row[place] ?? '', cell));
}

function resolveCell(text: string, cell: TableCell): string {
  if (cell.digits !== null && SHORTENED.test(text)) return cell.digits;
  if (text === cell.text) return text;
  const [plain, shown] = [joinSpaces(text), joinSpaces(cell.text)];
  if (plain === shown) return cell.text.includes('\n') && !text.includes('\n') ? cell.text : text;
  // Quotes around a cell that were taken for the text's own.
  return joinSpaces(`"${text}"`) === shown ? `"${text}"` : text;
}

function joinSpaces(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim();
}

/** Rows that are all as wide as the widest. */
export function evenRows(rows: string[][]): string[][] {
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  return rows.map((row) =>
    row.length === width ? row : row.concat(Array.from({ length: width - row.length }, () => '')),
  );
}

/**
 * Rows as the text that spreadsheets put on the clipboard: tabs between cells, CR LF after each row, and quotes only
 * around a cell with a tab or a line break (as LF), or one that begins as a quoted cell would; a comma needs none,
 * unlike in files (github.com/jspreadsheet/ce/issues/1139). `readClipboard` is its inverse.
 */
export function clipboardText(rows: Iterable<readonly string[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(quoteForText).join('\t')}\r\n`;
  return text;
}

/** A byte order mark that begins the text would be taken for no text. */
const NEEDS_QUOTES = /^["\uFEFF]|[\t\r\n]/;

function quoteForText(cell: string): string {
  if (!NEEDS_QUOTES.test(cell)) return cell;
  return `"${normalizeLineBreaks(cell).replaceAll('"', '""')}"`;
}

/** What tells our own table from others: its text says all that it says. */
const OWN_TABLE = '<table data-rollcall>';

/**
 * Rows as the table that goes beside the text. `@` makes Excel and LibreOffice take every cell for text, so that IDs keep
 * their zeros; spans keep spaces and tabs that HTML would join, and a break stays in its cell.
 */
export function clipboardTable(rows: Iterable<readonly string[]>): string {
  let table = '';
  for (const row of rows) table += `<tr>${row.map(tableCell).join('')}</tr>\n`;
  return `<meta charset="utf-8">${STYLE}${OWN_TABLE}\n${table}</table>`;
}

/** Whether a table was written by `clipboardTable`. */
export function isOwnTable(html: string): boolean {
  return html.includes(OWN_TABLE);
}

const STYLE =
  '<style><!--td {mso-number-format:"\\@"; white-space:pre-wrap;} br {mso-data-placement:same-cell;}--></style>';

function tableCell(cell: string): string {
  return `<td sdnum="1033;0;@">${SPECIAL.test(cell) ? escapeCell(cell) : cell}</td>`;
}

const SPECIAL = /[&<>"\t\r\n]|^ | $| {2}/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeCell(cell: string): string {
  return normalizeLineBreaks(cell)
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/^ +| +$| {2,}/gm, '<span style="mso-spacerun:yes">$&</span>')
    .replaceAll('\t', '<span style="mso-tab-count:1">\t</span>')
    .replaceAll('\n', '<br>');
}
