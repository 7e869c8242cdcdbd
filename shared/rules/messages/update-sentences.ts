import { columnOf } from '../../person/catalogue.ts';
import type { FactsByCode } from '../facts.ts';
import type { ProblemCode } from '../problem.ts';
import { cut, listed, quoted } from './words.ts';

type UpdateCode = Extract<
  ProblemCode,
  `manager.${string}` | 'person.unknown' | 'person.twoPeople' | 'deactivated.no' | 'deactivated.incomplete'
>;

/** What the problems of a bulk update say. */
export const UPDATE_SENTENCES: {
  readonly [Code in UpdateCode]: (facts: FactsByCode[Code]) => string;
} = {
  'person.unknown': ({ value, by }) =>
    `Nobody in Agent Connect has the ${by === 'email' ? 'email address' : 'ID'} ${quoted(value)}: a bulk update changes only people who are there. Correct it, or create this person with Bulk Create Users.`,
  'person.twoPeople': ({ byEmail, byId }) =>
    `The email address is that of ${quoted(byEmail)} in Agent Connect, the employee ID that of ${quoted(byId)}. Correct the one that is wrong.`,
  'manager.reassigned': ({ name }) =>
    `${cut(name)} manages teams, and a bulk update cannot give managers another Team Leader. Put the old one back, and change it in their profile in Agent Connect.`,
  'manager.deactivated': ({ name }) =>
    `${cut(name)} manages teams, and a bulk update cannot deactivate managers. Empty the cell, and deactivate them in their profile in Agent Connect.`,
  'manager.demoted': ({ name }) =>
    `${cut(name)} manages teams, and Agent Connect never takes that back: this n changes nothing.`,
  'deactivated.no': () =>
    'A bulk update takes y or nothing in Deactivated, and reactivates nobody. Empty the cell.',
  'deactivated.incomplete': ({ missing }) =>
    `This person is deactivated and has no ${listed(missing.map((key) => columnOf(key).header))}: with such a row the whole bulk update fails. Delete the row, or fill ${missing.length === 1 ? 'the cell' : 'the cells'}.`,
};
