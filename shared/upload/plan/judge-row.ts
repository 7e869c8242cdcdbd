import { AT, type ColumnKey } from '../../person/catalogue.ts';
import type { TeamMember } from '../../person/team-member.ts';
import { type FieldChange, findChanges, wouldDemote } from '../../team/find-changes.ts';
import type { Match } from '../../team/match-rows.ts';
import { personOf } from '../../team/member-cells.ts';
import { cellAt, type Row, type RowId } from '../../roster/roster.ts';
import { comparable, isBlank } from '../../rules/cell-rules/clean-text.ts';
import type { Problem, ProblemCode } from '../../rules/problem.ts';
import { bodyToCreate, bodyToUpdate } from './request-body.ts';
import type { Block, UploadMode } from './upload-plan.ts';

/** Whom a row's Team Leader means: the row, the member of the current team, or both where they are one person. */
export interface Leader {
  readonly row: Row | null;
  readonly member: TeamMember | null;
}

/** What there is to know about a row beside the row. */
export interface RowFacts {
  readonly mode: UploadMode;
  readonly problems: readonly Problem[];
  readonly match: Match;
  /** Every row that is the same member as this one. */
  readonly sameMember: readonly RowId[];
  readonly leader: Leader;
  /** Whether the leader is the one whom the member has in Agent Connect. */
  readonly sameLeader: boolean;
  readonly untold: readonly ColumnKey[];
}

/** What is to be done about a row, if its leader can be named. */
export type Verdict =
  | { readonly kind: 'create' }
  | {
      readonly kind: 'changed';
      readonly changes: readonly FieldChange[];
      readonly member: TeamMember;
      readonly staysManager: boolean;
    }
  | { readonly kind: 'exists'; readonly member: TeamMember; readonly staysManager: boolean }
  | { readonly kind: 'blocked'; readonly block: Block };

/**
 * Problems that are no errors in a file, where Agent Connect may yet understand the cell, but leave a request without
 * a value.
 */
const BLOCKING: readonly ProblemCode[] = ['date.ambiguous'];

/** Judges a row by itself. In create mode nothing is sent for those who exist, so nothing about them blocks. */
export function judgeRow(row: Row, facts: RowFacts): Verdict {
  const { mode, match, sameMember } = facts;
  if (match.kind === 'twoPeople') return blocked(match);
  if (match.kind === 'member' && mode === 'create')
    return { kind: 'exists', member: match.member, staysManager: false };
  const problems = facts.problems.filter(isBlocking);
  if (problems.length > 0) return blocked({ kind: 'problems', problems });
  if (sameMember.length > 1)
    return blocked({ kind: 'samePerson', rows: sameMember.filter((other) => other !== row.id) });
  const person = personOf(row, facts.problems);
  return match.kind === 'member'
    ? judgeMember(row, person, match.member, facts)
    : judgeNewcomer(row, person, facts);
}

function judgeNewcomer(row: Row, person: TeamMember, { leader }: RowFacts): Verdict {
  if (person.deactivated) return blocked({ kind: 'nobodyToDeactivate' });
  const password = cellAt(row, AT.temporaryPassword);
  const body = bodyToCreate(person, emailOf(leader), isBlank(password) ? '' : password);
  return body.ok ? { kind: 'create' } : blocked({ kind: 'unsendable', columns: body.failure });
}

function judgeMember(row: Row, person: TeamMember, member: TeamMember, facts: RowFacts): Verdict {
  const { leader, sameLeader, untold, problems } = facts;
  const known = { member, staysManager: wouldDemote({ row, member }) };
  const changes = findChanges({
    row,
    member,
    untold,
    hasSameLeader: () => sameLeader,
    found: () => problems,
  });
  if (changes.length === 0) return { kind: 'exists', ...known };
  const body = bodyToUpdate(person, emailOf(leader), changes);
  return body.ok
    ? { kind: 'changed', changes, ...known }
    : blocked({ kind: 'unsendable', columns: body.failure });
}

/**
 * Errors in a file that are none here: that someone exists already is for the plan to say, and the vendor's limits of a
 * bulk update are those of the page that takes the file; the API changes one person at a time.
 */
const NOT_BLOCKING: readonly ProblemCode[] = [
  'person.exists',
  'manager.reassigned',
  'manager.deactivated',
  'deactivated.incomplete',
];

function isBlocking({ code, severity }: Problem): boolean {
  return (severity === 'error' && !NOT_BLOCKING.includes(code)) || BLOCKING.includes(code);
}

function emailOf({ row, member }: Leader): string {
  return row === null ? (member?.email ?? '') : comparable(cellAt(row, AT.email));
}

function blocked(block: Block): Verdict {
  return { kind: 'blocked', block };
}
