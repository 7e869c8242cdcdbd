import { normalizeLineBreaks } from '../line-breaks.ts';

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
