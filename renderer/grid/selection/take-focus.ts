import type { GridView } from '../grid-view.ts';
import { focusCell, showCell } from './select-cells.ts';

/** Whoever moves the focus into the grid focuses its frame; the active cell takes it from there. */
export function takeFocus(view: GridView): () => void {
  const { wrapper, session } = view;
  const onFocus = ({ target }: FocusEvent): void => {
    const { selection } = session.store.getState();
    if (target !== wrapper || selection === null) return;
    showCell(view, selection.anchor);
    focusCell(view, selection.anchor);
  };
  wrapper.tabIndex = -1;
  wrapper.addEventListener('focus', onFocus);
  return () => {
    wrapper.removeEventListener('focus', onFocus);
  };
}
