import type { EditMode, GridView } from '../grid-view.ts';
import { columnIdOf } from '../columns/column-id.ts';
import { documentOf } from '../grid-view.ts';
import { gridIndexOf } from '../typing-row.ts';

/** Opens the editor in the active cell; it is focused when this returns, so that the key at hand is typed into it. */
export function startEditing(view: GridView, mode: EditMode): void {
  const anchor = view.session.store.getState().selection?.anchor;
  if (!anchor) return;
  const rowIndex = gridIndexOf(documentOf(view), anchor.row);
  if (rowIndex === null) return;
  view.editMode = mode;
  view.api.startEditingCell({ rowIndex, colKey: columnIdOf(anchor.position) });
}

/** Takes what was typed into the roster and closes the editor; nothing happens where none is open. */
export function commitEditing(view: GridView): void {
  if (view.editor !== null) view.api.stopEditing();
}

/** Closes the editor; the cell stays as it was. */
export function cancelEditing(view: GridView): void {
  if (view.editor !== null) view.api.stopEditing(true);
}
