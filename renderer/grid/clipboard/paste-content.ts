import { headersOf } from '../../../shared/columns/header-row.ts';
import { sayDone } from '../../session/say-done.ts';
import type { GridView } from '../grid-view.ts';
import { cutOf, endCut } from './pending-cut.ts';
import { pasteByHeader, pasteRows } from './paste-rows.ts';
import { type ClipboardContent, readContent } from './read-content.ts';

/** Writes what the clipboard holds into the grid, from the selection on; asks first where that is in doubt. */
export function pasteContent(view: GridView, content: ClipboardContent): void {
  const rows = readContent(content);
  if (rows === null) {
    sayDone(view.session, 'There is no text on the clipboard, so nothing was pasted.');
    return;
  }
  const cut = cutOf(view, content.text);
  endCut(view);
  const headers = cut === null ? headersOf(rows) : null;
  if (headers === null) {
    pasteRows(view, rows, cut?.region ?? null);
    return;
  }
  const keys = headers.map(({ key }) => key);
  const then = (byHeader: boolean): void => {
    if (byHeader) pasteByHeader(view, rows.slice(1), keys);
    else pasteRows(view, rows, null);
  };
  view.session.store.setState({ dialog: { kind: 'pasteHeaders', headers, people: rows.length - 1, then } });
}
