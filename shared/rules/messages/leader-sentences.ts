import type { RowId } from '../../roster/roster.ts';
import type { FactsByCode, PersonRef } from '../facts.ts';
import { cut, lines, listed, named, type People, quoted } from './words.ts';

const MOST_PEOPLE = 4;

/** `leader.notFound`. */
export function notFoundSentence(facts: FactsByCode['leader.notFound'], people: People): string {
  const { value, suggestions, teamKnown } = facts;
  const where = teamKnown ? 'here or in the current team' : 'here';
  const what = value.includes('@') ? 'email address' : 'ID';
  const sentence = isPersonsName(value)
    ? `${quoted(value)} is neither an email address nor an employee ID.`
    : `Nobody ${where} has the ${what} ${quoted(value)}.`;
  if (suggestions.length === 0)
    return `${sentence} Enter the email address or employee ID of someone who can manage teams.`;
  const who = suggestions.map((one) => `${cut(one.value)} (${plainName(one.person, people)})`);
  return `${sentence} Did you mean ${listed(who, 'or')}?`;
}

/** Whether a reference is somebody's name: several words without a digit, as lists of employees have them. */
export function isPersonsName(value: string): boolean {
  return !/[@\d]/.test(value) && /[\s,]/.test(value.trim());
}

function plainName(person: FactsByCode['leader.cannotManage']['leader'], people: People): string {
  if ('name' in person) return person.name || 'of the current team';
  return cut(people.nameOf(person.row)) || `line ${people.lineOf(person.row)}`;
}

/** `leader.cannotManage`. */
export function cannotManageSentence(facts: FactsByCode['leader.cannotManage'], people: People): string {
  const who = named(facts.leader, people);
  return 'row' in facts.leader
    ? `${who} has Can Manage Teams = n; set it to y or choose another Team Leader.`
    : `${who} cannot manage teams in Agent Connect; choose another Team Leader.`;
}

/** `leader.deactivated`. */
export function deactivatedLeaderSentence(leader: PersonRef, people: People): string {
  const who = named(leader, people);
  return 'row' in leader
    ? `${who} is marked as deactivated in this roster, and nobody can be led by them then. Choose another Team Leader.`
    : `${who} is deactivated in Agent Connect, and nobody can be led by them there. Reactivate them in Agent Connect first, or choose another Team Leader.`;
}

/** `leader.cycle`: the chain as it looks from a row, and back to it. */
export function cycleSentence(chain: readonly RowId[], row: RowId, people: People): string {
  const from = Math.max(0, chain.indexOf(row));
  const around = [...chain.slice(from), ...chain.slice(0, from)];
  const shown = around.length <= MOST_PEOPLE ? around : around.slice(0, MOST_PEOPLE - 1);
  const steps = [...shown.map((member) => named({ row: member }, people))];
  if (shown.length < around.length) steps.push(`… ${around.length - shown.length} more …`);
  return `The Team Leaders go in a circle: ${[...steps, steps[0] ?? ''].join(' → ')}. Give one of them another Team Leader.`;
}

/** `leader.ambiguous`. */
export function ambiguousSentence(facts: FactsByCode['leader.ambiguous'], people: People): string {
  const rows = facts.people.flatMap((person) => ('row' in person ? [person.row] : []));
  const names = facts.people.flatMap((person) => ('name' in person ? [person.name] : []));
  const who = [
    ...(rows.length > 0 ? [lines(rows, people)] : []),
    ...names.slice(0, MOST_PEOPLE).map((name) => `${cut(name)} of the current team`),
  ];
  const several = facts.many ? 'many rows' : listed(who);
  return `${quoted(facts.value)} could be several people: ${several}. Make their emails and IDs different, or use another one.`;
}
