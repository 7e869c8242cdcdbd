import { columns } from '../person/catalogue.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import type { PendingChange } from './change.ts';
import { orderRows } from './edits.ts';
import { cellAt, type Roster, type Row } from './roster.ts';
import { inSlices, type SlicedWork, within } from './sliced-work.ts';

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
): PendingChange {
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

/** Items that are sorted at once; then sorted runs are merged, twice as long each time. */
const RUN = 1024;

/** Comparisons between two pauses while runs are merged; a comparison as people do it takes about a microsecond. */
const COMPARISONS = 2000;

/** The items in the order of a comparison, equal ones as they were; pauses every few milliseconds. */
export function* sortInSlices<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): SlicedWork<Item[]> {
  let sorted: Item[] = [];
  for (let from = 0; from < items.length; from += RUN) {
    for (const item of items.slice(from, from + RUN).sort(compare)) sorted.push(item);
    if (from + RUN < items.length) yield (from / items.length) * RUNS_SHARE;
  }
  const rounds = Math.ceil(Math.log2(Math.max(1, items.length / RUN)));
  for (let round = 0; round < rounds; round += 1) {
    const share = (1 - RUNS_SHARE) / rounds;
    const done = RUNS_SHARE + round * share;
    sorted = yield* within(mergeRuns(sorted, RUN * 2 ** round, compare), done, done + share);
  }
  return sorted;
}

/** Share of the work, as told, that sorting the first runs is. */
const RUNS_SHARE = 0.5;

/** Merges neighbouring sorted runs of a length, two and two. */
function* mergeRuns<Item>(
  items: readonly Item[],
  length: number,
  compare: (a: Item, b: Item) => number,
): SlicedWork<Item[]> {
  const merged: Item[] = [];
  for (let start = 0; start < items.length; start += 2 * length) {
    const left = items.slice(start, start + length);
    const right = items.slice(start + length, start + 2 * length);
    const place = { left: 0, right: 0 };
    while (place.left < left.length || place.right < right.length) {
      mergeSome(left, right, place, merged, compare);
      yield merged.length / items.length;
    }
  }
  return merged;
}

/** Takes up to a slice of items from two sorted runs, from a place on, in their common order. */
function mergeSome<Item>(
  left: readonly Item[],
  right: readonly Item[],
  place: { left: number; right: number },
  merged: Item[],
  compare: (a: Item, b: Item) => number,
): void {
  for (let count = 0; count < COMPARISONS; count += 1) {
    const one = left[place.left];
    const other = right[place.right];
    if (one !== undefined && (other === undefined || compare(one, other) <= 0)) {
      merged.push(one);
      place.left += 1;
    } else if (other !== undefined) {
      merged.push(other);
      place.right += 1;
    } else return;
  }
}
