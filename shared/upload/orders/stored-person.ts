import { columns, type ColumnKey } from '../../person/catalogue.ts';
import type { TeamMember } from '../../person/team-member.ts';
import { memberCell } from '../../team/member-cells.ts';
import { type ReadEmployee, readEmployee } from '../../team/read-employee.ts';
import { DEFAULT_ROLE_ENDING } from '../../rules/assumptions.ts';
import type { StoredOtherwise } from '../journal/outcome.ts';
import type { EmployeeBody } from '../plan/employee-body.ts';
import { isSameCell } from './compare-member.ts';

/** A person as Agent Connect has them after a request: the fields that it told, and no others. */
export type StoredPerson = Pick<ReadEmployee, 'member' | 'told'>;

/** Characters of a value that a report shows. */
const MAX_SHOWN = 200;

/** The first half of a character that was cut in two. */
const HALF = /[\uD800-\uDBFF]$/;

/**
 * What Agent Connect stored otherwise than it was sent, column by column. Fields that were not sent, or that the answer
 * does not tell, are not compared, nor is the temporary password; values are cut to 200 characters. The case of email addresses, spaces around a value,
 * the order of groups, kinds of line breaks and the ending of a default role are no difference.
 */
export function storedDifferences(
  body: EmployeeBody,
  { member, told }: StoredPerson,
): readonly StoredOtherwise[] {
  const sent = readEmployee(body, false);
  return columns.flatMap(({ key, apiField }) => {
    if (apiField === null || !sent.told.has(apiField) || !told.has(apiField)) return [];
    const [was, is] = [memberCell(sent.member, key), memberCell(member, key)];
    return isStoredAs(key, was, is, member) ? [] : [{ column: key, sent: cut(was), stored: cut(is) }];
  });
}

function isStoredAs(column: ColumnKey, sent: string, stored: string, member: TeamMember): boolean {
  const [one, other] = [sent.trim(), stored.trim()];
  // An answer may name the leader by an ID, which says nothing about the address that was sent.
  if (column === 'teamLeader') return isSameCell('email', one, other) || !isAddress(member.teamLeader);
  if (column === 'role') return withoutEnding(one) === withoutEnding(other);
  return isSameCell(column, one, other);
}

function isAddress(text: string): boolean {
  return text === '' || text.includes('@');
}

function withoutEnding(role: string): string {
  return role.endsWith(DEFAULT_ROLE_ENDING) ? role.slice(0, -DEFAULT_ROLE_ENDING.length) : role;
}

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).replace(HALF, '')}…` : text;
}
