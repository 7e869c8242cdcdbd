import { type SlicedWork, within } from './sliced-work.ts';

/** Items that are sorted at once; then sorted runs are merged, twice as long each time. */
const RUN = 1024;

/** Comparisons between two pauses while runs are merged; a comparison as people do it takes about a microsecond. */
const SLICE = 2000;

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
  for (let count = 0; count < SLICE; count += 1) {
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
