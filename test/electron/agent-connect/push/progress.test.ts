import { describe, expect, it } from 'vitest';
import { Estimate } from '../../../../electron/agent-connect/push/progress.ts';

describe('how long the rest takes', () => {
  it('is what the rate allows before some are done, and never less', () => {
    const estimate = new Estimate({ secondsFor: (requests) => requests / 2 }, 3);
    estimate.goes(true, 0);
    for (let done = 1; done <= 4; done += 1) estimate.count(done * 1000);
    expect(estimate.secondsFor(100, 4000)).toBe(150);
    estimate.count(5000);
    expect(estimate.secondsFor(100, 5000)).toBe(150);
    estimate.count(15_000);
    expect(estimate.secondsFor(60, 15_000)).toBe(150);
    expect(estimate.secondsFor(0, 5000)).toBe(0);
  });

  it('follows the pace of late, and counts no pause', () => {
    const estimate = new Estimate({ secondsFor: () => 0 }, 1);
    estimate.goes(true, 0);
    for (let done = 1; done <= 200; done += 1) estimate.count(done * 100);
    estimate.goes(false, 20_000);
    estimate.goes(true, 920_000);
    expect(estimate.secondsFor(100, 920_000)).toBe(10);
    for (let done = 1; done <= 100; done += 1) estimate.count(920_000 + done * 1000);
    expect(estimate.secondsFor(100, 1_020_000)).toBe(100);
  });

  it('grows while nobody is done', () => {
    const estimate = new Estimate({ secondsFor: () => 0 }, 1);
    estimate.goes(true, 0);
    for (let done = 1; done <= 10; done += 1) estimate.count(done * 1000);
    const before = estimate.secondsFor(10, 10_000);
    expect(estimate.secondsFor(10, 60_000)).toBeGreaterThan(before);
  });
});
