import { isOwnTable, needsTable, readClipboard } from '../../../shared/text/clipboard.ts';
import { readLines, readTable } from './read-table.ts';

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
