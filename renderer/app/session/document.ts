import type { FileRef } from '../../../shared/contract/call.ts';
import type { ShownRows } from '../../../shared/find/row-filter.ts';
import { emptyHistory, type History, type Step } from '../../../shared/roster/history.ts';
import type { Notice } from '../../../shared/roster/notices.ts';
import type { SourceColumn } from '../../../shared/roster/read-roster.ts';
import type { Roster, RowId } from '../../../shared/roster/roster.ts';
import type { Checker } from '../../../shared/rules/checker.ts';
import type { ProblemCounts } from '../../../shared/rules/problem-counts.ts';
import type { Delimiter, WriteFormat } from '../../../shared/text/formats.ts';
import type { SourceForm } from '../../../shared/text/source-form.ts';
import type { HowToRead } from '../../../shared/roster/how-to-read.ts';

/** A cell by its row and its position in `Row.cells`; it stays the same cell wherever the row goes. */
export interface CellPlace {
  readonly row: RowId;
  readonly position: number;
}

/** What is selected: a block of cells, whole rows or whole columns, from where it began to where it reaches. */
export interface Selection {
  readonly kind: 'cells' | 'rows' | 'columns';
  readonly anchor: CellPlace;
  readonly head: CellPlace;
}

/** What the last change touched, so that the grid draws only that. */
export interface Touched {
  /** Rows whose text or problems changed. */
  readonly rows: ReadonlySet<RowId>;
  /** Rows came, went or moved, or columns changed. */
  readonly structure: boolean;
}

/** The open roster and all that belongs to it. The roster and its checker change in place; `version` tells when. */
export interface Document {
  readonly roster: Roster;
  /**
   * Null while the roster can be written. Of the first rows of a file that is still being read, and while a large change
   * is applied in slices, why it cannot: what it holds then can be shown, but not changed.
   */
  readonly held: 'reading' | 'changing' | null;
  readonly checker: Checker;
  /** Null for a new roster and for a sample. */
  readonly file: FileRef | null;
  readonly form: SourceForm | null;
  /** What the user has said about how the file is read. */
  readonly how: HowToRead;
  /** What separates the cells of the file; null where it is no text. */
  readonly delimiter: Delimiter | null;
  readonly name: string;
  readonly sourceColumns: readonly SourceColumn[];
  readonly notices: readonly Notice[];
  /** By the id of each row that was read, less one, its line in the file; null where that is its line here. */
  readonly fileLines: readonly number[] | null;
  readonly history: History;
  /** What was selected when a step moved rows, for undoing it: the rows that moved are not what anybody selected. */
  readonly selectedBefore: WeakMap<Step, Selection>;
  /** What the filter shows; null while every row is shown. */
  readonly shown: ShownRows | null;
  /** The last step that is on disk; null when that is the roster as it was opened. */
  readonly savedStep: Step | null;
  /** The form in which Save has written the file; null where it has not, so that what it is is somebody else's. */
  readonly savedAs: WriteFormat | null;
  /** How often it was saved since it was opened, so that each save is noticed by what follows it. */
  readonly saves: number;
  /** How many of the rows that a mapping left out are in a file of their own beside it. */
  readonly excludedSaved: number;
  readonly version: number;
  readonly counts: ProblemCounts;
  readonly touched: Touched;
}

/** A document as it stands right after reading or making a roster. */
export function newDocument(
  parts: Pick<
    Document,
    | 'roster'
    | 'checker'
    | 'file'
    | 'form'
    | 'how'
    | 'delimiter'
    | 'name'
    | 'sourceColumns'
    | 'notices'
    | 'fileLines'
  >,
): Document {
  return {
    ...parts,
    held: null,
    history: emptyHistory,
    selectedBefore: new WeakMap(),
    shown: null,
    savedStep: null,
    savedAs: null,
    saves: 0,
    excludedSaved: 0,
    version: 0,
    counts: parts.checker.counts,
    touched: { rows: new Set(), structure: true },
  };
}

/** Whether closing the roster now would lose work. */
export function isUnsaved(document: Document | null): boolean {
  return document !== null && (document.history.done.at(-1) ?? null) !== document.savedStep;
}
