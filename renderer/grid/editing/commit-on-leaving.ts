import type { GridView } from '../grid-view.ts';
import { focusCell } from '../selection/select-cells.ts';
import { commitEditing } from './edit-cell.ts';

/** Keeps what was typed when the focus leaves the editor for anything else: a button, the panel, another window. */
export function commitOnLeaving(view: GridView): () => void {
  const onLeave = ({ relatedTarget, target }: FocusEvent): void => {
    const { editor } = view;
    if (target === null || target !== editor?.element) return;
    // Another window takes the focus for a while; the editor has it again afterwards.
    if (relatedTarget === null && !document.hasFocus()) return;
    if (relatedTarget instanceof Node && editor.element.contains(relatedTarget)) return;
    commitEditing(view);
    // Nothing else took the focus (a command of the menu, a click on no control): the cell has it again.
    const { selection } = view.session.store.getState();
    if (relatedTarget === null && selection !== null) focusCell(view, selection.anchor);
  };
  view.wrapper.addEventListener('focusout', onLeave, { capture: true });
  return () => {
    view.wrapper.removeEventListener('focusout', onLeave, { capture: true });
  };
}
