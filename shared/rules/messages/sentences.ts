import { type ColumnKey, columnOf } from '../../person/catalogue.ts';
import type { RowId } from '../../roster/roster.ts';
import { MOST_ROWS_NAMED, SHORTEST_PASSWORD } from '../assumptions.ts';
import type { FactsByCode, Sharing, SpacePlace, UnknownName } from '../facts.ts';
import type { ProblemCode } from '../problem.ts';
import { emailSentence } from './email-sentences.ts';
import {
  ambiguousSentence,
  cannotManageSentence,
  deactivatedLeaderSentence,
  cycleSentence,
  notFoundSentence,
} from './leader-sentences.ts';
import { UPDATE_SENTENCES } from './update-sentences.ts';
import { characterNames, cut, isOnlyTabs, lines, listed, type People, quoted } from './words.ts';

/** Where a problem stands and how to name the people in it. */
export interface Telling {
  readonly row: RowId;
  readonly column: ColumnKey | null;
  readonly people: People;
}

type Sentences = { readonly [Code in ProblemCode]: (facts: FactsByCode[Code], telling: Telling) => string };

/** What each problem says: what is wrong with this value, and what to do. */
export const SENTENCES: Sentences = {
  required: (_facts, telling) => `${header(telling)} is empty; Agent Connect needs it.`,
  'value.placeholder': (facts, telling) => placeholderSentence(facts, header(telling)),
  'row.header': () =>
    'This row holds the names of the columns and is no person, as where two lists were put one below the other. Remove it.',
  'identifier.missing': () =>
    'There is neither an email address nor an employee ID; Agent Connect needs one of them.',
  'yesNo.invalid': ({ value, means }, telling) =>
    means === null
      ? `${quoted(value)} is neither y nor n; enter y or n in ${header(telling)}.`
      : `${quoted(value)} means ${means}, but Agent Connect only takes y or n.`,
  'email.invalid': ({ value, slip, part }) => emailSentence(value, slip, part),
  'email.duplicate': (facts, { row, people }) =>
    `${sharedBy(facts, row, people)} the email address ${quoted(facts.value)}. Every person needs their own.`,
  'employeeId.duplicate': (facts, { row, people }) =>
    `${sharedBy(facts, row, people)} the ID ${quoted(facts.value)}. Every person needs their own.`,
  'employeeId.numberDamage': ({ value, damage }) =>
    damage === 'exponent'
      ? `A spreadsheet has shortened this ID to ${quoted(value)}; enter it again as text.`
      : `A spreadsheet has rounded this ID to ${quoted(value)}: its last digits are lost. Enter it again as text.`,
  'employeeId.decimal': ({ value, id, all }) =>
    all
      ? `${quoted(value)} is ${quoted(id)}: all IDs here end in .0, as programs write numbers.`
      : `${quoted(value)} ends in .0, as programs write numbers; the ID is probably ${quoted(id)}.`,
  'employeeId.leadingZeros': ({ value, width }) =>
    `${quoted(value)} is shorter than the other IDs, which have ${width} digits; a spreadsheet may have dropped its leading zeros.`,
  'role.unknown': (facts) => unknownName(facts, 'role'),
  'leader.notFound': (facts, { people }) => notFoundSentence(facts, people),
  'leader.cannotManage': (facts, { people }) => cannotManageSentence(facts, people),
  'leader.deactivated': ({ leader }, { people }) => deactivatedLeaderSentence(leader, people),
  'leader.self': ({ value }) =>
    `${quoted(value)} is this person: nobody can be their own Team Leader. Choose another.`,
  'leader.cycle': ({ chain }, { row, people }) => cycleSentence(chain, row, people),
  'leader.ambiguous': (facts, { people }) => ambiguousSentence(facts, people),
  'employmentStatus.invalid': ({ value, means }) =>
    means === null
      ? `${quoted(value)} is not an employment status; use Full Time, Part Time or Temp.`
      : `${quoted(value)} has to be written ${quoted(means)}.`,
  'date.invalid': ({ value, reason }) =>
    reason === 'noSuchDate'
      ? `There is no such date as ${quoted(value)}; enter it as YYYY-MM-DD.`
      : `${quoted(value)} is not a date; enter one as YYYY-MM-DD or leave the cell empty.`,
  'date.ambiguous': ({ value, readings }) =>
    `${quoted(value)} could be ${listed(readings.map(longDate), 'or')}; choose which.`,
  'date.format': ({ value, date }) =>
    `${quoted(value)} is ${longDate(date)}; Agent Connect takes it as ${date}.`,
  'date.implausible': ({ date, when }) =>
    `${longDate(date)} is ${when === 'past' ? 'very long ago' : 'more than two years ahead'} for a start date; check the year.`,
  'groups.malformed': ({ value, reason }) => `${quoted(value)} ${GROUPS_MALFORMED[reason]}.`,
  'groups.duplicate': ({ names }) =>
    `${listed(names.slice(0, 3).map(quoted))} ${names.length === 1 ? 'is' : 'are'} listed more than once; once is enough.`,
  'groups.unknown': ({ names }) =>
    names
      .slice(0, 3)
      .map((facts) => unknownName(facts, 'group'))
      .join(' ') + (names.length > 3 ? ` ${names.length - 3} more are unknown.` : ''),
  'licenseType.invalid': ({ value, means }) =>
    `${quoted(value)} is not a license type; ${means === null ? 'use Standard or Flexible' : `did you mean ${means}?`}`.replace(
      /([^?])$/,
      '$1.',
    ),
  'channels.none': () =>
    'Phone, chat and email are all n, so this person would get no requests. Set at least one to y if that is not meant.',
  'text.spaces': ({ places }, telling) =>
    `${header(telling)} has ${listed(places.map((place) => SPACES[place]))}.`,
  'text.control': ({ characters }, telling) =>
    isOnlyTabs(characters)
      ? `${header(telling)} holds a tab, which separates columns in the file; put a space instead.`
      : `${header(telling)} holds ${characterNames(characters)}, which ${characters.length === 1 ? 'does not belong in text; remove it' : 'do not belong in text; remove them'}.`,
  'text.invisible': ({ characters }, telling) =>
    `${header(telling)} holds ${characterNames(characters)}, which nobody can see; remove it.`,
  'text.lineBreak': (_facts, telling) => `${header(telling)} runs over more than one line; only Profile may.`,
  'text.damaged': ({ value, damage, readings, sure }) =>
    damage === 'mojibake'
      ? `${quoted(value)} has garbled letters${readings.length === 0 ? '; type it again.' : `: it ${sure ? 'should' : 'probably should'} read ${listed(readings.map(quoted), 'or')}.`}`
      : `${quoted(value)} has lost letters on the way here; type it again.`,
  'text.escaped': ({ value, kind, reads }) =>
    `${quoted(value)} ${ESCAPED[kind]}${reads === null ? '; type it again.' : kind === 'tags' ? `; without them it reads ${quoted(reads)}.` : `: it should read ${quoted(reads)}.`}`,
  'text.wrapped': ({ value, inner, isFormula, sure }) =>
    isFormula
      ? `${quoted(value)} is ${quoted(inner)} in the form of a formula, which keeps a spreadsheet from changing it; only the value belongs here.`
      : `${quoted(value)} begins with an apostrophe, a spreadsheet’s mark for text; ${sure ? `the value is ${quoted(inner)}` : 'remove it if it is not part of the name'}.`,
  'text.mixedScript': ({ word, letter }) =>
    `${quoted(word)} holds “${letter}” (U+${hex(letter)}) of another alphabet that only looks right; type it again.`,
  'text.formula': ({ value, first }) =>
    `${quoted(value)} begins with ${first.trim() === '' ? 'a tab or line break' : `“${first}”`}, so a spreadsheet would run it as a formula.`,
  'password.weak': ({ reason }) =>
    `The temporary password ${WEAK[reason]}; choose one that is harder to guess.`,
  'password.shared': (facts, { row, people }) =>
    `${sharedBy(facts, row, people)} the same temporary password. Give each person their own.`,
  'person.exists': ({ value, by, name }) =>
    `${quoted(value)} belongs to ${name === '' ? 'someone' : cut(name)} in Agent Connect already: this ${by === 'email' ? 'email address' : 'ID'} cannot be created again.`,
  'person.twice': (facts, { row, people }) =>
    `${sharedBy(facts, row, people)} the same name and Team Leader. If that is one person, delete all rows but one.`,
  ...UPDATE_SENTENCES,
};

