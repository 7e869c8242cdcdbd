import { GUTTER } from '../../columns/column-id.ts';
import type { GridView } from '../../grid-view.ts';
import { type Box, placePanel } from './place-panel.ts';

/**
 * A panel that floats beside the open editor. The focus stays in the editor whatever is pressed in the panel; while the
 * editor is scrolled out of sight, so is the panel.
 */
export class FloatingPanel {
  readonly element = document.createElement('div');
  readonly #view: GridView;
  readonly #anchor: HTMLElement;
  #controller: AbortController | null = null;

  constructor(view: GridView, anchor: HTMLElement) {
    this.#view = view;
    this.#anchor = anchor;
    this.element.className = 'rc-panel';
    this.element.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
  }

  get isOpen(): boolean {
    return this.#controller !== null;
  }

  open(): void {
    if (this.#controller === null) {
      this.#controller = new AbortController();
      const { signal } = this.#controller;
      const place = (): void => {
        this.place();
      };
      // Beside the grid and not in it: what is pressed there is none of the grid's business.
      this.#view.wrapper.parentElement?.append(this.element);
      this.#view.wrapper.addEventListener('scroll', place, { capture: true, passive: true, signal });
      window.addEventListener('resize', place, { signal });
    }
    this.place();
  }

  close(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.element.remove();
  }

  /** Goes where the editor is now. */
  place(): void {
    if (!this.isOpen) return;
    const { style } = this.element;
    const anchor = this.#anchor.getBoundingClientRect();
    style.minWidth = `${anchor.width}px`;
    style.maxHeight = '';
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const room = { width: window.innerWidth, height: window.innerHeight };
    const placed = placePanel(anchor, { width, height }, room);
    style.left = `${placed.left}px`;
    style.top = `${placed.top}px`;
    style.maxHeight = `${placed.height}px`;
    style.visibility = this.#isInSight(anchor) ? '' : 'hidden';
  }

  #isInSight(anchor: Box): boolean {
    const { wrapper } = this.#view;
    const grid = wrapper.getBoundingClientRect();
    const header = wrapper.querySelector('.ag-header')?.getBoundingClientRect();
    const gutter = wrapper.querySelector(`.ag-cell[col-id="${GUTTER}"]`)?.getBoundingClientRect();
    return (
      anchor.top >= (header?.bottom ?? grid.top) - 1 &&
      anchor.top < grid.bottom &&
      anchor.right > (gutter?.right ?? grid.left) &&
      anchor.left < grid.right
    );
  }
}
