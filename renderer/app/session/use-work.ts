import { useEffect, useState } from 'react';
import type { SlicedWork } from '../../../shared/roster/sliced-work.ts';
import { runPaced } from './pace.ts';

/** Parts of the way that are shown one by one: what shows them is drawn again for each. */
const STEPS = 20;

/** A result, with the work that it came of. */
interface Worked<Value> {
  readonly make: () => SlicedWork<Value>;
  readonly value: Value;
}

/** The result of sliced work that begins anew with each other making of it; null until it is there. */
export function useWork<Value>(make: () => SlicedWork<Value>): Value | null {
  const done = useLatest(make);
  return done?.make === make ? done.value : null;
}

/**
 * The result that was there last, with the work that it came of; null until there is one. `onProgress` hears how far the
 * work is, from 0 to 1, and is the same function at each drawing.
 */
export function useLatest<Value>(
  make: () => SlicedWork<Value>,
  onProgress?: (fraction: number) => void,
): Worked<Value> | null {
  const [done, setDone] = useState<Worked<Value> | null>(null);
  useEffect(() => {
    const stopping = new AbortController();
    const onPause = (fraction: number): void => onProgress?.(Math.floor(fraction * STEPS) / STEPS);
    void runPaced(make(), stopping.signal, onPause).then((ended) => {
      if (ended !== null && !stopping.signal.aborted) setDone({ make, value: ended.value });
    });
    return () => {
      stopping.abort();
    };
  }, [make, onProgress]);
  return done;
}
