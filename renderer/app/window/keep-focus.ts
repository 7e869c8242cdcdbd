import { goToGrid } from './go-to-part.ts';

/**
 * Keys always go somewhere: when a key or a click leaves the focus on nothing, since what had it is gone or cannot have
 * it, the grid's active cell takes it. Not while a text is selected to be copied, nor beneath a dialog. Answers a
 * function that stops it.
 */
export function keepFocus(): () => void {
  let timer = 0;
  const check = (): void => {
    const { activeElement, body } = document;
    // A menu that was closed before it had the focus takes it on its way out, and no event says when it is gone.
    if (activeElement?.closest('[role="menu"]')) {
      soon();
      return;
    }
    const isNowhere = activeElement === null || activeElement === body;
    const isTextSelected = document.getSelection()?.isCollapsed === false;
    if (isNowhere && !isTextSelected && document.querySelector('dialog[open]') === null) goToGrid();
  };
  // What the click or key does to the window comes first, and menus give the focus back 10 milliseconds after it.
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(check, 50);
  };
  window.addEventListener('click', soon);
  window.addEventListener('keyup', soon);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('click', soon);
    window.removeEventListener('keyup', soon);
  };
}
