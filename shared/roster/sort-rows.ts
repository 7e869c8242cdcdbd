import { columns } from '../columns/catalogue.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import type { Change } from './change.ts';
import { orderRows } from './edits.ts';
import { cellAt, type Roster, type Row } from './roster.ts';

/** How texts are compared in the user's language, with numbers in them by their value. */
export type CompareTexts = (a: string, b: string) => number;

interface Order {
  readonly position: number;
  readonly direction: 'ascending' | 'descending';
}

/**
 * The change that sorts rows by a column, in the places that they have in the roster. Dates go by the day that they
 * name, what is no date after them; empty cells come last in both directions, and equal ones stay in their order.
 */
export function sortRows(
  roster: Roster,
  rows: readonly Row[],
  { position, direction }: Order,
  compare: CompareTexts,
): Change {
  const places = rows.map(({ index }) => index).sort((a, b) => a - b);
  const inPlace = places.flatMap((place) => roster.rows[place] ?? []);
  const ranks = rankTexts(inPlace, position, compare);
  const sign = direction === 'ascending' ? 1 : -1;
  const sorted = inPlace.toSorted((a, b) => {
    const [first, second] = [rankOf(ranks, a, position), rankOf(ranks, b, position)];
    return first === EMPTY || second === EMPTY ? first - second : (first - second) * sign;
  });
  const order = roster.rows.slice();
  places.forEach((place, at) => {
    const row = sorted[at];
    if (row !== undefined) order[place] = row;
  });
  return orderRows(order);
}

/** The rank of a cell without text, above every other. */
const EMPTY = Number.MAX_SAFE_INTEGER;

function rankOf(ranks: ReadonlyMap<string, number>, row: Row, position: number): number {
  return ranks.get(cellAt(row, position)) ?? EMPTY;
}

/** Ranks each different text once, equal ones alike, so that long columns of few values sort fast. */
function rankTexts(
  rows: readonly Row[],
  position: number,
  compare: CompareTexts,
): ReadonlyMap<string, number> {
  const texts = new Set(rows.map((row) => cellAt(row, position)).filter((text) => text.trim() !== ''));
  const keyOf = columns[position]?.field === 'date' ? dateKey : textKey;
  const keys = Array.from(texts, (text) => ({ text, ...keyOf(text.trim()) }));
  const compareKeys = (a: Key, b: Key): number => a.group - b.group || compare(a.key, b.key);
  keys.sort(compareKeys);
  const ranks = new Map<string, number>();
  let rank = 0;
  for (const [at, key] of keys.entries()) {
    const before = keys[at - 1];
    if (before !== undefined && compareKeys(before, key) !== 0) rank += 1;
    ranks.set(key.text, rank);
  }
  return ranks;
}

interface Key {
  readonly group: number;
  readonly key: string;
}

function textKey(text: string): Key {
  return { group: 0, key: text };
}

/** A date that could be two days goes by the first reading; it is marked as a problem anyway. */
function dateKey(text: string): Key {
  const date = readDate(text).readings[0]?.date;
  return date === undefined ? { group: 1, key: text } : { group: 0, key: date };
}
