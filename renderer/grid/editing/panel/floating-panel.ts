import type { Host } from '../popup.ts';
import { placePanel } from './place-panel.ts';

/**
 * A panel that floats beside a field. The focus stays in the field whatever is pressed in the panel; while the field is
 * scrolled out of sight, so is the panel.
 */
export class FloatingPanel {
  readonly element = document.createElement('div');
  readonly #host: Host;
  #controller: AbortController | null = null;

  constructor(host: Host) {
    this.#host = host;
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
      const { parent, scroller } = this.#host.room;
      parent.append(this.element);
      scroller.addEventListener('scroll', place, { capture: true, passive: true, signal });
      window.addEventListener('resize', place, { signal });
    }
    this.place();
  }

  close(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.element.remove();
  }

  /** Goes where the field is now. */
  place(): void {
    if (!this.isOpen) return;
    const { style } = this.element;
    const { field, room } = this.#host;
    const anchor = field.getBoundingClientRect();
    style.minWidth = `${anchor.width}px`;
    style.maxHeight = '';
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const inside = { width: window.innerWidth, height: window.innerHeight };
    const placed = placePanel(anchor, { width, height }, inside);
    style.left = `${placed.left}px`;
    style.top = `${placed.top}px`;
    style.maxHeight = `${placed.height}px`;
    style.visibility = room.isInSight(anchor) ? '' : 'hidden';
  }
}
