import type { KeyboardEvent } from 'react';
import type { GridView } from '../grid/grid-view.ts';
import { focusCell } from '../grid/selection/select-cells.ts';
import { goToFound, setFind } from './find-commands.ts';

/** What keys do anywhere in the bar: Enter and F3 walk through what is found, Escape closes the bar. */
export function onFindKey(event: KeyboardEvent, view: GridView): void {
  const act = actOf(event, view);
  if (act === null) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function actOf(event: KeyboardEvent, view: GridView): (() => void) | null {
  if (event.nativeEvent.isComposing) return null;
  if (event.key === 'Escape')
    return () => {
      closeFind(view);
    };
  const inFind = event.target instanceof HTMLElement && event.target.dataset['field'] === 'find';
  if (event.key === 'F3' || (event.key === 'Enter' && inFind))
    return () => {
      goToFound(view.session, event.shiftKey ? -1 : 1, true);
    };
  return null;
}

/** Closes the bar; what was found last is selected and has the focus. */
export function closeFind(view: GridView): void {
  setFind(view.session, { isShown: false });
  const { selection } = view.session.store.getState();
  if (selection !== null) focusCell(view, selection.anchor);
}
