import type { GridView } from '../grid-view.ts';

/** On the wrapper while the columns are or may be scrolled aside; `grid.css` lets the gutter stick only then. */
const ASIDE = 'rc-aside';

/**
 * Lets the gutter stick to the left edge only while the columns are scrolled aside. A browser makes a layer of its own
 * of each row's sticky gutter, which costs a third of every frame of scrolling up and down; where nothing is scrolled
 * aside, the gutter is in its place without. Answers a function that stops it.
 */
export function pinGutter({ wrapper }: GridView): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const viewport = wrapper.querySelector('.ag-grid-viewport');
  const follow = (): void => {
    wrapper.classList.toggle(ASIDE, viewport !== null && viewport.scrollLeft > 0);
  };
  // A wheel or a touchpad scrolls before the page hears of it: the gutter must stick by then.
  const prepare = ({ deltaX, shiftKey }: WheelEvent): void => {
    if (deltaX !== 0 || shiftKey) wrapper.classList.add(ASIDE);
  };
  viewport?.addEventListener('scroll', follow, { passive: true, signal });
  wrapper.addEventListener('wheel', prepare, { passive: true, signal });
  follow();
  return () => {
    controller.abort();
    wrapper.classList.remove(ASIDE);
  };
}
