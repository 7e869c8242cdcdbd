import type { Channel } from '../../person/catalogue.ts';
import type { ExcludedRow } from '../../roster/change.ts';
import { cellAt, type Row } from '../../roster/roster.ts';
import { NO, YES } from '../../rules/assumptions.ts';
import { comparable } from '../../rules/cell-rules/clean-text.ts';
import { formatGroups, groupNames } from '../../rules/cell-rules/groups.ts';
import { hasCome } from './guess-column.ts';
import { channelsOf, listEntries } from './known-words.ts';
import {
  type ColumnMapping,
  EXCLUDED,
  type MappedColumn,
  type MappedFrom,
  type MappedKey,
} from './mapping.ts';
import type { Source } from './sources.ts';

/** What a row’s text in a column of the roster is made of. */
export type TextOf = (row: Row) => string;

/** What the rows say of one another, which columns that come out of other rows are made of. */
export interface NamedPeople {
  /** The address or ID of the person whom a text names; null where nobody is surely meant. */
  readonly personOf: (text: string) => string | null;
  /** Whether a row is named as somebody’s Team Leader. */
  readonly isNamed: (row: Row) => boolean;
  /** Whether those who are named manage teams, whatever the file says of them. */
  readonly manages: boolean;
}

/** Where nobody has been looked for yet: every text stays as it is, and nobody is named. */
export const NOBODY_NAMED: NamedPeople = {
  personOf: () => null,
  isNamed: () => false,
  manages: false,
};

/**
 * What a column of a mapping has for each row, from the texts of the sources as they stand; `named` is asked for what
 * comes out of other rows.
 */
export function textMaker(
  entry: MappedColumn,
  sources: readonly Source[],
  named: NamedPeople = NOBODY_NAMED,
): TextOf {
  const made = makerOf(entry, sources, named);
  if (entry.key !== 'canManageTeams' || !named.manages) return made;
  return (row) => (named.isNamed(row) ? YES : made(row));
}

/** Why a mapping leaves a row out; null for one that stays. */
export type Exclusion = (row: Row) => Pick<ExcludedRow, 'header' | 'text'> | null;

/** Which rows a mapping leaves out, and why. */
export function exclusionOf(mapping: ColumnMapping, sources: readonly Source[]): Exclusion {
  const entry = mapping.find(({ key }) => key === EXCLUDED);
  const reasons = entry === undefined ? [] : reasonsOf(entry);
  return (row) => reasons.reduce<ReturnType<Exclusion>>((found, why) => found ?? why(row), null);

  function reasonsOf({ key, from, values }: MappedColumn): Exclusion[] {
    if (from.kind === 'left') {
      const { by } = from;
      const status =
        by === null ? [] : reasonsOf({ key, from: { kind: 'by', column: by, rest: '' }, values });
      return [...status, reasonOf({ key, from: { ...from, by: null }, values: [] }, from.column)];
    }
    return from.kind === 'by' ? [reasonOf({ key, from, values }, from.column)] : [];
  }

  function reasonOf(one: MappedColumn, column: number): Exclusion {
    const source = sources[column];
    const textOf = textMaker(one, sources);
    return (row) =>
      textOf(row) === YES
        ? { header: source?.header ?? '', text: cellAt(row, source?.position ?? Infinity).trim() }
        : null;
  }
}

function makerOf(entry: MappedColumn, sources: readonly Source[], named: NamedPeople): TextOf {
  const { key, from } = entry;
  const values = new Map(entry.values.map((value) => [comparable(value.from), value.to]));
  const becomes = (text: string): string => values.get(comparable(text)) ?? text;
  switch (from.kind) {
    case 'by': {
      const position = positionOf(from.column, sources);
      const decide: TextOf = (row) => values.get(comparable(cellAt(row, position))) ?? from.rest;
      return key === 'groups' ? (row) => joinedGroups(namesIn(decide(row))) : decide;
    }
    case 'left': {
      const position = positionOf(from.column, sources);
      const status = from.by === null ? Infinity : positionOf(from.by, sources);
      return (row) =>
        hasCome(cellAt(row, position), from.day) || values.get(comparable(cellAt(row, status))) === YES
          ? YES
          : '';
    }
    case 'listed':
      return listedMaker(key, positionOf(from.column, sources), values);
    case 'leads':
      return (row) => (named.isNamed(row) ? YES : NO);
    case 'person': {
      const position = positionOf(from.column, sources);
      return (row) => {
        const text = becomes(cellAt(row, position));
        return named.personOf(text) ?? text;
      };
    }
    default:
      return plainMaker(key, madeFrom(from, sources), values.size === 0 ? null : becomes);
  }
}

function plainMaker(key: MappedKey, made: TextOf, becomes: ((text: string) => string) | null): TextOf {
  if (becomes === null) return made;
  if (key !== 'groups') return (row) => becomes(made(row));
  return (row) => {
    const text = made(row);
    const names = namesIn(text);
    const renamed = names.map(becomes);
    return renamed.every((name, index) => name === names[index])
      ? text
      : joinedGroups(renamed.flatMap(groupsIn));
  };
}

/** A name of a group may become several, in braces. */
function groupsIn(text: string): readonly string[] {
  return text.startsWith('{') ? namesIn(text) : [text];
}

const CHANNEL_OF: Readonly<Partial<Record<MappedKey, Channel>>> = {
  phoneChannel: 'phone',
  chatChannel: 'chat',
  emailChannel: 'email',
};

