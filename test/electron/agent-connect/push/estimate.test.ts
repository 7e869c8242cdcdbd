import { describe, expect, it } from 'vitest';
import { Estimate } from '../../../../electron/agent-connect/push/estimate.ts';

describe('how long the rest takes', () => {
  it('is not said before some are done', () => {
    const estimate = new Estimate();
    estimate.goes(true, 0);
    for (let done = 1; done <= 4; done += 1) estimate.count(done * 1000);
    expect(estimate.secondsFor(100, 4000)).toBeNull();
    estimate.count(5000);
    expect(estimate.secondsFor(100, 5000)).toBe(100);
    expect(estimate.secondsFor(0, 5000)).toBe(0);
  });

  it('follows the pace of late, and counts no pause', () => {
    const estimate = new Estimate();
    estimate.goes(true, 0);
    for (let done = 1; done <= 200; done += 1) estimate.count(done * 100);
    estimate.goes(false, 20_000);
    estimate.goes(true, 920_000);
    expect(estimate.secondsFor(100, 920_000)).toBe(10);
    for (let done = 1; done <= 100; done += 1) estimate.count(920_000 + done * 1000);
    expect(estimate.secondsFor(100, 1_020_000)).toBe(100);
  });

  it('grows while nobody is done', () => {
    const estimate = new Estimate();
    estimate.goes(true, 0);
    for (let done = 1; done <= 10; done += 1) estimate.count(done * 1000);
    const before = estimate.secondsFor(10, 10_000) ?? 0;
    expect(estimate.secondsFor(10, 60_000)).toBeGreaterThan(before);
  });
});
