import type { GridView } from '../grid-view.ts';
import { toggleYesNo } from './toggle-yes-no.ts';

/** Turns y and n by a click on the mark; the press before it has selected the cell alone. */
export function turnOnClick(view: GridView): () => void {
  const onClick = ({ target, button, shiftKey, ctrlKey, metaKey }: MouseEvent): void => {
    const isMark = target instanceof Element && target.classList.contains('rc-mark');
    if (isMark && button === 0 && !shiftKey && !ctrlKey && !metaKey) toggleYesNo(view);
  };
  view.wrapper.addEventListener('click', onClick);
  return () => {
    view.wrapper.removeEventListener('click', onClick);
  };
}
