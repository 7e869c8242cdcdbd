import type { RowId } from '../../roster/roster.ts';
import type { PersonRef } from '../facts.ts';

/** Where and who the people of a problem are now. */
export interface People {
  /** The line that the spreadsheet shows. */
  lineOf(row: RowId): number;
  /** First and last name; empty where the row has none. */
  nameOf(row: RowId): string;
}

const LONGEST_VALUE = 60;
const MOST_LINES = 3;

/** A value in quotation marks, on one line, cut where it is long. */
export function quoted(value: string): string {
  const start = value
    .slice(0, 4 * LONGEST_VALUE)
    .replace(/[\s\0-\x1f\x7f-\x9f]+/g, ' ')
    .trim();
  const letters = Array.from(start);
  const isCut = letters.length > LONGEST_VALUE || value.length > 4 * LONGEST_VALUE;
  return `“${isCut ? `${letters.slice(0, LONGEST_VALUE).join('')}…` : start}”`;
}

/** A person as a sentence names them: “Ana Ruiz (line 3)”. */
export function named(person: PersonRef, people: People): string {
  if ('name' in person) return person.name === '' ? 'someone of the current team' : person.name;
  const name = people.nameOf(person.row).trim();
  const line = `line ${people.lineOf(person.row)}`;
  return name === '' ? line : `${cut(name)} (${line})`;
}

/** A name that fits into a sentence. */
export function cut(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}

/** The lines of rows, ascending, the first few named: “line 3”, “lines 3 and 41”, “lines 3, 41, 50 and 7 others”. */
export function lines(rows: readonly RowId[], people: People): string {
  const numbers = rows.map((row) => people.lineOf(row)).sort((one, other) => one - other);
  const shown = numbers.length <= MOST_LINES + 1 ? numbers : numbers.slice(0, MOST_LINES);
  const rest = numbers.length - shown.length;
  const items = rest > 0 ? [...shown.map(String), `${rest} others`] : shown.map(String);
  return `${numbers.length === 1 ? 'line' : 'lines'} ${listed(items)}`;
}

/** Items as a sentence lists them: “a, b and c”. */
export function listed(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

const CHARACTER_NAMES: Readonly<Record<number, string>> = {
  0x00: 'a NUL character',
  0x09: 'a tab',
  0xad: 'a soft hyphen',
  0x200b: 'a zero-width space',
  0x200c: 'a zero-width non-joiner',
  0x200d: 'a zero-width joiner',
  0x200e: 'a left-to-right mark',
  0x200f: 'a right-to-left mark',
  0x2060: 'a word joiner',
  0xfeff: 'a byte order mark',
};

/** Whether all characters that are named are tabs, for which a space is put. */
export function isOnlyTabs(points: readonly number[]): boolean {
  return points.every((point) => point === 0x09);
}

/** Characters that cannot be shown, by name where they have a known one, else as U+001B. */
export function characterNames(points: readonly number[]): string {
  return listed(points.map((point) => CHARACTER_NAMES[point] ?? `U+${hex(point)}`));
}

function hex(point: number): string {
  return point.toString(16).toUpperCase().padStart(4, '0');
}
