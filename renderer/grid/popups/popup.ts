import type { CellText } from '../../../shared/roster/edits.ts';
import type { Session } from '../../app/session/session.ts';

/** What a text is typed into: one line where the column has choices, which is what may have a list for a popup. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The field that a cell's text is typed into, in the grid or in a form, as what floats beside it sees it. */
export interface Host {
  readonly session: Session;
  readonly field: Field;
  /** Position in `Row.cells` of the column. */
  readonly position: number;
  readonly room: Room;
  /** Gives the field another text, as if it had been typed. */
  setText(text: string): void;
  /** The text in the field is the one that was meant: the grid takes it into the roster and closes the editor. */
  finish(): void;
  /**
   * The same with another text, and with other cells that change in the same undo step; `everywhere` where the text is
   * meant for the whole selection.
   */
  finishWith(text: string, also: readonly CellText[], everywhere: boolean): void;
}

/** Where a panel floats. */
export interface Room {
  /** What the panel is put into. */
  readonly parent: HTMLElement;
  /** What the field moves in when it scrolls. */
  readonly scroller: HTMLElement;
  /** Whether a field that is here now can be seen. */
  isInSight(field: Box): boolean;
}

/** What floats beside a field: a list of choices, of people, or a calendar. */
export interface Popup {
  readonly isOpen: boolean;
  /** Shows it, whatever was typed. */
  open(): void;
  /** The text was changed by typing; `inserted` tells that something was added and not taken away. */
  follow(inserted: boolean): void;
  /** A key in the words of `combination`, before it means anything to the grid; true where it is used up. */
  takeKey(name: string): boolean;
  /** What the text in the field stands for, if that is more than what was typed. */
  meant(): string | null;
  close(): void;
  /** Closes it for good. */
  destroy(): void;
}

/** Whether typing added something and took nothing away. What an input method still composes is not typed yet. */
export function hasInserted(event: Event): boolean {
  return event instanceof InputEvent && !event.isComposing && event.inputType.startsWith('insert');
}

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

/** A box in the window, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between a panel and its cell, and between a panel and the window's edge. */
const GAP = 2;
const EDGE = 8;

/**
 * Where a panel of a size stands beside an editor: below it, above it where there is more room, never past the window's
 * sides; `height` is what there is room for.
 */
export function placePanel(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number; readonly height: number } {
  const below = window.height - EDGE - anchor.bottom - GAP;
  const above = anchor.top - GAP - EDGE;
  const isBelow = size.height <= below || below >= above;
  const height = Math.max(0, Math.min(size.height, isBelow ? below : above));
  return {
    left: Math.max(EDGE, Math.min(anchor.left, window.width - EDGE - size.width)),
    top: isBelow ? anchor.bottom + GAP : anchor.top - GAP - height,
    height,
  };
}

let made = 0;

/** An id that no other element of the window has. */
export function nextId(): string {
  made += 1;
  return `rc-popup-${made}`;
}

/** Makes a field of one line a combobox with a popup of its kind, closed; a field of several lines cannot be one. */
export function makeCombobox(field: Field, popup: 'listbox' | 'grid'): void {
  if (field instanceof HTMLTextAreaElement) return;
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-haspopup', popup);
  field.setAttribute('aria-autocomplete', 'list');
  showExpanded(field, null);
}

/** Tells which popup is open, by its id; null while none is. */
export function showExpanded(field: Field, popup: string | null): void {
  if (field instanceof HTMLInputElement) field.setAttribute('aria-expanded', String(popup !== null));
  if (popup === null) {
    field.removeAttribute('aria-controls');
    showMarked(field, null);
  } else field.setAttribute('aria-controls', popup);
}

/** Tells which part of the popup the keys are on, by its id; null for the field itself. */
export function showMarked(field: Field, part: string | null): void {
  if (part === null) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', part);
}
