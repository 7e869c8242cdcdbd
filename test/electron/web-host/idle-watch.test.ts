import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from '../../../electron/web-host/idle-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  const onIdle = vi.fn();
  return { onIdle, idle: watchIdle({ seconds: 600, afterLeaving: 60 }, onIdle) };
}

it('security 29: ends once, when nobody has called for the whole time', () => {
  const { onIdle, idle } = watch();
  vi.advanceTimersByTime(599_000);
  idle.touch();
  vi.advanceTimersByTime(599_000);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000_000);
  expect(onIdle).toHaveBeenCalledOnce();
});

it('ends a minute after the page was left, unless one comes back', () => {
  const { onIdle, idle } = watch();
  idle.shorten();
  vi.advanceTimersByTime(59_000);
  idle.touch();
  vi.advanceTimersByTime(599_000);
  expect(onIdle).not.toHaveBeenCalled();
  idle.shorten();
  vi.advanceTimersByTime(60_000);
  expect(onIdle).toHaveBeenCalledOnce();
});

it('never ends what was stopped', () => {
  const { onIdle, idle } = watch();
  idle.stop();
  vi.advanceTimersByTime(10_000_000);
  expect(onIdle).not.toHaveBeenCalled();
});

it('keeps no timer for a page that says after the end that it is leaving', () => {
  const { idle } = watch();
  idle.stop();
  idle.shorten();
  idle.touch();
  expect(vi.getTimerCount()).toBe(0);
});
