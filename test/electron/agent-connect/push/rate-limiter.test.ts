import { describe, expect, it } from 'vitest';
import { RateLimiter } from '../../../../electron/agent-connect/push/rate-limiter.ts';
import { JumpingClock } from './jumping-clock.ts';

const going = new AbortController().signal;
const MINUTE = 60_000;

/** The moments, in seconds from the start, at which so many turns of one request begin and end at once. */
async function moments(limiter: RateLimiter, clock: JumpingClock, turns: number): Promise<number[]> {
  const start = clock.now();
  const taken: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const found = await limiter.acquire(1, going);
    if (found === null) throw new Error('no turn');
    taken.push((found.at - start) / 1000);
    limiter.release();
  }
  return taken;
}

describe('security 24: the rate of requests', () => {
  it('lets few go at once, and then so many a minute', async () => {
    const clock = new JumpingClock();
    const taken = await moments(new RateLimiter({ rate: 60, concurrency: 2 }, clock), clock, 63);
    expect(taken.slice(0, 4)).toEqual([0, 0, 1, 2]);
    expect(taken.at(-1)).toBe(61);
  });

  it('counts a turn of two requests as two', async () => {
    const clock = new JumpingClock();
    const limiter = new RateLimiter({ rate: 60, concurrency: 2 }, clock);
    const start = clock.now();
    for (let turn = 0; turn < 5; turn += 1) {
      await limiter.acquire(2, going);
      limiter.release();
    }
    expect(clock.now() - start).toBe(8000);
  });

  it('never lets more go at once than may', async () => {
    const limiter = new RateLimiter({ rate: 1e9, concurrency: 3 }, new JumpingClock());
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      await limiter.acquire(1, going);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      limiter.release();
    };
    await Promise.all(Array.from({ length: 40 }, work));
    expect(most).toBe(3);
  });

  it('waits as long as the server asks, goes at half the rate, and recovers slowly', async () => {
    const clock = new JumpingClock();
    const limiter = new RateLimiter({ rate: 60, concurrency: 1 }, clock);
    const permit = await limiter.acquire(1, going);
    limiter.release();
    if (permit) limiter.busy(permit, 20_000);
    expect(limiter.rate).toBe(30);
    const [first = 0, , third = 0, fourth = 0] = await moments(limiter, clock, 4);
    expect(first).toBeGreaterThanOrEqual(20);
    expect(fourth - third).toBeGreaterThan(1.7);
    clock.pass(MINUTE);
    await moments(limiter, clock, 1);
    expect(limiter.rate).toBeGreaterThan(35);
    expect(limiter.rate).toBeLessThan(40);
    clock.pass(10 * MINUTE);
    await moments(limiter, clock, 1);
    expect(limiter.rate).toBe(60);
  });

  it('takes what went at the same time for one sign, and later ones for more, down to a last rest', async () => {
    const clock = new JumpingClock();
    const limiter = new RateLimiter({ rate: 64, concurrency: 2 }, clock);
    const permits = [await limiter.acquire(1, going), await limiter.acquire(1, going)];
    clock.pass(500);
    for (const permit of permits) if (permit) limiter.busy(permit, 0);
    expect(limiter.rate).toBe(32);
    for (let times = 0; times < 20; times += 1) {
      clock.pass(1);
      limiter.busy({ at: clock.now() }, 0);
    }
    expect(limiter.rate).toBeCloseTo(1, 1);
  });

  it('says how long requests take, and that a limit of the server makes it longer for a while', async () => {
    const clock = new JumpingClock();
    const limiter = new RateLimiter({ rate: 60, concurrency: 1 }, clock);
    expect(limiter.secondsFor(600)).toBe(600);
    const permit = await limiter.acquire(1, going);
    limiter.release();
    if (permit) limiter.busy(permit, 20_000);
    // Half the rate, which is whole again after five minutes: 225 requests meanwhile, not 300.
    expect(limiter.secondsFor(225)).toBeCloseTo(320);
    expect(limiter.secondsFor(600)).toBeCloseTo(695);
    expect(limiter.secondsFor(10)).toBeGreaterThan(20 + 19);
    expect(limiter.secondsFor(10)).toBeLessThan(20 + 20);
    clock.pass(10 * MINUTE);
    await moments(limiter, clock, 1);
    expect(limiter.rate).toBe(60);
    expect(limiter.secondsFor(600)).toBe(600);
  });

  it('gives nobody a turn after the end, and takes nothing from the others', async () => {
    const clock = new JumpingClock();
    const limiter = new RateLimiter({ rate: 60, concurrency: 1 }, clock);
    const ending = new AbortController();
    await moments(limiter, clock, 2);
    const waiting = limiter.acquire(1, ending.signal);
    const next = limiter.acquire(1, going);
    ending.abort();
    expect(await waiting).toBeNull();
    expect(await next).not.toBeNull();
  });

  it('is not stopped for long by a clock that is set back', async () => {
    const clock = new JumpingClock();
    const limiter = new RateLimiter({ rate: 60, concurrency: 1 }, clock);
    limiter.busy({ at: clock.now() }, 1000);
    clock.pass(-24 * 60 * MINUTE);
    const start = clock.now();
    await limiter.acquire(1, going);
    expect(clock.now() - start).toBeLessThan(5000);
  });
});
