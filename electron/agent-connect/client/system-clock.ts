import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './connection.ts';

/** The computer's own clock and chance. */
export const systemClock: Clock = {
  now: Date.now,
  wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
  random: Math.random,
};
