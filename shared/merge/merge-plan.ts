import type { CellChange } from '../roster/change.ts';
import type { SourceColumn } from '../roster/read-roster.ts';
import type { Roster, Row } from '../roster/roster.ts';
import type { Match } from './match-people.ts';
import type { MergeColumn } from './merge-columns.ts';

/** A file that is added to the open roster, as it was read. */
export interface MergeFile {
  /** For failures. */
  readonly name: string;
  readonly roster: Roster;
  /** The columns that it has; the roster has a place for others too. */
  readonly columns: readonly Pick<SourceColumn, 'key'>[];
}

/** What becomes of a line of the file. */
export interface MergeEntry extends Match {
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'leftOut';
  /** The row of the roster that it means; null for someone new and where it is left out. */
  readonly target: Row | null;
  /** What it changes there, by positions in the roster's rows. */
  readonly changes: readonly CellChange[];
}

/** A column of the file with how many texts of the roster it changes, and whether it is taken. */
export interface PlannedColumn extends MergeColumn {
  readonly taken: boolean;
  readonly changes: number;
  /** Whether anything is written into it, for somebody new or in the place of another text. */
  readonly isWritten: boolean;
}

/** What adding a file to the open roster would do, and to whom. Nothing is written by it. */
export interface MergePlan {
  readonly columns: readonly PlannedColumn[];
  /** In the order of the file. */
  readonly added: readonly MergeEntry[];
  readonly changed: readonly MergeEntry[];
  readonly unchanged: readonly MergeEntry[];
  /** Those that are or were in doubt; who was chosen for one is among the others as well. */
  readonly doubtful: readonly MergeEntry[];
  /** Rows of the roster that the file does not have; they stay as they are. */
  readonly missing: readonly Row[];
}
