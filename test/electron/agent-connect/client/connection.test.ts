import { beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../../electron/agent-connect/client/connection.ts';

/** The time that has passed, and how often a timer was set; a timer stands still while the computer sleeps. */
const time = vi.hoisted(() => ({ now: 0, timers: [] as number[], sleep: 0 }));
vi.mock('node:timers/promises', () => ({
  setTimeout: (milliseconds: number, _value: undefined, { signal }: { signal: AbortSignal }) => {
    signal.throwIfAborted();
    time.timers.push(milliseconds);
    time.now += milliseconds + time.sleep;
    time.sleep = 0;
    return Promise.resolve();
  },
}));

describe('a wait', () => {
  const { signal } = new AbortController();

  beforeEach(() => {
    Object.assign(time, { now: 1_000_000, timers: [], sleep: 0 });
    vi.spyOn(Date, 'now').mockImplementation(() => time.now);
  });

  it('is as long as it was asked to be', async () => {
    for (const length of [0, 1, 5000, 5001, 12_345]) {
      const start = time.now;
      await systemClock.wait(length, signal);
      expect(time.now - start).toBe(length);
    }
  });

  it('is over soon after the computer has slept through its end', async () => {
    time.sleep = 3_600_000;
    await systemClock.wait(900_000, signal);
    expect(time.timers).toEqual([5000, 0]);
  });

  it('is no longer because the clock is set back', async () => {
    time.sleep = -3_600_000;
    await systemClock.wait(12_000, signal);
    expect(time.timers).toEqual([5000, 5000, 2000]);
  });

  it('ends when it is aborted', async () => {
    await expect(systemClock.wait(12_000, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