/** `y` where any entry of the list names the channel, `n` where all that are known name others; else empty. */
function listedMaker(key: MappedKey, position: number, values: ReadonlyMap<string, string>): TextOf {
  const channel = CHANNEL_OF[key];
  const saysOf = (entry: string): string | null => {
    const said = values.get(comparable(entry));
    if (said !== undefined) return said;
    const channels = channelsOf(entry);
    return channels === null ? null : channels.some((one) => one === channel) ? YES : NO;
  };
  const made = new Map<string, string>();
  return (row) => {
    const text = cellAt(row, position);
    const before = made.get(text);
    if (before !== undefined) return before;
    const says = listEntries(text).map(saysOf);
    const makes = says.includes(YES) ? YES : says.includes(NO) ? NO : '';
    if (made.size < MAX_KNOWN) made.set(text, makes);
    return makes;
  };
}

/** Cells of groups that were taken apart: in a roster of 100,000 people there are a few dozen different ones. */
const known = new Map<string, readonly string[]>();
const MAX_KNOWN = 1000;

/** The names of groups in a cell, whatever parts them: braces and commas, semicolons, bars or line breaks. */
export function namesIn(text: string): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parts = groupNames(text) ?? withoutBrackets(text.trim()).split(/[{},;|\n]/);
  const names = parts.map((name) => comparable(name)).filter((name) => name !== '');
  if (known.size === MAX_KNOWN) known.clear();
  known.set(text, names);
  return names;
}

function withoutBrackets(text: string): string {
  return /^(?:\[.*\]|\(.*\))$/s.test(text) ? text.slice(1, -1) : text;
}

/** Sources that come as they are, in parts or together. */
type PlainFrom = Extract<MappedFrom, { kind: 'column' | 'namePart' | 'joined' | 'constant' }>;

function madeFrom(from: PlainFrom, sources: readonly Source[]): TextOf {
  switch (from.kind) {
    case 'constant':
      return () => from.text;
    case 'column': {
      const position = positionOf(from.column, sources);
      return (row) => cellAt(row, position);
    }
    case 'namePart': {
      const position = positionOf(from.column, sources);
      return (row) => splitName(cellAt(row, position))[from.part];
    }
    case 'joined': {
      const positions = from.columns.map((column) => positionOf(column, sources));
      const join = from.as === 'groups' ? joinGroups : joinWords;
      return (row) => join(positions.map((position) => cellAt(row, position)));
    }
  }
}

/** A place that no source has is empty in every row. */
function positionOf(column: number, sources: readonly Source[]): number {
  return sources[column]?.position ?? Infinity;
}

function joinWords(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

function joinGroups(texts: readonly string[]): string {
  return joinedGroups(texts.flatMap(namesIn));
}

function joinedGroups(names: readonly string[]): string {
  const once = [...new Set(names)].filter((name) => name !== '');
  return once.length === 0 ? '' : formatGroups(once);
}

/** A whole name as its two halves. */
export interface SplitName {
  readonly first: string;
  readonly last: string;
}

/** Words that belong to the last name after them, as in “Vincent van der Berg” and “Ana de la Cruz”. */
const PARTICLES = new Set(
  'van von der den de del della di da dal do dos das du des la le el al bin ibn ben ter ten te zu zur zum af av'.split(
    ' ',
  ),
);

/** Scripts whose names begin with the family’s. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s]+$/u;

/**
 * Takes a whole name apart: `Eze, Amara` at its comma, `LE GOFF Amara` and `Amara LE GOFF` by the capitals of the last
 * name, others before the last word and the particles in front of it. A single word is the first name. No word is lost; where two words are the last name, as in Spanish, the first of them
 * ends up with the first name, which only a person can tell.
 */
export function splitName(text: string): SplitName {
  const name = text.trim();
  const comma = name.indexOf(',');
  if (comma !== -1) return { first: oneSpaced(name.slice(comma + 1)), last: oneSpaced(name.slice(0, comma)) };
  const words = name.split(/\s+/u);
  const [word = '', ...others] = words;
  if (others.length === 0) return { first: word, last: '' };
  if (FAMILY_FIRST.test(name)) return { first: others.join(' '), last: word };
  const byCapitals = splitByCapitals(words);
  if (byCapitals !== null) return byCapitals;
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has((words[from - 1] ?? '').toLowerCase())) from -= 1;
  return { first: words.slice(0, from).join(' '), last: words.slice(from).join(' ') };
}

/** Words in capitals at one end are the last name, as lists of personnel write it; null where there are none. */
function splitByCapitals(words: readonly string[]): SplitName | null {
  const capitals = words.map(isInCapitals);
  const before = capitals.indexOf(false);
  // “AJ Brown” begins with initials.
  const isName = words.slice(0, before).join('').length > 2;
  if (before > 0 && isName && capitals.lastIndexOf(true) < before)
    return { first: words.slice(before).join(' '), last: words.slice(0, before).join(' ') };
  const behind = capitals.indexOf(true);
  if (behind > 0 && capitals.lastIndexOf(false) < behind)
    return { first: words.slice(0, behind).join(' '), last: words.slice(behind).join(' ') };
  return null;
}

/** “GARÇON”, “D’HONDT” and “SAINT-ANDRÉ”, but neither an initial nor “J.-P.”. */
function isInCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word) && /\p{Lu}\p{M}*\p{Lu}/u.test(word);
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
