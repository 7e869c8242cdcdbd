import { AT } from '../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import { cellAt, type Row, type RowId } from '../../../shared/roster/roster.ts';
import { comparable } from '../../../shared/rules/cell-rules/clean-text.ts';
import { emailKey } from '../../../shared/rules/cell-rules/email.ts';
import { yesNoMeaning } from '../../../shared/rules/cell-rules/yes-no.ts';
import { type Leader, leaderName } from '../../../shared/rules/roster-rules/leader-resolver.ts';
import { foldText } from '../../../shared/text/plain-text.ts';

/** Someone who may be named as Team Leader. */
export interface Candidate {
  /** Null for someone of the current team who is not in the roster. */
  readonly row: RowId | null;
  readonly name: string;
  readonly email: string;
  readonly employeeId: string;
  readonly role: string;
  readonly canManage: boolean;
  /** What typing is compared with: name, email and ID, folded, each on a line, with line breaks around. */
  readonly folded: string;
}

/** The person of a row; null for one whom a reference cannot name, having neither email nor ID. */
export function candidateOfRow(row: Row): Candidate | null {
  const text = (position: number): string => comparable(cellAt(row, position));
  return candidate({
    row: row.id,
    name: `${text(AT.firstName)} ${text(AT.lastName)}`.trim(),
    email: text(AT.email),
    employeeId: text(AT.employeeId),
    role: text(AT.role),
    canManage: yesNoMeaning(cellAt(row, AT.canManageTeams)) === 'y',
  });
}

/** The person whom a reference means. */
export function candidateOfLeader(leader: Leader): Candidate | null {
  const { row, address, employeeId, role, manages } = leader;
  return candidate({
    row,
    name: leaderName(leader),
    email: address,
    employeeId,
    role,
    canManage: manages === true,
  });
}

/** The person of the current team; null for one who has left, or whom a reference cannot name. */
export function candidateOfMember(member: TeamMember): Candidate | null {
  if (member.deactivated) return null;
  const { email, employeeId, role } = member;
  const name = `${member.firstName} ${member.lastName}`.trim();
  return candidate({ row: null, name, email, employeeId, role, canManage: member.canManageTeams });
}

function candidate(person: Omit<Candidate, 'folded'>): Candidate | null {
  if (person.email === '' && person.employeeId === '') return null;
  return { ...person, folded: foldText(`\n${person.name}\n${person.email}\n${person.employeeId}\n`) };
}

/** What tells people apart: the email as it is compared, else the ID. */
export function keyOf({ email, employeeId }: Candidate): string {
  return email === '' ? `id ${employeeId}` : emailKey(email);
}

/** How a Team Leader's cell names the person: by email, or by ID where there is none. */
export function referenceTo({ email, employeeId }: Candidate): string {
  return email === '' ? employeeId : email;
}

/** People in a row whose texts are searched as one, which is many times faster than one after the other. */
export interface PeopleRun {
  readonly people: readonly Candidate[];
  /** Their folded texts, one behind the other. */
  readonly text: string;
  /** Where each one's text ends. */
  readonly ends: readonly number[];
}

/** Puts people together for searching. */
export function runOf(people: readonly Candidate[]): PeopleRun {
  let end = 0;
  const ends = people.map(({ folded }) => (end += folded.length));
  return { people, text: people.map(({ folded }) => folded).join(''), ends };
}

/** The people in whose texts every part stands, in their order; fastest where the first part is the rarest. */
export function peopleWith(runs: readonly PeopleRun[], [part = '', ...rest]: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { people, text, ends } of runs) {
    let index = 0;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, ends[index])) {
      while (at >= (ends[index] ?? Infinity)) index += 1;
      const person = people[index];
      if (person === undefined) break;
      if (rest.length === 0 || hasAll(text.slice(ends[index - 1] ?? 0, ends[index]), rest))
        found.push(person);
    }
  }
  return found;
}

function hasAll(text: string, parts: readonly string[]): boolean {
  return parts.every((part) => text.includes(part));
}

/**
 * The people of whom a line begins with a part, in their order: those of whom it is the whole line, and the first of
 * the others.
 */
export function peopleStarting(
  runs: readonly PeopleRun[],
  part: string,
  most: number,
): { readonly exact: Candidate[]; readonly others: Candidate[] } {
  const [exact, others]: [Candidate[], Candidate[]] = [[], []];
  const sign = `\n${part}`;
  for (const { people, text, ends } of runs) {
    let index = 0;
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      while (at >= (ends[index] ?? Infinity)) index += 1;
      const person = people[index];
      const found = text.startsWith('\n', at + sign.length) ? exact : others;
      if (person && (found === exact || found.length < most) && found.at(-1) !== person) found.push(person);
    }
  }
  return { exact, others };
}
