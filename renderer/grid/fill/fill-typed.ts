import { cancelEditing, commitEditing } from '../editing/edit-cell.ts';
import type { GridView } from '../grid-view.ts';
import { focusCell } from '../selection/select-cells.ts';
import { isNewRow } from '../typing-row.ts';
import { fillSelection } from './fill-cells.ts';

/** Ctrl+Enter: what is typed goes into every selected cell as one undo step, and the selection stays. */
export function fillTyped(view: GridView): void {
  const { selection } = view.session.store.getState();
  if (view.editor === null || selection === null) return;
  if (isNewRow(selection.anchor.row)) {
    commitEditing(view);
  } else {
    const text = view.editor.getValue();
    cancelEditing(view);
    fillSelection(view, text);
  }
  const after = view.session.store.getState().selection;
  if (after) focusCell(view, after.anchor);
}
