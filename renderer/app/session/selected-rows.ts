import type { RowId } from '../../../shared/roster/roster.ts';
import { displayedIn } from './displayed-rows.ts';
import type { Document, Selection } from './document.ts';

/** The rows that a selection reaches, in the order in which they are shown; those that are not shown are left out. */
export function selectedRows(document: Document, selection: Selection | null): RowId[] {
  const { roster } = document;
  if (selection?.kind === 'columns') return displayedIn(document).map(({ id }) => id);
  const anchor = selection && roster.byId.get(selection.anchor.row);
  const head = selection && roster.byId.get(selection.head.row);
  if (!anchor || !head) return [];
  const first = Math.min(anchor.index, head.index);
  const last = Math.max(anchor.index, head.index);
  const shown = displayedIn(document);
  const within =
    shown === roster.rows
      ? shown.slice(first, last + 1)
      : shown.filter(({ index }) => index >= first && index <= last);
  return within.map((row) => row.id);
}
