import { randomBytes } from 'node:crypto';

/** Values under opaque names: what the window may hold of things that it must not see. */
export interface Handles<Value> {
  /** Keeps a value and answers its new handle. */
  add(value: Value): string;
  /** The value of a handle, or undefined when the handle was never given out or was dropped. */
  get(handle: string): Value | undefined;
  drop(handle: string): void;
  entries(): Iterable<[string, Value]>;
  clear(): void;
}

const BYTES = 18;

/** An empty store of handles of 144 random bits. With `most`, the oldest value gives way to one too many. */
export function createHandles<Value>(most = Infinity): Handles<Value> {
  const kept = new Map<string, Value>();
  return {
    add(value) {
      const handle = randomBytes(BYTES).toString('base64url');
      kept.set(handle, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return handle;
    },
    get: (handle) => kept.get(handle),
    drop: (handle) => void kept.delete(handle),
    entries: () => kept.entries(),
    clear: () => {
      kept.clear();
    },
  };
}
