import { AT } from '../person/catalogue.ts';
import { memberIn, type TeamComparison } from '../team/find-changes.ts';
import type { PendingChange } from '../roster/change.ts';
import { type CellText, deleteRows, setCells } from '../roster/edits.ts';
import { cellAt, type Roster, type Row, type RowId } from '../roster/roster.ts';
import { isBlank } from '../rules/cell-rules/clean-text.ts';
import type { Problem, ProblemCode } from '../rules/problem.ts';

/** By position in `Row.cells`, the row whose text a merged person has. */
export type MergeChoices = ReadonlyMap<number, RowId>;

/** Problems that say of rows that they may be one person. */
export const DUPLICATE_CODES: ReadonlySet<ProblemCode> = new Set([
  'email.duplicate',
  'employeeId.duplicate',
  'person.twice',
]);

/** A problem’s row and those that may be the same person; none where it is no such problem, or they are too many to name. */
export function duplicatesOf({ code, row, facts }: Problem): readonly RowId[] {
  return DUPLICATE_CODES.has(code) && 'others' in facts && facts.others.length > 0
    ? [row, ...facts.others]
    : [];
}

/** The rows that may be the same person as any of some problems says, each once. */
export function duplicatesAmong(problems: readonly Problem[]): readonly RowId[] {
  return [...new Set(problems.flatMap(duplicatesOf))];
}

/** Those rows that are in a roster, from the first to the last. */
export function rowsAmong(roster: Roster, ids: readonly RowId[]): readonly Row[] {
  return ids.flatMap((id) => roster.byId.get(id) ?? []).sort((one, other) => one.index - other.index);
}

/** Whether rows have the same text in a column. */
export function isSameIn(rows: readonly Row[], position: number): boolean {
  const texts = new Set(rows.map((row) => cellAt(row, position)));
  return texts.size < 2;
}

/** The row that stays of several: the first who is in the current team, else the first. */
export function rowThatStays(rows: readonly Row[], comparison: TeamComparison | null): Row | undefined {
  return rows.find(({ id }) => isMember(comparison, id)) ?? rows[0];
}

function isMember(comparison: TeamComparison | null, row: RowId): boolean {
  const compared = comparison?.of(row);
  return compared ? memberIn(compared) !== null : false;
}

/** In each column the text of the row that stays, or where it has none, of the first that has one. */
export function fillingChoices(rows: readonly Row[], stays: Row, positions: readonly number[]): MergeChoices {
  const order = [stays, ...rows];
  return new Map(
    positions.map((position) => {
      const from = order.find((row) => !isBlank(cellAt(row, position))) ?? stays;
      return [position, from.id];
    }),
  );
}

/**
 * In each column the text of the update, or where it has none, of the row that stays. What Agent Connect knows a member
 * of the current team by stays theirs.
 */
export function updateChoices(
  stays: Row,
  update: Row,
  positions: readonly number[],
  comparison: TeamComparison | null,
): MergeChoices {
  // Stryker disable next-line ArrayDeclaration: a position is a number
  const knownBy: readonly number[] = isMember(comparison, stays.id) ? [AT.email, AT.employeeId] : [];
  return new Map(
    positions.map((position) => {
      const staysAs = knownBy.includes(position) && !isBlank(cellAt(stays, position));
      return [position, staysAs || isBlank(cellAt(update, position)) ? stays.id : update.id];
    }),
  );
}

/** The change that leaves one of several rows, with the text of the chosen row in each column, and deletes the others. */
export function* mergeRows(
  roster: Roster,
  rows: readonly RowId[],
  stays: RowId,
  choices: MergeChoices,
): PendingChange {
  const texts: CellText[] = [];
  for (const [position, from] of choices) {
    const row = roster.byId.get(from);
    if (row !== undefined) texts.push({ row: stays, position, to: cellAt(row, position) });
  }
  const { cells } = yield* setCells(roster, texts);
  const gone = rows.filter((row) => row !== stays);
  return { ...(yield* deleteRows(roster, gone)), cells };
}
