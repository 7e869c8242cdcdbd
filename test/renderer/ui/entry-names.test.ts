import { expect, it } from 'vitest';
import { completeName, findByTyping, saySize } from '../../../renderer/ui/entry-names.ts';

it.each([
  ['spring', 'roster.txt', 'spring.txt'],
  ['  spring  ', 'roster.csv', 'spring.csv'],
  ['spring.', 'roster.txt', 'spring.txt'],
  ['spring.CSV', 'roster.txt', 'spring.CSV'],
  ['v1.2 final', 'roster.txt', 'v1.2 final.txt'],
  ['', 'roster.txt', ''],
])('completes the name “%s” suggested as %s to “%s”', (typed, suggested, completed) => {
  expect(completeName(typed, suggested)).toBe(completed);
});

it('finds an entry by typing, without regard to case and accents', () => {
  const entry = (name: string) =>
    ({ handle: name, name, kind: 'file', size: 0, modified: '2026-01-01' }) as const;
  const entries = [entry('Alpha.txt'), entry('Émile.txt'), entry('emil.txt')];
  expect(findByTyping(entries, 'EM')?.name).toBe('Émile.txt');
  expect(findByTyping(entries, 'emil.')?.name).toBe('emil.txt');
  expect(findByTyping(entries, 'x')).toBeNull();
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [4100, '4 kB'],
  [49_300_000, '49.3 MB'],
])('says %d bytes as %s', (bytes, said) => {
  expect(saySize(bytes)).toBe(said);
});
