/** Longest stretch of work on the window's thread, in milliseconds; the rest of a 16 ms frame is left to painting. */
const STRETCH = 10;

/** Lets the browser paint and handle input, then goes on; faster than a timer, which browsers hold back to 4 ms. */
export async function breathe(): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** How far some long work is, from 0 to 1. */
export type OnProgress = (fraction: number) => void;

/**
 * Runs sliced work to its end without holding the window's thread for longer than one slice over `STRETCH`. Answers
 * its result, or null if the signal stopped it.
 */
export async function runPaced<Step, Value>(
  work: Iterator<Step, Value>,
  signal: AbortSignal,
  onPause: (step: Step) => void = () => undefined,
): Promise<{ readonly value: Value } | null> {
  let started = performance.now();
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return { value: slice.value };
    if (performance.now() - started < STRETCH) continue;
    onPause(slice.value);
    await breathe();
    if (signal.aborted) return null;
    started = performance.now();
  }
}

/** The same for work that nothing stops. */
export async function runToEnd<Step, Value>(
  work: Iterator<Step, Value>,
  onPause?: (step: Step) => void,
): Promise<Value> {
  const ended = await runPaced(work, new AbortController().signal, onPause);
  if (ended === null) throw new Error('Work was stopped that nothing stops');
  return ended.value;
}
