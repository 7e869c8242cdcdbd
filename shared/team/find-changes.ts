import { AT, type Column, type ColumnKey, columns, type FieldKind } from '../person/catalogue.ts';
import type { TeamMember } from '../person/team-member.ts';
import { cellAt, type Row, type RowId } from '../roster/roster.ts';
import { NO, YES } from '../rules/assumptions.ts';
import { isBlank } from '../rules/cell-rules/clean-text.ts';
import { normalizeLineBreaks } from '../text/plain-text.ts';
import { dateMeant, type Found, memberCell, canonicalGroups, canonicalText } from './member-cells.ts';

/** One cell of a person who is in Agent Connect already, in the words of the roster. */
export interface FieldChange {
  readonly column: ColumnKey;
  /** What Agent Connect has now; null where the snapshot does not tell. */
  readonly from: string | null;
  readonly to: string;
  /** Whether Agent Connect never takes it back. */
  readonly permanent: boolean;
}

/** How a row stands against the current team. Someone in doubt, of whom nobody can say who it is, is changed. */
export type RowComparison =
  | { readonly kind: 'new' }
  | { readonly kind: 'unchanged'; readonly member: TeamMember }
  | {
      readonly kind: 'changed';
      readonly changes: readonly FieldChange[];
      /** Null where the email address is one person's and the employee ID another's. */
      readonly member: TeamMember | null;
    };

/** How the rows of a roster that is to be a bulk update stand against the current team. */
export interface TeamComparison {
  /** Null for a row without text, which is nobody. */
  of(row: RowId): RowComparison | null;
  readonly counts: Readonly<Record<RowComparison['kind'], number>>;
}

/** Who of the current team a row is; null where that is nobody, or nobody can say. */
export function memberIn(comparison: RowComparison): TeamMember | null {
  return comparison.kind === 'new' ? null : comparison.member;
}

/** A row and whom of the current team it is compared with; what only some columns need is asked for when they do. */
export interface Comparison {
  readonly row: Row;
  readonly member: TeamMember;
  /** Columns of which nobody knows what the member has. */
  readonly untold: readonly ColumnKey[];
  /** Whether the row names the leader that the member has. */
  readonly hasSameLeader: () => boolean;
  /** What the rules have found in the row's start date, which may say what date is meant. */
  readonly found: () => Found;
}

/** A temporary password is for the first time that someone signs in, and nobody can tell whether it is another. */
const COMPARED = columns.filter(({ key }) => key !== 'temporaryPassword');

/** Positions in `Row.cells` of the cells that are compared. */
export const COMPARED_POSITIONS: readonly number[] = COMPARED.map(({ key }) => AT[key]);

/** What a row would change about someone who is in Agent Connect already, by column. An empty cell changes nothing. */
export function findChanges(comparison: Comparison): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const column of COMPARED) {
    const change = changeIn(column, comparison);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** The changes of a row whose cells at some positions may say something else than before; the same list where none does. */
export function findChangesAgain(
  before: readonly FieldChange[],
  touched: Iterable<number>,
  comparison: Comparison,
): readonly FieldChange[] {
  let changes = before;
  for (const position of touched) {
    const column = columns[position];
    if (column && COMPARED.includes(column))
      changes = withChange(changes, column.key, changeIn(column, comparison));
  }
  return changes;
}

/** Changes with another one of a column, or without one where it is null. */
function withChange(
  changes: readonly FieldChange[],
  key: ColumnKey,
  change: FieldChange | null,
): readonly FieldChange[] {
  const was = changes.find(({ column }) => column === key);
  if (was?.from === change?.from && was?.to === change?.to) return changes;
  const others = changes.filter(({ column }) => column !== key);
  if (change !== null) others.push(change);
  return others.sort((one, other) => AT[one.column] - AT[other.column]);
}

function changeIn({ key, field }: Column, comparison: Comparison): FieldChange | null {
  const { row, member, untold, found } = comparison;
  const typed = cellAt(row, AT[key]);
  const before = memberCell(member, key);
  // Most texts are those that Agent Connect has, which is told without asking what they mean.
  // Stryker disable next-line ConditionalExpression,StringLiteral: the lines below say the same, more slowly
  if (typed === '' || (typed === before && IS_PLAIN.includes(field))) return null;
  if (isBlank(typed)) return null;
  const to = (key === 'startDate' ? dateMeant(found()) : null) ?? canonicalText(key, typed);
  const isKnown = !untold.includes(key);
  if (isKnown ? isSame(key, before, to, comparison) : isSureNo(key, to)) return null;
  return { column: key, from: isKnown ? before : null, to, permanent: key === 'canManageTeams' };
}

/** Fields whose texts say the same wherever they are the same. */
const IS_PLAIN: readonly FieldKind[] = ['text', 'longText', 'role', 'email', 'employeeId', 'photoUrl'];

/** Whether a row says that someone who manages teams does not: Agent Connect never takes that back. */
export function wouldDemote({ row, member }: Pick<Comparison, 'row' | 'member'>): boolean {
  const typed = cellAt(row, AT.canManageTeams);
  return member.canManageTeams && !isBlank(typed) && canonicalText('canManageTeams', typed) === NO;
}

/** Neither is ever sent as a no to someone who may not have a yes. */
function isSureNo(key: ColumnKey, to: string): boolean {
  return (key === 'canManageTeams' || key === 'deactivated') && to === NO;
}

function isSame(
  key: ColumnKey,
  before: string,
  to: string,
  { row, member, hasSameLeader }: Comparison,
): boolean {
  switch (key) {
    // Cannot be taken back.
    case 'canManageTeams':
      return to === NO || before === YES;
    case 'teamLeader':
      return hasSameLeader();
    case 'email':
      return before === to || before.toLowerCase() === to.toLowerCase();
    case 'profile':
      return before === to || normalizeLineBreaks(before) === normalizeLineBreaks(to);
    case 'groups':
      return (
        before === to || sortedOnce(canonicalGroups(cellAt(row, AT.groups))) === sortedOnce(member.groups)
      );
    default:
      return before === to;
  }
}

/** Groups have no order. */
function sortedOnce(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)].sort());
}
