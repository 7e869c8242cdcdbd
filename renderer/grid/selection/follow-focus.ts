import { positionOfColumn } from '../columns/column-id.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { rowIdAt } from '../typing-row.ts';

/** Selects the cell that got the focus by another way than our keys and pointer: from the header, or by a screen reader. */
export function followFocus(view: GridView): () => void {
  const onFocus = (): void => {
    const focused = view.api.getFocusedCell();
    if (focused === null || view.editor !== null || !holdsFocus(view)) return;
    const row = rowIdAt(documentOf(view), focused.rowIndex);
    const position = positionOfColumn(focused.column.getColId());
    const { selection } = view.session.store.getState();
    if (row === null || position === null) return;
    if (selection?.anchor.row === row && selection.anchor.position === position) return;
    const place = { row, position };
    view.session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
  };
  view.api.addEventListener('cellFocused', onFocus);
  return () => {
    if (!view.api.isDestroyed()) view.api.removeEventListener('cellFocused', onFocus);
  };
}

/** The grid's event comes late: by then the focus may be on another cell, or gone. */
function holdsFocus({ wrapper, api }: GridView): boolean {
  const cell = wrapper.ownerDocument.activeElement?.closest('.ag-cell');
  const focused = api.getFocusedCell();
  return (
    cell?.getAttribute('col-id') === focused?.column.getColId() &&
    cell?.closest('.ag-row')?.getAttribute('row-index') === String(focused?.rowIndex)
  );
}
