/** Work that pauses between slices of a few milliseconds; each step yields the fraction that is done, from 0 to 1. */
export type SlicedWork<Value> = Generator<number, Value>;

/** Runs work that pauses between its slices to its end at once, where there is no window to keep responsive. */
export function finish<Value>(work: Iterator<unknown, Value>): Value {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}

/** Does something with each item in their order and pauses after every `size` of them. */
export function* inSlices<Item>(
  items: readonly Item[],
  size: number,
  act: (item: Item, index: number) => void,
): SlicedWork<void> {
  for (let from = 0; from < items.length; from += size) {
    // A plain loop over each slice: engines are slow to optimize a generator that runs once.
    items.slice(from, from + size).forEach((item, offset) => {
      act(item, from + offset);
    });
    if (from + size < items.length) yield from / items.length;
  }
}

/** Work that is a part of longer work, from one fraction of it to another. */
export function* within<Value>(work: Iterator<number, Value>, from: number, to: number): SlicedWork<Value> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield from + slice.value * (to - from);
  }
}
