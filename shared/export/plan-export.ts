import { AT, columns } from '../person/catalogue.ts';
import type { ExcludedRow } from '../roster/change.ts';
import { findLeaders, orderingLeadersFirst } from '../roster/hierarchy.ts';
import { cellAt, type Roster, type RowId } from '../roster/roster.ts';
import type { Problem } from '../rules/problem.ts';
import type { TeamComparison } from '../team/find-changes.ts';

/** Rows between two pauses of the planning. */
const SLICE = 5000;

/** What a file is to hold of a roster. */
export interface ExportOptions {
  /** `valid` leaves out the rows with errors. */
  readonly rows: 'all' | 'valid';
  /** Whether team leaders come before their teams, as Agent Connect's article advises, or rows as in the roster. */
  readonly leadersFirst: boolean;
  /** False leaves the temporary passwords' column empty. */
  readonly passwords: boolean;
  /** Keeps what only a roster's own file has: unrecognised columns and photo addresses. True to save, false to export. */
  readonly carried: boolean;
  /** Leaves out the rows that say what Agent Connect has already, by this comparison; without it they are written. */
  readonly changedBy?: TeamComparison | undefined;
  /** Rows that are in the roster no more since a mapping left them out; they go to the second file. */
  readonly excluded?: readonly ExcludedRow[];
}

interface ExportColumn {
  readonly header: string;
  /** Place in `Row.cells`. */
  readonly position: number;
  /** Whether its cells are left empty. */
  readonly blank: boolean;
}

/** What will be written, and what will not be. */
export interface ExportPlan {
  readonly columns: readonly ExportColumn[];
  readonly written: readonly RowId[];
  readonly leftOut: readonly { readonly row: RowId; readonly problems: readonly Problem[] }[];
  /** Rows that a mapping has left out before, for the second file. */
  readonly excluded: readonly ExcludedRow[];
  /** Rows that are not written because they would change nothing. */
  readonly unchanged: number;
  /** Written rows whose team leader is left out: Agent Connect would not find the leader, unless it has them already. */
  readonly orphaned: readonly { readonly row: RowId; readonly leader: RowId }[];
  /** Headers of the columns that are not written. */
  readonly carriedLeftOut: readonly string[];
}

/** Plans a file of the roster; pauses every few milliseconds. */
export function* planExport(
  roster: Roster,
  problemsOf: (row: RowId) => readonly Problem[],
  options: ExportOptions,
): Generator<void, ExportPlan> {
  const leftOut: { row: RowId; problems: readonly Problem[] }[] = [];
  const written: RowId[] = [];
  let unchanged = 0;
  const order = options.leadersFirst ? yield* orderingLeadersFirst(roster) : roster.rows.slice();
  for (const [count, { id }] of order.entries()) {
    if (count % SLICE === SLICE - 1) yield;
    if (options.changedBy && changesNothing(options.changedBy, id)) {
      unchanged += 1;
      continue;
    }
    const problems = options.rows === 'valid' ? problemsOf(id) : [];
    if (problems.some(({ severity }) => severity === 'error')) leftOut.push({ row: id, problems });
    else written.push(id);
  }
  return {
    columns: exportColumns(roster, options),
    written,
    leftOut,
    excluded: options.excluded ?? [],
    unchanged,
    orphaned: yield* findOrphans(roster, written, new Set(leftOut.map(({ row }) => row))),
    carriedLeftOut: options.carried ? [] : headersLeftOut(roster),
  };
}

/** Whether a row says what Agent Connect has already, or nothing at all. */
function changesNothing(comparison: TeamComparison, row: RowId): boolean {
  const kind = comparison.of(row)?.kind ?? 'unchanged';
  return kind === 'unchanged';
}

/** The rows of one of the plan's two files, the header first. */
export function* planRows(
  roster: Roster,
  plan: ExportPlan,
  which: 'written' | 'leftOut',
): Generator<readonly string[]> {
  yield plan.columns.map(({ header }) => header);
  const ids = which === 'written' ? plan.written : plan.leftOut.map(({ row }) => row);
  for (const id of ids) {
    const row = roster.byId.get(id);
    if (row === undefined) throw new Error(`No row ${id}`);
    yield plan.columns.map(({ position, blank }) => (blank ? '' : cellAt(row, position)));
  }
  if (which === 'leftOut')
    for (const { cells } of plan.excluded)
      yield plan.columns.map(({ position, blank }) => (blank ? '' : (cells[position] ?? '')));
}

/** How many rows the second file of a plan has. */
export function leftOutCount({ leftOut, excluded }: ExportPlan): number {
  return leftOut.length + excluded.length;
}

function exportColumns(roster: Roster, { passwords, carried }: ExportOptions): ExportColumn[] {
  const known = columns.flatMap(({ key, header, standard }) => {
    if (!standard && !roster.columns.optional.includes(key)) return [];
    // Agent Connect's article: "Profile photos cannot be added in bulk".
    if (key === 'photoUrl' && !carried) return [];
    return [{ header, position: AT[key], blank: key === 'temporaryPassword' && !passwords }];
  });
  const own = carried ? roster.columns.carried.map((column) => ({ ...column, blank: false })) : [];
  return [...known, ...own];
}

function headersLeftOut({ columns: { optional, carried } }: Roster): string[] {
  const photos = columns.filter(({ key }) => key === 'photoUrl' && optional.includes(key));
  return [...photos, ...carried].map(({ header }) => header);
}

function* findOrphans(
  roster: Roster,
  written: readonly RowId[],
  leftOut: ReadonlySet<RowId>,
): Generator<void, ExportPlan['orphaned']> {
  if (leftOut.size === 0) return [];
  const leaders = yield* findLeaders(roster);
  const orphaned: { row: RowId; leader: RowId }[] = [];
  for (const [count, row] of written.entries()) {
    if (count % SLICE === SLICE - 1) yield;
    // Stryker disable next-line OptionalChaining,UnaryOperator: what is written is in the roster
    const index = roster.byId.get(row)?.index ?? -1;
    const leader = roster.rows[leaders[index] ?? -1];
    if (leader !== undefined && leftOut.has(leader.id)) orphaned.push({ row, leader: leader.id });
  }
  return orphaned;
}
