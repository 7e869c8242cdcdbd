import { columns } from '../person/catalogue.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import type { Making } from './change.ts';
import { orderRows } from './edits.ts';
import { cellAt, type Roster, type Row } from './roster.ts';
import { inSlices, type SlicedWork, within } from './sliced-work.ts';
import { sortInSlices } from './sort-in-slices.ts';

/** Rows, and different texts, between two pauses. */
const SLICE = 5000;

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
export function* sortRows(
  roster: Roster,
  rows: readonly Row[],
  { position, direction }: Order,
  compare: CompareTexts,
): Making {
  const places = rows.map(({ index }) => index).sort((a, b) => a - b);
  // Stryker disable next-line ArrayDeclaration: each place is that of a row
  const inPlace = places.flatMap((place) => roster.rows[place] ?? []);
  const ranks = yield* within(rankingTexts(inPlace, position, compare), 0, 0.6);
  const sign = direction === 'ascending' ? 1 : -1;
  const ranked: RankedRow[] = [];
  yield* inSlices(inPlace, SLICE, (row) => {
    const rank = ranks.get(cellAt(row, position));
    ranked.push({ row, rank: rank === undefined ? EMPTY : rank * sign });
  });
  const sorted = yield* within(
    sortInSlices(ranked, (a, b) => a.rank - b.rank),
    0.6,
    0.8,
  );
  const order = roster.rows.slice();
  places.forEach((place, at) => {
    const ranked = sorted[at];
    if (ranked !== undefined) order[place] = ranked.row;
  });
  return yield* within(orderRows(order), 0.8, 1);
}

interface RankedRow {
  readonly row: Row;
  readonly rank: number;
}

/** The rank of a cell without text, above every other in both directions. */
const EMPTY = Number.MAX_SAFE_INTEGER;

/** Ranks each different text once, equal ones alike, so that long columns of few values sort fast. */
function* rankingTexts(
  rows: readonly Row[],
  position: number,
  compare: CompareTexts,
): SlicedWork<ReadonlyMap<string, number>> {
  const keyOf = columns[position]?.field === 'date' ? dateKey : textKey;
  const texts = new Set(rows.map((row) => cellAt(row, position)).filter((text) => text.trim() !== ''));
  const keys: (Key & { readonly text: string })[] = [];
  yield* within(
    inSlices([...texts], SLICE, (text) => keys.push({ text, ...keyOf(text.trim()) })),
    0,
    0.2,
  );
  const compareKeys = (a: Key, b: Key): number => a.group - b.group || compare(a.key, b.key);
  const sorted = yield* within(sortInSlices(keys, compareKeys), 0.2, 0.9);
  const ranks = new Map<string, number>();
  let rank = 0;
  yield* within(
    inSlices(sorted, SLICE, (key, at) => {
      const before = sorted[at - 1];
      if (before !== undefined && compareKeys(before, key) !== 0) rank += 1;
      ranks.set(key.text, rank);
    }),
    0.9,
    1,
  );
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
