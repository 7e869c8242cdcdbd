import {
  type ClipboardTable,
  isOwnTable,
  needsTable,
  readClipboard,
  type TableCell,
} from '../../../shared/text/clipboard.ts';

/** What the clipboard holds, in both forms; empty where it has none. */
export interface ClipboardContent {
  readonly text: string;
  readonly html: string;
}

/** Characters of markup that are read beside a text; more would hold the window up. */
const MOST_HTML = 1 << 23;

/** The rows on the clipboard, each as wide as the others; null where there is no text, but binary data or pictures. */
export function readContent({ text, html }: ClipboardContent): string[][] | null {
  // No text of a spreadsheet has a zero character, and all binary data has.
  if (text.includes('\0')) return null;
  const table = readsTable({ text, html }) ? readTable(html) : null;
  const plain = text === '' && table === null && isOfOthers({ text, html }) ? readLines(html) : text;
  const rows = readClipboard(plain, table);
  return rows.length === 0 || (plain === '' && rows.every((row) => row.every((cell) => cell === '')))
    ? null
    : rows;
}

/** Whether the markup is read beside the text, since it may tell what the text leaves open. */
export function readsTable(content: ClipboardContent): boolean {
  return isOfOthers(content) && needsTable(content.text, content.html);
}

/** Whether there is markup of another program, and not too much of it. */
function isOfOthers({ text, html }: ClipboardContent): boolean {
  return html !== '' && !isOwnTable(html) && (text === '' || html.length <= MOST_HTML);
}

/**
 * Reads the first table of a text/html clipboard; null where it has none. The markup is parsed into a document of its
 * own, in which no script runs and nothing is loaded, and is never put into the page.
 */
function readTable(html: string): ClipboardTable | null {
  const table = parse(html).querySelector('table');
  if (table === null) return null;
  const rows: Places[] = [];
  [...table.rows].filter(isShown).forEach((row, index) => {
    const cells = (rows[index] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      while (cells[column] !== undefined) column += 1;
      spread(rows, index, column, cell);
      column += 1;
    }
  });
  return rows.map((cells) => Array.from(cells, (cell) => cell ?? EMPTY));
}

/** Reads the text of a text/html clipboard without a table, as its lines. */
function readLines(html: string): string {
  return textOf(parse(html).body);
}

/** The cells of a row so far; those that a merged cell above has not taken yet are missing. */
type Places = (TableCell | undefined)[];

const EMPTY: TableCell = { text: '', digits: null };

/** Rows and columns that one merged cell may take; more is no spreadsheet's. */
const MOST_MERGED = 1000;

/** Puts a cell at its place; of a merged one, the other places are empty, as in the clipboard's text. */
function spread(rows: Places[], row: number, column: number, cell: HTMLTableCellElement): void {
  for (let down = 0; down < Math.min(cell.rowSpan, MOST_MERGED); down += 1)
    for (let right = 0; right < Math.min(cell.colSpan, MOST_MERGED); right += 1)
      (rows[row + down] ??= [])[column + right] = EMPTY;
  (rows[row] ??= [])[column] = { text: textOf(cell), digits: digitsOf(cell) };
}

/** The page's content policy holds for parsed markup too and would report every style, so styles go in as mere data. */
function parse(html: string): Document {
  const plain = html.replace(/<\/?[a-z][^<>]*/gi, (tag) =>
    tag.replace(/^(<\/?)style\b/i, '$1template').replace(/\sstyle\s*=/gi, ' data-style='),
  );
  return new DOMParser().parseFromString(plain, 'text/html');
}

function isShown({ dataset }: HTMLElement): boolean {
  return !/display:\s*none/.test(dataset['style'] ?? '');
}

/**
 * The digits behind a shortened number: Excel's `x:num`, LibreOffice's `sdval`, Google Sheets' `data-sheets-value`
 * (`{"1":3,"3":5511981918127}`). Only whole numbers that a spreadsheet holds exactly.
 */
function digitsOf(cell: Element): string | null {
  const sheets = /^\{"1":3,"3":(\d+)\}$/.exec(cell.getAttribute('data-sheets-value') ?? '')?.[1];
  const digits = cell.getAttribute('x:num') ?? cell.getAttribute('sdval') ?? sheets ?? '';
  return /^\d{1,15}$/.test(digits) ? digits : null;
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'TR']);
const UNSEEN = new Set(['STYLE', 'SCRIPT', 'TITLE', 'COMMENT', 'TEMPLATE']);

/** The text as it is seen: white space joined, a line for each break and paragraph, none around the whole. */
function textOf(element: Element): string {
  const lines = [''];
  const write = (node: Node): void => {
    if (node instanceof Text) lines.push((lines.pop() ?? '') + node.data.replace(/[ \t\r\n\f]+/g, ' '));
    else if (node instanceof HTMLBRElement) lines.push('');
    else if (node instanceof Element && !UNSEEN.has(node.tagName)) {
      const isBlock = BLOCKS.has(node.tagName);
      if (isBlock && lines.at(-1)?.trim() !== '') lines.push('');
      node.childNodes.forEach(write);
      if (isBlock && lines.at(-1)?.trim() !== '') lines.push('');
    }
  };
  element.childNodes.forEach(write);
  return lines
    .map((line) => line.replaceAll('\u00A0', ' ').trim())
    .join('\n')
    .trim();
}
