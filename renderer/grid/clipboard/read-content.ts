import { isOwnTable } from '../../../shared/text/clipboard/write-clipboard.ts';
import { needsTable, readClipboard } from '../../../shared/text/clipboard/read-clipboard.ts';
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
  const isRead = html !== '' && !isOwnTable(html) && (text === '' || html.length <= MOST_HTML);
  const table = isRead && needsTable(text, html) ? readTable(html) : null;
  const plain = text === '' && table === null && isRead ? readLines(html) : text;
  const rows = readClipboard(plain, table);
  return rows.length === 0 || (plain === '' && rows.every((row) => row.every((cell) => cell === '')))
    ? null
    : rows;
}
