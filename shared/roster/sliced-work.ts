/** Runs work that pauses between its slices to its end at once, for whoever has no window to keep alive. */
export function finish<Value>(work: Iterator<unknown, Value>): Value {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}
