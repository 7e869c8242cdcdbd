import type { AppUpdateState } from '../../../shared/contract/app-update-calls.ts';
import { DEFAULT_LAYOUT, type GridLayout } from '../../../shared/roster/grid-layout.ts';
import type { FileRef } from '../../../shared/contract/call.ts';
import type { Step } from '../../../shared/roster/history.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import type { Verdict } from '../../../shared/rules/verdict.ts';
import { type Find, initialFind } from '../../find/find-state.ts';
import { noOrganizations, type Organizations } from '../../organization/organizations.ts';
import type { RowMarks } from '../../upload/marks/row-mark.ts';
import { initialUpload, type SeenReport, type UploadState } from '../../upload/upload-state.ts';
import type { CellPlace, Document, Selection } from './document.ts';
import type { Chooser, Dialog } from './dialog-kinds.ts';

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
  /** The report that was shown last: after edits the next look at the upload begins with a plan. */
  readonly seenReport: SeenReport | null;
  /** The file that was exported last, and what of; null where there is none. */
  readonly lastExport: LastExport | null;
  /** What the upload says of the open roster's rows; null where it says nothing. */
  readonly marks: RowMarks | null;
  /** The side view of the organization that is worked with, or of one to add, in the place of the problems. */
  readonly organizationView: 'chosen' | 'new' | null;
  /** How the user wants the columns of every roster. */
  readonly layout: GridLayout;
  /** The ids of commands that were run from the palette, the latest first. */
  readonly recentCommands: readonly string[];
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
  seenReport: null,
  lastExport: null,
  marks: null,
  organizationView: null,
  layout: DEFAULT_LAYOUT,
  recentCommands: [],
  noticesShown: false,
  appUpdate: { kind: 'off' },
};

/** Whether something is asked over the grid or long work runs, so that nothing else may start. */
export function isBusy({ task, dialog, chooser }: SessionState): boolean {
  return task !== null || dialog !== null || chooser !== null;
}
