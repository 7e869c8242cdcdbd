import type { ColumnKey } from '../../../shared/person/catalogue.ts';
import { headersOf } from '../../../shared/person/match-headers.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import { evenRows } from '../../../shared/text/clipboard.ts';
import { createTextParser } from '../../../shared/text/parse-text.ts';
import { breathe } from '../../app/session/pace.ts';
import { sayDone } from '../../app/session/say-done.ts';
import type { Dialog } from '../../app/session/dialog-kinds.ts';
import { runTask } from '../../app/session/task.ts';
import type { GridView } from '../view/grid-view.ts';
import { pasteByHeader, pasteRows } from './paste-rows.ts';
import { cutOf, endCut } from './copy-cells.ts';
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

/** Characters parsed in one task: a few milliseconds of the window's thread. */
const PIECE = 1 << 17;

/**
 * Reads a long clipboard text in slices, with its progress shown, each row as wide as the others; null if the user
 * stopped it.
 */
async function readLongText({ session }: GridView, text: string): Promise<string[][] | null> {
  const read = await runTask(
    session,
    { kind: 'pasting', name: 'the clipboard' },
    async (signal, onProgress) => {
      const parser = createTextParser('\t');
      const rows: string[][] = [];
      for (let from = 0; from < text.length; from += PIECE) {
        for (const row of parser.push(text.slice(from, from + PIECE))) rows.push(row);
        onProgress(from / text.length);
        await breathe();
        if (signal.aborted) return failure(failed('cancelled', {}));
      }
      for (const row of parser.end()) rows.push(row);
      return success(evenRows(rows));
    },
  );
  return read.ok ? read.value : null;
}
