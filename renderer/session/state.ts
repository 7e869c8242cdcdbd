import type { AppUpdateState } from '../../shared/app-update/app-update-state.ts';
import type { ColumnKey } from '../../shared/columns/catalogue.ts';
import type { HeaderMatch } from '../../shared/columns/match-headers.ts';
import { DEFAULT_LAYOUT, type GridLayout } from '../../shared/columns/grid-layout.ts';
import type { CommandName } from '../../shared/commands.ts';
import type { FileRef, Openable, SourceForm } from '../../shared/contract.ts';
import type { KeptDraft } from '../../shared/contract/draft-calls.ts';
import type { Failure } from '../../shared/failures.ts';
import type { ShownRows } from '../../shared/filter/shown-rows.ts';
import { emptyHistory, type History, type Step } from '../../shared/roster/history.ts';
import type { Notice } from '../../shared/roster/notices.ts';
import type { ReadRoster, SourceColumn } from '../../shared/roster/read-roster.ts';
import type { MappedRead } from '../../shared/mapping/map-read.ts';
import type { ColumnMapping } from '../../shared/mapping/mapping.ts';
import type { Roster, RowId } from '../../shared/roster/roster.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { ProblemCounts } from '../../shared/rules/problem-counts.ts';
import type { Verdict } from '../../shared/rules/verdict.ts';
import type { FileForm } from '../../shared/text/file-endings.ts';
import type { Delimiter, WriteFormat } from '../../shared/text/formats.ts';
import { type Find, initialFind } from '../find/find-state.ts';
import { noOrganizations, type Organizations } from '../organization/organizations.ts';
import type { RowMarks } from '../upload/marks/row-mark.ts';
import { initialUpload, type UploadState } from '../upload/upload-state.ts';
import type { HowToRead } from './how-to-read.ts';

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
   * is carried out in slices, why it cannot: what it holds then is only to look at, and whoever would write it does not.
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
  readonly history: History;
  /** What was selected when a step moved rows, for undoing it: the rows that moved are not what anybody selected. */
  readonly selectedBefore: WeakMap<Step, Selection>;
  /** What the filter shows; null while every row is shown. */
  readonly shown: ShownRows | null;
  /** The last step that is on disk; null when that is the roster as it was opened. */
  readonly savedStep: Step | null;
  /** The form in which Save has written the file; null where it has not, so that what it is is somebody else's. */
  readonly savedAs: WriteFormat | null;
  /** How often it was saved since it was opened, so that whoever follows it is told each time. */
  readonly saves: number;
  /** How many of the rows that a mapping left out are in a file of their own beside it. */
  readonly excludedSaved: number;
  readonly version: number;
  readonly counts: ProblemCounts;
  readonly touched: Touched;
}

/** Work that takes a while and can be stopped. */
export interface Task {
  readonly kind: 'opening' | 'reading' | 'saving' | 'pasting' | 'editing';
  /** What is opened, read beside the open roster, written or pasted; of an edit, the words of its step. */
  readonly name: string;
  /** From 0 to 1. */
  readonly fraction: number;
  /** Whether it waits for another program to let go of the file. */
  readonly isHeld: boolean;
  readonly stop: () => void;
}

/** A file that somebody wants to read, how, and what for: to open it, or to add its people to the open roster. */
export interface Tried {
  readonly file: FileRef;
  readonly how: HowToRead;
  readonly purpose: 'open' | 'add';
}

/** Where and how the roster is saved. */
export interface SaveTarget {
  readonly file: FileRef;
  readonly format: WriteFormat;
  /** The user's word that a file which changed on disk since it was read may be replaced. */
  readonly overwrite: boolean;
  /** The user's word that it may be written into where another program does not let it be replaced. */
  readonly inPlace?: boolean;
}

