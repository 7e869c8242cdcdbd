import type { RowId } from '../../shared/roster/roster.ts';
import type { Document, Selection } from './state.ts';

/** The rows that a selection reaches, in the roster's order. */
export function selectedRows({ roster }: Document, selection: Selection | null): RowId[] {
  const anchor = selection && roster.byId.get(selection.anchor.row);
  const head = selection && roster.byId.get(selection.head.row);
  if (!anchor || !head) return [];
  const first = Math.min(anchor.index, head.index);
  const last = Math.max(anchor.index, head.index);
  return roster.rows.slice(first, last + 1).map((row) => row.id);
}
