import type { CellText } from '../../../shared/roster/edits.ts';
import type { Session } from '../../app/session/session.ts';
import type { Box } from './panel/place-panel.ts';

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