function header({ column }: Telling): string {
  return column === null ? 'This row' : columnOf(column).header;
}

/** “Two rows have”, with the lines of all: this row's and the others'. */
function sharedBy({ others, many }: Sharing, row: RowId, people: People): string {
  if (many) return `More than ${MOST_ROWS_NAMED} rows have`;
  const all = lines([row, ...others], people);
  return `${all.charAt(0).toUpperCase()}${all.slice(1)} have`;
}

function unknownName({ name, nearest, sameLetters }: UnknownName, what: 'role' | 'group'): string {
  const sentence = `There is no ${what} ${quoted(name)}`;
  if (nearest === null) return `${sentence}; choose one that your organization has.`;
  return sameLetters
    ? `${sentence}, only ${quoted(nearest)}: case and spaces count.`
    : `${sentence}. Did you mean ${quoted(nearest)}?`;
}

/** `value.placeholder`: what to do depends on whether the cell may be empty, and on whether it could be a name. */
function placeholderSentence(
  { value, isNeeded, isError }: FactsByCode['value.placeholder'],
  column: string,
): string {
  const what = isError ? 'is an error that a spreadsheet shows' : 'stands for no value';
  const todo = isNeeded ? `enter the right ${column}` : `empty the cell, or enter the right ${column}`;
  const name = /^[A-Z]+$/.test(value)
    ? ` If it is a name, write it as ${quoted(value.charAt(0) + value.slice(1).toLowerCase())}.`
    : '';
  return `${quoted(value)} ${what}; ${todo}.${name}`;
}

const ESCAPED: Readonly<Record<FactsByCode['text.escaped']['kind'], string>> = {
  entities: 'holds characters as HTML writes them',
  tags: 'holds HTML tags',
  unicode: 'holds characters as programs write them',
  url: 'holds characters as web addresses write them',
  quotedPrintable: 'holds characters as mail writes them',
  byte: 'holds a character as mail or web addresses write it',
};

const GROUPS_MALFORMED: Readonly<Record<FactsByCode['groups.malformed']['reason'], string>> = {
  noBraces: 'has no braces; groups are written {Support, Tier 2}',
  unbalanced: 'has a brace too many or too few; groups are written {Support, Tier 2}',
  nested: 'has braces inside braces; groups are written {Support, Tier 2}',
  emptyName: 'has a comma without a group; remove it',
  separateBraces: 'has braces around each group; one pair goes around all: {Support, Tier 2}',
};

const SPACES: Readonly<Record<SpacePlace, string>> = {
  start: 'a space at the start',
  end: 'a space at the end',
  doubled: 'a doubled space',
  nonBreaking: 'a non-breaking space',
};

const WEAK: Readonly<Record<FactsByCode['password.weak']['reason'], string>> = {
  short: `has fewer than ${SHORTEST_PASSWORD} characters`,
  name: 'contains the person’s own name',
  emailName: 'contains the person’s email name',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 2026-03-15 as “15 March 2026”. */
function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${Number(year)}`;
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
