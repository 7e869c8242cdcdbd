import type { ColumnKey } from '../../../shared/columns/catalogue.ts';
import { headersOf } from '../../../shared/columns/header-row.ts';
import { sayDone } from '../../session/say-done.ts';
import type { Dialog } from '../../session/state.ts';
import type { GridView } from '../grid-view.ts';
import { readLongText } from './read-long-text.ts';
import { pasteByHeader, pasteRows } from './paste-rows.ts';
import { cutOf, endCut } from './pending-cut.ts';
import { type ClipboardContent, readContent, readsTable } from './read-content.ts';

/** Characters of a text that are read at once, in a few milliseconds; a longer one is read in slices. */
const LONG = 1 << 18;

/** Characters of a text that are read at once where its table is needed too. */
const LONG_WITH_TABLE = 1 << 22;

/** Cells that are pasted without asking: more than most rosters have. */
const MANY = 250_000;

/** Writes what the clipboard holds into the grid, from the selection on; asks first where that is in doubt. */
export function pasteContent(view: GridView, content: ClipboardContent): void {
  const { length } = content.text;
  if (length <= LONG || (length <= LONG_WITH_TABLE && readsTable(content)))
    pasteTexts(view, content.text, readContent(content));
  else void pasteLong(view, content.text);
}

async function pasteLong(view: GridView, text: string): Promise<void> {
  if (text.includes('\0')) {
    pasteTexts(view, text, null);
    return;
  }
  const rows = await readLongText(view, text);
  if (rows !== null) pasteTexts(view, text, rows);
}

function pasteTexts(view: GridView, text: string, rows: string[][] | null): void {
  if (rows === null) {
    sayDone(view.session, 'There is no text on the clipboard, so nothing was pasted.');
    return;
  }
  const columns = rows[0]?.length ?? 0;
  if (rows.length * columns <= MANY) {
    askHeaders(view, text, rows);
    return;
  }
  const then = (): void => {
    askHeaders(view, text, rows);
  };
  ask(view, { kind: 'pasteMany', rows: rows.length, columns, then });
}

function askHeaders(view: GridView, text: string, rows: string[][]): void {
  const cut = cutOf(view, text);
  endCut(view);
  const headers = cut === null ? headersOf(rows) : null;
  if (headers === null) {
    pasteRows(view, rows, cut?.region ?? null);
    return;
  }
  const then = (keys: readonly (ColumnKey | null)[] | null): void => {
    if (keys === null) pasteRows(view, rows, null);
    else pasteByHeader(view, rows.slice(1), keys);
  };
  ask(view, { kind: 'pasteHeaders', headers, people: rows.length - 1, then });
}

function ask({ session }: GridView, dialog: Dialog): void {
  session.store.setState({ dialog });
}
