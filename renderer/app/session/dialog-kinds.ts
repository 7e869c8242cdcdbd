import type { ColumnKey } from '../../../shared/person/catalogue.ts';
import type { HeaderMatch } from '../../../shared/person/match-headers.ts';
import type { FileRef } from '../../../shared/contract/call.ts';
import type { KeptDraft } from '../../../shared/contract/draft-calls.ts';
import type { Failure } from '../../../shared/failures/failures.ts';
import type { ReadRoster } from '../../../shared/roster/read-roster.ts';
import type { MappedRead } from '../../../shared/import/mapping/apply-mapping.ts';
import type { ColumnMapping } from '../../../shared/import/mapping/mapping.ts';
import type { RowId } from '../../../shared/roster/roster.ts';
import type { FileForm } from '../../../shared/text/file-endings.ts';
import type { WriteFormat } from '../../../shared/text/formats.ts';
import type { SourceForm } from '../../../shared/text/source-form.ts';
import type { Openable } from '../../../shared/contract/file-calls.ts';
import type { HowToRead } from '../../../shared/roster/how-to-read.ts';

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
  /** To see what adding a file’s people would do, and to do it. */
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
      /** Called with the column of each header, or with null to paste everything where the selection is. */
      readonly then: (keys: readonly (ColumnKey | null)[] | null) => void;
    }
  /** To check for a newer Rollcall, and to get it. */
  | { readonly kind: 'appUpdate' }
  /** To see what is copied for support. */
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
