import type { GridApi } from 'ag-grid-community';
import type { RosterColumns, Row, RowId } from '../../../shared/roster/roster.ts';
import type { Document } from '../../app/session/document.ts';
import type { Session } from '../../app/session/session.ts';
import type { Area, Block } from './places.ts';

/** How an edit began: by typing, which replaces the text and lets arrows leave, or by F2, which keeps it. */
export type EditMode = 'replace' | 'revise';

/** The editor in a cell, as keys and pointers see it. */
export interface OpenEditor {
  readonly element: HTMLElement;
  /** Opens the list or the calendar beside it; false where there is none. */
  openList(): boolean;
  /** A key in the words of `combination` for what floats beside it; true where that has used it up. */
  takeKey(name: string): boolean;
  mode: EditMode;
  /** Puts a text where the caret is, as if it had been typed. */
  insert(text: string): void;
  /** The text as it would be taken now. */
  getValue(): string;
}

/** What the rooms of the grid share: the session, the grid, and what is drawn and typed at the moment. */
export interface GridView {
  readonly session: Session;
  /** The element around the grid, where keys and pointers are heard first. */
  readonly wrapper: HTMLElement;
  readonly api: GridApi<Row>;
  /** The empty last row. */
  readonly newRow: Row;
  /** The people that the grid was handed so far: the displayed ones from the first on. */
  drawnRows: readonly Row[];
  /** Whether it is being handed the rest. */
  isLoading: boolean;
  /** The roster's columns that the grid was told. */
  drawnColumns: RosterColumns;
  /** Positions in `Row.cells` of the shown columns, in their order on the screen. */
  shownPositions: readonly number[];
  /** The selection as drawn. */
  block: Block | null;
  /** Cells that were cut and not pasted yet. */
  cut: PendingCut | null;
  /** What the dragged fill handle would fill. */
  fillPreview: Area | null;
  /** The open editor; null while nothing is typed. */
  editor: OpenEditor | null;
  /** How the next editor begins. */
  editMode: EditMode;
  /** The column in which a run of Tab keys began, where Enter returns to; null after any other key. */
  tabColumn: number | null;
}

/** The open roster of a view; a grid without one is a bug. */
export function documentOf({ session }: Pick<GridView, 'session'>): Document {
  const { document } = session.store.getState();
  if (document === null) throw new Error('A grid without a roster');
  return document;
}

/** A block of cells as it is shown: rows of people and positions in `Row.cells`, in their order on the screen. */
export interface Region {
  readonly rows: readonly Row[];
  readonly positions: readonly number[];
}

/** Cells that were cut and stay where they are until they are pasted, as in Excel. */
export interface PendingCut {
  readonly region: Region;
  readonly rowIds: ReadonlySet<RowId>;
  /** The text that went to the clipboard: what is pasted is the cut only if it is this. */
  readonly text: string;
  /** The roster's version then; after any other change the cut is a copy. */
  readonly version: number;
}
