import { describe, expect, it } from 'vitest';
import {
  lasting,
  NEVER_SENT,
  passing,
  type Refusal,
  UNKNOWN,
} from '../../../../electron/agent-connect/client/refusal.ts';
import { CircuitBreaker } from '../../../../electron/agent-connect/push/circuit-breaker.ts';
import { failed } from '../../../../shared/failures/failures.ts';
import { JumpingClock } from './jumping-clock.ts';

const host = 'acme';
const BAD = passing(failed('connect.serverFailed', { host, status: 503, words: '' }), UNKNOWN);
const GONE = lasting(failed('connect.noSuchHost', { host }), NEVER_SENT);
const FORBIDDEN = lasting(failed('connect.forbidden', { host, words: '', status: 403, minutesAhead: 0 }), {
  kind: 'forbidden',
});

/** A breaker whose probes come to what is given, one after the other, and then work. */
function breakerHere(...probes: Refusal[]) {
  const clock = new JumpingClock();
  const given: Refusal[] = [];
  const left = [...probes];
  const breaker = new CircuitBreaker({
    clock,
    probe: () => Promise.resolve(left.shift() ?? null),
    onGivingUp: (refusal) => {
      given.push(refusal);
      breaker.stop();
    },
  });
  /** Failures in a row, each of another person. */
  const fail = (times: number, refusal = BAD, kind: 'read' | 'write' = 'read'): void => {
    for (let place = 0; place < times; place += 1) breaker.report({ kind, place }, refusal);
  };
  return { clock, breaker, given, fail };
}

const READ = { kind: 'read', place: 9 } as const;
const WRITE = { kind: 'write', place: 9 } as const;

describe('security 23: the circuit breaker', () => {
  it('lets four failures in a row be, and forgets them after an answer', () => {
    const { breaker, fail } = breakerHere();
    for (let round = 0; round < 3; round += 1) {
      fail(4);
      breaker.report(READ, null);
    }
    expect(breaker.open).toBeNull();
    expect(breaker.trips).toBe(0);
  });

  it('lets any number of failures of one person be: they are that row’s', () => {
    const { breaker } = breakerHere();
    for (let time = 0; time < 30; time += 1) breaker.report({ kind: 'read', place: 4 }, BAD);
    expect(breaker.open).toBeNull();
  });

  it('opens at the fifth, tries the connection after a while, and lets all go when it works', async () => {
    const { breaker, fail, clock } = breakerHere();
    fail(5);
    expect(breaker.open).toMatchObject({ why: { code: 'connect.serverFailed' } });
    expect(breaker.trips).toBe(1);
    const ready = await Promise.all([breaker.ready(), breaker.ready()]);
    expect(ready).toEqual([true, true]);
    expect(clock.waits).toHaveLength(1);
    expect(breaker.open).toBeNull();
  });

  it('counts what is nobody’s, and is not soothed by reading where writing fails', async () => {
    const { breaker, fail } = breakerHere();
    for (let time = 0; time < 5; time += 1) breaker.report({ kind: 'read', place: null }, BAD);
    expect(breaker.open).not.toBeNull();
    await breaker.ready();
    fail(4, BAD, 'write');
    breaker.report(READ, null);
    breaker.report(WRITE, BAD);
    expect(breaker.trips).toBe(2);
    await breaker.ready();
    fail(4);
    breaker.report(WRITE, null);
    breaker.report(READ, BAD);
    expect(breaker.open).toBeNull();
  });

  it('waits longer after each probe that fails, then gives up', async () => {
    const { breaker, fail, given, clock } = breakerHere(...Array<Refusal>(6).fill(BAD));
    fail(5);
    expect(await breaker.ready()).toBe(false);
    expect(given).toEqual([BAD]);
    expect(clock.waits).toEqual(clock.waits.toSorted((one, other) => one - other));
    expect(clock.waits).toHaveLength(6);
  });

  it('gives up where the connection works and people fail all the same', async () => {
    const { breaker, fail, given } = breakerHere();
    for (let round = 0; round < 7; round += 1) {
      fail(5, BAD, 'write');
      await breaker.ready();
    }
    expect(given).toEqual([BAD]);
  });

  it('asks at once, and gives up, where waiting does not help', async () => {
    const { breaker, fail, given, clock } = breakerHere(GONE);
    fail(5, GONE);
    expect(await breaker.ready()).toBe(false);
    expect(given).toEqual([GONE]);
    expect(clock.waits).toEqual([]);
  });

  it('takes what was under way when it opened for nothing new', () => {
    const { breaker, fail } = breakerHere();
    fail(5);
    breaker.report(READ, BAD);
    expect(breaker.trips).toBe(1);
    breaker.report(READ, null);
    expect(breaker.open).not.toBeNull();
  });

  it('holds everybody while it is tried whether a key is refused to all', async () => {
    const { breaker, given } = breakerHere();
    const suspected = breaker.suspect(FORBIDDEN);
    expect(breaker.open).not.toBeNull();
    expect(await suspected).toBe(true);
    expect(breaker.trips).toBe(0);
    const other = breakerHere(FORBIDDEN);
    expect(await other.breaker.suspect(FORBIDDEN)).toBe(false);
    expect(other.given).toEqual([FORBIDDEN]);
    expect(given).toEqual([]);
  });

  it('sends away everybody who waits when it is stopped', async () => {
    const { breaker, fail } = breakerHere();
    fail(5);
    const waiting = [breaker.ready(), breaker.ready()];
    breaker.stop();
    expect(await Promise.all(waiting)).toEqual([false, false]);
  });
});
