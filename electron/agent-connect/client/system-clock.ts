import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './connection.ts';

/** Milliseconds after which a long wait asks what time it is. */
const SLICE = 5000;

/**
 * The computer's own clock and chance. A wait ends in time also when the computer sleeps meanwhile, during which timers
 * stand still (https://github.com/nodejs/node/issues/6763 on Windows, https://github.com/nodejs/node/issues/20661 on macOS).
 */
export const systemClock: Clock = {
  now: Date.now,
  wait: async (milliseconds, signal) => {
    const end = Date.now() + milliseconds;
    // By both: a clock that is set back must not make it longer.
    for (let left = milliseconds; ; left = Math.min(left - SLICE, end - Date.now())) {
      await wait(Math.max(0, Math.min(left, SLICE)), undefined, { signal });
      if (left <= SLICE) return;
    }
  },
  random: Math.random,
};
