import { lineOf, type Roster } from '../../../../shared/roster/roster.ts';
import type { Choice } from '../choices/choice.ts';
import { type Candidate, referenceTo } from './candidate.ts';

/** A person as an entry of the list: who it is, and whether a team can be theirs. */
export function describeLeader(roster: Roster, person: Candidate): Choice {
  const { email, employeeId, role, canManage } = person;
  const row = person.row === null ? undefined : roster.byId.get(person.row);
  const place = row ? `line ${lineOf(row)}` : 'in the current team';
  const parts = [email, employeeId, role, place];
  return {
    value: referenceTo(person),
    name: nameOf(person),
    note: canManage ? 'can manage teams' : 'cannot manage teams',
    detail: parts.filter((part) => part !== '').join(' · '),
  };
}

/** What to call a person who may have no name yet. */
export function nameOf(person: Candidate): string {
  return person.name === '' ? referenceTo(person) : person.name;
}
