import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Push } from '../../../electron/agent-connect/push/upload-run.ts';
import { watchPush } from '../../../electron/cli/watch-push.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { ROW_STATES } from '../../../shared/upload/journal/outcome.ts';
import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-15T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many rows in each state; in no other. */
function countsOf(counts: Partial<UploadProgress['counts']>): UploadProgress['counts'] {
  // Every state has a count.
  return Object.fromEntries(
    ROW_STATES.map((state) => [state, counts[state] ?? 0]),
  ) as UploadProgress['counts'];
}

/** What is said every five seconds of a run that is so far, in their order. */
function saidOf(...steps: Partial<UploadProgress>[]): string[] {
  const asked: number[] = [];
  const left = steps.map((step, place) => ({
    state: { kind: 'running' as const },
    waves: [{ done: 0, total: 236 }],
    secondsLeft: null,
    rows: [],
    counts: countsOf({}),
    at: place + 1,
    ...step,
  }));
  const said: string[] = [];
  const push: Pick<Push, 'progress'> = {
    progress: (after) => {
      asked.push(after);
      const next = left.shift();
      if (next === undefined) throw new Error('Asked too often');
      return next;
    },
  };
  const watch = watchPush(push, { write: (text) => said.push(text) });
  vi.advanceTimersByTime(5000 * steps.length);
  watch.stop();
  vi.advanceTimersByTime(60_000);
  // Only what has changed is asked for.
  expect(asked).toEqual(steps.map((_, place) => place));
  return said;
}

describe('the progress of an upload', () => {
  it('says how far it is, in which wave, and how long it will take', () => {
    const waves = [
      { done: 6, total: 6 },
      { done: 31, total: 230 },
    ];
    expect(
      saidOf({}, { waves, counts: countsOf({ created: 35, failed: 1, held: 1 }), secondsLeft: 170 }),
    ).toEqual([
      '  0 of 236 people; beginning\n',
      '  37 of 236 people: 35 created, 1 failed, 1 held; wave 2 of 2; about 3 minutes left\n',
    ]);
  });

  it.each([
    [59, 'less than a minute left'],
    [60, 'about 1 minute left'],
    [7100, 'about 118 minutes left'],
    [10_000, 'about 3 hours left'],
  ])('says %d seconds as “%s”', (secondsLeft, words) => {
    expect(saidOf({ secondsLeft })[0]).toContain(`; ${words}\n`);
  });

  it('says why it waits, and nothing twice', () => {
    const why = failed('connect.busy', { host: 'acme', minutes: 0 });
    const until = '2026-03-15T12:00:35.000Z';
    const waiting = { state: { kind: 'waiting' as const, why, until } };
    expect(saidOf(waiting, { secondsLeft: 9 }, { secondsLeft: 8 })).toEqual([
      '  0 of 236 people; Agent Connect is limiting requests, going on in 30 seconds\n',
      '  0 of 236 people; less than a minute left\n',
    ]);
  });
});
