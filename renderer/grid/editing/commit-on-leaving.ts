import type { GridView } from '../grid-view.ts';
import { commitEditing } from './edit-cell.ts';

/** Keeps what was typed when the focus leaves the editor for anything else: a button, the panel, another window. */
export function commitOnLeaving(view: GridView): () => void {
  const onLeave = ({ relatedTarget, target }: FocusEvent): void => {
    const { editor } = view;
    if (editor === null || target !== editor.element) return;
    // Another window takes the focus for a while; the editor has it again afterwards.
    if (relatedTarget === null && !document.hasFocus()) return;
    if (relatedTarget instanceof Node && editor.element.contains(relatedTarget)) return;
    commitEditing(view);
  };
  view.wrapper.addEventListener('focusout', onLeave, { capture: true });
  return () => {
    view.wrapper.removeEventListener('focusout', onLeave, { capture: true });
  };
}
