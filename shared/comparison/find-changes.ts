import { AT, type ColumnKey, columns } from '../columns/catalogue.ts';
import type { TeamMember } from '../current-team/current-team.ts';
import { memberCells } from '../current-team/member-cells.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { isBlank } from '../rules/cell-rules/clean-text.ts';
import { formatGroups } from '../rules/cell-rules/groups.ts';
import { normalizeLineBreaks } from '../text/line-breaks.ts';
import type { FieldChange } from './field-change.ts';

/** What someone of the current team is compared with. */
export interface Comparison {
  readonly row: Row;
  /** What the row says about the person. */
  readonly person: TeamMember;
  readonly member: TeamMember;
  /** Whether the row names the leader that the member has. */
  readonly sameLeader: boolean;
  /** Columns of which nobody knows what the member has. */
  readonly untold: readonly ColumnKey[];
}

/** A temporary password is for the first time that someone signs in, and nobody can tell whether it is another. */
const COMPARED = columns.map(({ key }) => key).filter((key) => key !== 'temporaryPassword');

/** What a row would change about someone who is in Agent Connect already, by column. An empty cell changes nothing. */
export function findChanges(comparison: Comparison): FieldChange[] {
  const { row, person, member, untold } = comparison;
  const before = memberCells(member);
  const after = memberCells(person);
  return COMPARED.flatMap((key) => {
    if (isBlank(cellAt(row, AT[key]))) return [];
    if (isSame(key, comparison) ?? before[key] === after[key]) return [];
    const from = untold.includes(key) ? null : before[key];
    // A cell that says so empties the groups.
    const to = key === 'groups' ? formatGroups(person.groups) : after[key];
    return [{ column: key, from, to, permanent: key === 'canManageTeams' }];
  });
}

/** Whether a row says that someone who manages teams does not: Agent Connect never takes that back. */
export function wouldDemote({ row, person, member }: Comparison): boolean {
  return member.canManageTeams && !person.canManageTeams && !isBlank(cellAt(row, AT.canManageTeams));
}

/** Whether a column is the same where its texts do not tell; null where they do. */
function isSame(key: ColumnKey, { person, member, sameLeader, untold }: Comparison): boolean | null {
  // Neither is ever sent as a no to someone who may not have a yes, and the first cannot be.
  if (key === 'canManageTeams') return !person.canManageTeams || member.canManageTeams;
  if (key === 'deactivated' && untold.includes(key)) return !person.deactivated;
  if (untold.includes(key)) return false;
  switch (key) {
    case 'teamLeader':
      return sameLeader;
    case 'email':
      return person.email.toLowerCase() === member.email.toLowerCase();
    case 'profile':
      return normalizeLineBreaks(person.profile) === normalizeLineBreaks(member.profile);
    case 'groups':
      return sortedOnce(person.groups) === sortedOnce(member.groups);
    default:
      return null;
  }
}

/** Groups have no order. */
function sortedOnce(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)].sort());
}
