import type { CellText } from '../../../shared/roster/edits.ts';
import type { EditMode, GridView } from '../grid-view.ts';

/** What a text is typed into: one line where the column has choices, which is what may have a list for a popup. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The editor as what floats beside it sees it. */
export interface Host {
  readonly view: GridView;
  readonly field: Field;
  /** Position in `Row.cells` of the column. */
  readonly position: number;
  readonly mode: EditMode;
  /** Gives the field another text, as if it had been typed. */
  setText(text: string): void;
  /** Takes what is in the field into the roster and closes the editor; the cell keeps the focus. */
  finish(): void;
  /** The same with another text, and with other cells that change in the same undo step. */
  finishWith(text: string, also: readonly CellText[]): void;
}

/** What floats beside an open editor: a list of choices, of people, or a calendar. */
export interface Companion {
  /** Shows it, whatever was typed. */
  open(): void;
  /** The text was changed by typing; `inserted` tells that something was added and not taken away. */
  follow(inserted: boolean): void;
  /** A key in the words of `combination`, before it means anything to the grid; true where it is used up. */
  takeKey(name: string): boolean;
  /** What the text in the field stands for, if that is more than what was typed. */
  meant(): string | null;
  /** The field moved or grew. */
  place(): void;
  destroy(): void;
}
