import { expect, it } from 'vitest';
import { createHandles } from '../../../electron/system/handles.ts';

it('security 14: a handle is opaque, of its form, and 128 random bits or more', () => {
  const handles = createHandles<string>();
  const given = Array.from({ length: 1000 }, (_, index) => handles.add(`/home/ana/${index}`));
  expect(new Set(given).size).toBe(1000);
  for (const handle of given) expect(handle).toMatch(/^[A-Za-z0-9_-]{24}$/);
});

it('security 14: a handle that was never given out, or was dropped, is nothing', () => {
  const handles = createHandles<string>();
  const handle = handles.add('a');
  expect(handles.get(handle)).toBe('a');
  handles.drop(handle);
  for (const name of [handle, '__proto__', 'constructor']) expect(handles.get(name)).toBeUndefined();
});

it('gives up the oldest value for one too many', () => {
  const handles = createHandles<number>(2);
  const [first = '', second = '', third = ''] = [1, 2, 3].map((value) => handles.add(value));
  expect([first, second, third].map((handle) => handles.get(handle))).toEqual([undefined, 2, 3]);
});