/** What is asked or shown over the grid. */
export type Dialog =
  /** `tried` is the file that could not be opened, where that is what failed. */
  | {
      readonly kind: 'failure';
      readonly title: string;
      readonly failure: Failure;
      readonly tried: Tried | null;
    }
  /** To say what a file is. */
  | { readonly kind: 'doctor'; readonly file: FileRef; readonly how: HowToRead }
  /** To say how a file is read. */
  | ({ readonly kind: 'reading' } & Tried)
  /** A file is to be opened of which changes were left unsaved. */
  | {
      readonly kind: 'leftDraft';
      readonly draft: KeptDraft;
      readonly file: FileRef;
      readonly how: HowToRead;
    }
  | { readonly kind: 'unsaved'; readonly then: () => void }
  /** The window is to close while something is uploaded. */
  | { readonly kind: 'uploading'; readonly then: () => void }
  /** A file came while a roster is open: to open it, or to add its people; or it is what was exported of that roster. */
  | { readonly kind: 'dropped'; readonly file: FileRef; readonly isExport: boolean }
  /** To look at what adding a file’s people would do, and to do it. */
  | {
      readonly kind: 'merge';
      /** Which of the file’s columns is what, or what becomes of its people. */
      readonly step: 'columns' | 'people';
      readonly file: FileRef;
      readonly how: HowToRead;
      readonly form: SourceForm;
      /** As the file has it. */
      readonly read: ReadRoster;
      /** As its people are compared: with its columns mapped. */
      readonly mapped: MappedRead;
      readonly mapping: ColumnMapping;
      /** Whether its columns were understood without a doubt, or somebody has said what they are. */
      readonly settled: boolean;
    }
  /** The file has changed since it was read, or another program has it open, so that nothing was saved. */
  | { readonly kind: 'changedOnDisk' | 'heldFile'; readonly target: SaveTarget }
  | { readonly kind: 'export' }
  /** Which column is what; `isFirst` where the roster was just opened. */
  | { readonly kind: 'columns'; readonly isFirst: boolean }
  /** To say who each Team Leader is. */
  | { readonly kind: 'leaders' }
  /** To compare rows that may be one person, and to leave one of them. */
  | { readonly kind: 'duplicates'; readonly rows: readonly RowId[] }
  /** To set one column for several rows: for `rows` where they are named, else for those that are selected or shown. */
  | { readonly kind: 'setColumn'; readonly position: number; readonly rows?: readonly RowId[] }
  | { readonly kind: 'pasteMany'; readonly rows: number; readonly columns: number; readonly then: () => void }
  | {
      readonly kind: 'pasteHeaders';
      /** What the first row's headers name. */
      readonly headers: readonly HeaderMatch[];
      /** Rows below it. */
      readonly people: number;
      /** Told the column of each header, or null to paste everything where the selection is. */
      readonly then: (keys: readonly (ColumnKey | null)[] | null) => void;
    }
  /** To look for a newer Rollcall, and to get it. */
  | { readonly kind: 'appUpdate' }
  /** To look at what is copied for support. */
  | { readonly kind: 'diagnostics' }
  /** To remove what is kept on this computer. */
  | { readonly kind: 'removeData' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' };

/** What a file is chosen for. */
export type ChooserPurpose =
  | { readonly purpose: 'open'; readonly what: Openable }
  | {
      readonly purpose: 'save';
      readonly suggestedName: string;
      /** Files of what kind are shown, so that one can be replaced. */
      readonly what: Openable;
    };

/** A name was chosen whose ending says something else than what is to be written. */
export interface EndingQuestion {
  readonly purpose: 'ending';
  readonly chosen: FileRef;
  /** What the ending says. */
  readonly says: string;
  readonly form: FileForm;
  /** The file with the ending of the form, and whether it is there already. */
  readonly better: FileRef;
  readonly exists: boolean;
  /** Takes the answer: a file, none, or another choice. */
  readonly done: (answer: FileRef | 'again' | null) => void;
}

/** The file of the open roster was chosen for an export that does not hold all of it. */
export interface SourceQuestion {
  readonly purpose: 'source';
  readonly chosen: FileRef;
  /** What would be lost, in words. */
  readonly what: string;
  /** Takes the answer: another choice, or none. */
  readonly done: EndingQuestion['done'];
}

/**
 * The window's own dialog for choosing a file where the system's cannot be had, or a question about the choice, above
 * whatever else is asked.
 */
export type Chooser =
  | (ChooserPurpose & {
      /** Takes the answer and closes the chooser; null if the user thinks better of it. */
      readonly done: (file: FileRef | null) => void;
    })
  | EndingQuestion
  | SourceQuestion;

/** What was just done, said for a few seconds. A new object is a new message. */
export interface Done {
  readonly sentence: string;
  /** The step that the message offers to take back; null where there is none. */
  readonly step: Step | null;
}

/**
 * Where the view should go: the grid scrolls to the cell, focuses it, and selects up to `head`. A new object is a new
 * request.
 */
export interface Reveal {
  readonly place: CellPlace;
  readonly head: CellPlace;
  /** Whether the whole rows are selected. */
  readonly isRows?: boolean;
  /** Whether the focus stays where it is. */
  readonly quietly?: boolean;
}

/** A file that was exported, and the roster as it was then. */
export interface LastExport {
  readonly file: FileRef;
  readonly rows: number;
  readonly bytes: number;
  readonly replaced: number;
  /** Whether Agent Connect takes its form. */
  readonly accepted: boolean;
  /** What Agent Connect would make of it. */
  readonly verdict: Verdict;
  readonly roster: Roster;
  readonly step: Step | null;
  readonly at: Date;
}

/** What hangs from a column's header: its menu, or its filter. */
export interface ColumnPopup {
  readonly kind: 'menu' | 'filter';
  readonly position: number;
}

/** What a command asks the grid to do with the selection. A new object is a new request. */
export interface GridRequest {
  readonly what: 'cut' | 'copy' | 'paste' | 'clear' | 'fillDown' | 'fillRight' | 'putBack' | 'fitColumns';
}

export interface SessionState {
  readonly document: Document | null;
  readonly task: Task | null;
  readonly dialog: Dialog | null;
  readonly chooser: Chooser | null;
  readonly done: Done | null;
  readonly selection: Selection | null;
  readonly reveal: Reveal | null;
  readonly find: Find;
  readonly columnPopup: ColumnPopup | null;
  readonly gridRequest: GridRequest | null;
  readonly problemsShown: boolean;
  readonly organizations: Organizations;
  /** What the user has said that the open roster is for; another one that is opened is for creating people again. */
  readonly mode: Settings['mode'];
  readonly upload: UploadState;
  /** Whether the upload stands at the side of the grid, in the place of the problems. */
  readonly uploadShown: boolean;
  /** The file that was exported last, and what of; null where there is none. */
  readonly lastExport: LastExport | null;
  /** What the upload says of the open roster's rows; null where it says nothing. */
  readonly marks: RowMarks | null;
  /** The side view of the organization that is worked with, or of one to add, in the place of the problems. */
  readonly organizationView: 'chosen' | 'new' | null;
  /** How the user wants the columns of every roster. */
  readonly layout: GridLayout;
  /** Commands that were run from the palette, the latest first. */
  readonly recentCommands: readonly CommandName[];
  /** Whether the bar that says how the file was understood is in sight. */
  readonly noticesShown: boolean;
  /** What is known of a newer Rollcall. */
  readonly appUpdate: AppUpdateState;
}

export const initialState: SessionState = {
  document: null,
  task: null,
  dialog: null,
  chooser: null,
  done: null,
  selection: null,
  reveal: null,
  find: initialFind,
  columnPopup: null,
  gridRequest: null,
  problemsShown: true,
  organizations: noOrganizations,
  mode: 'create',
  upload: initialUpload,
  uploadShown: false,
  lastExport: null,
  marks: null,
  organizationView: null,
  layout: DEFAULT_LAYOUT,
  recentCommands: [],
  noticesShown: false,
  appUpdate: { kind: 'off' },
};

/** A document as it stands right after reading or making a roster. */
export function newDocument(
  parts: Pick<
    Document,
    'roster' | 'checker' | 'file' | 'form' | 'how' | 'delimiter' | 'name' | 'sourceColumns' | 'notices'
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

/** Whether something is asked over the grid or long work runs, so that nothing else may start. */
export function isBusy({ task, dialog, chooser }: SessionState): boolean {
  return task !== null || dialog !== null || chooser !== null;
}
