import { assertNever } from '../failures/result.ts';
import { columns as catalogue } from '../person/catalogue.ts';
import type { CellChange, PendingChange } from '../roster/change.ts';
import { insertRows, withOptional } from '../roster/edits.ts';
import type { SourceColumn } from '../roster/read-roster.ts';
import { cellAt, type Roster, type RosterColumns, type Row } from '../roster/roster.ts';
import { inSlices, within } from '../roster/sliced-work.ts';
import type { Identifiers } from '../rules/identifier-index.ts';
import { type Doubt, type Match, MAX_CANDIDATES, MAX_CLAIMANTS } from './match-people.ts';
import { isBrought, type MergeColumn } from './merge-columns.ts';

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

/** People between two pauses. */
const SLICE = 2000;

/**
 * The change that carries out a plan of the roster as it stands: the texts that the file changes, the new people at the
 * end in the file's order, and the columns that they brought.
 */
export function* mergeChange(roster: Roster, plan: MergePlan): PendingChange {
  const cells: CellChange[] = [];
  yield* within(
    inSlices(plan.changed, SLICE, ({ changes }) => {
      for (const change of changes) cells.push(change);
    }),
    0,
    0.3,
  );
  const brought = plan.columns.filter(isBrought);
  const people: string[][] = [];
  yield* within(
    inSlices(plan.added, SLICE, ({ row }) => people.push(newCells(row, brought))),
    0.3,
    0.6,
  );
  const { inserted } = yield* within(insertRows(roster, roster.rows.length, people), 0.6, 1);
  const to = columnsAfter(roster.columns, plan.columns);
  return {
    cells,
    removed: [],
    inserted,
    ...(to !== roster.columns && { columns: { from: roster.columns, to } }),
  };
}

function newCells(row: Row, columns: readonly PlannedColumn[]): string[] {
  const cells = catalogue.map(() => '');
  for (const { from, to } of columns) {
    const text = cellAt(row, from);
    if (text === '') continue;
    while (cells.length < to) cells.push('');
    cells[to] = text;
  }
  return cells;
}

/** The roster's columns with those in which anything is written; the same object where there are no others. */
function columnsAfter(shown: RosterColumns, columns: readonly PlannedColumn[]): RosterColumns {
  const coming = columns.filter(({ isNew, isWritten }) => isNew && isWritten);
  if (coming.length === 0) return shown;
  const keys = coming.flatMap(({ key }) => key ?? []);
  const carried = coming.flatMap(({ key, header, to }) => (key === null ? [{ header, position: to }] : []));
  return { ...keys.reduce(withOptional, shown), carried: [...shown.carried, ...carried] };
}

/** How rows are named in a sentence. */
export interface RowNames {
  /** A row of the roster, such as `line 12, Ana Ruiz`. */
  readonly here: (row: Row) => string;
  /** The line of a row of the file, as a spreadsheet shows it. */
  readonly lineInFile: (row: Row) => number;
}

/** The sentence that says why a line of the file is left out unless the user says whom it means. */
export function doubtSentence(doubt: Doubt, { candidates }: Match, names: RowNames): string {
  switch (doubt.why) {
    case 'noIdentifier':
      return 'It has nothing to match by, so there is no way to tell whether this person is here already.';
    case 'twiceInFile':
      return `${linesOf(doubt.others, names)} of the file ${doubt.others.length === 1 ? 'has' : 'have'} the same ${IDENTIFIER[doubt.by]}.`;
    case 'severalRows':
      return `${candidates.length}${candidates.length < MAX_CANDIDATES ? '' : ' or more'} rows here have this ${IDENTIFIER[doubt.by]}.`;
    case 'twoPeople':
      return `The email address is that of ${names.here(doubt.byEmail)}, and the employee ID that of ${names.here(doubt.byId)}.`;
    case 'sameRow':
      return `${linesOf(doubt.others, names)} of the file may mean the same person here.`;
    default:
      return assertNever(doubt);
  }
}

const IDENTIFIER: Readonly<Record<keyof Identifiers, string>> = {
  email: 'email address',
  employeeId: 'employee ID',
};

/** As many rows as are remembered stand for more. */
function linesOf(rows: readonly Row[], { lineInFile }: RowNames): string {
  const lines = rows.map((row) => lineInFile(row).toLocaleString('en-US'));
  if (lines.length >= MAX_CLAIMANTS) return `Lines ${lines.join(', ')} and perhaps more`;
  return lines.length === 1 ? `Line ${lines.join()}` : `Lines ${lines.join(' and ')}`;
}
