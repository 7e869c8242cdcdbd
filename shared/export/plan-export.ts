import { AT, columns } from '../columns/catalogue.ts';
import { leaderIndexes, leadersFirstOrder } from '../roster/hierarchy.ts';
import { cellAt, type Roster, type Row, type RowId } from '../roster/roster.ts';
import type { Problem } from '../rules/problem.ts';

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
  /** Written rows whose team leader is left out: Agent Connect would not find the leader, unless it has them already. */
  readonly orphaned: readonly { readonly row: RowId; readonly leader: RowId }[];
  /** Headers of the columns that are not written. */
  readonly carriedLeftOut: readonly string[];
}

/** Plans a file of the roster. */
export function planExport(
  roster: Roster,
  problemsOf: (row: RowId) => readonly Problem[],
  options: ExportOptions,
): ExportPlan {
  const leftOut: { row: RowId; problems: readonly Problem[] }[] = [];
  const written: RowId[] = [];
  for (const { id } of options.leadersFirst ? leadersFirstOrder(roster) : roster.rows) {
    const problems = options.rows === 'valid' ? problemsOf(id) : [];
    if (problems.some(({ severity }) => severity === 'error')) leftOut.push({ row: id, problems });
    else written.push(id);
  }
  return {
    columns: exportColumns(roster, options),
    written,
    leftOut,
    orphaned: orphanedRows(roster, written, new Set(leftOut.map(({ row }) => row))),
    carriedLeftOut: options.carried ? [] : headersLeftOut(roster),
  };
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

function orphanedRows(
  roster: Roster,
  written: readonly RowId[],
  leftOut: ReadonlySet<RowId>,
): ExportPlan['orphaned'] {
  if (leftOut.size === 0) return [];
  const leaders = leaderIndexes(roster);
  const leaderOf = (id: RowId): Row | undefined => {
    const index = roster.byId.get(id)?.index;
    return index === undefined ? undefined : roster.rows[leaders[index] ?? -1];
  };
  return written.flatMap((row) => {
    const leader = leaderOf(row);
    return leader !== undefined && leftOut.has(leader.id) ? [{ row, leader: leader.id }] : [];
  });
}
