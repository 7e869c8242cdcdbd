import { expect, it } from 'vitest';
import { listStep } from '../../../renderer/ui/list-step.ts';

it.each([
  ['ArrowDown', 5],
  ['ArrowUp', 3],
  ['PageDown', 14],
  ['PageUp', -6],
  ['Home', 0],
  ['End', 99],
  ['Enter', null],
])('%s leads from the fifth of a hundred lines, ten in sight, to %s', (key, place) => {
  expect(listStep(key, 4, 100, 10)).toBe(place);
});
