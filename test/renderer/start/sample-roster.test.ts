import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sayWhen } from '../../../renderer/ui/say-when.ts';
import { openRows, testSession } from '../test-session.ts';

const sample = readFileSync(new URL('../../../renderer/start/sample-roster.txt', import.meta.url), 'utf8');

it('has a sample with a dozen kinds of problems, several with safe fixes, and nothing unclear in its file', async () => {
  const { session } = testSession();
  const { checker, counts, notices, roster } = await openRows(session, sample.trimEnd().split('\n'));
  expect(roster.rows).toHaveLength(14);
  expect(counts.byCode.size).toBeGreaterThanOrEqual(12);
  expect(checker.safeFixCount).toBeGreaterThanOrEqual(5);
  expect(notices).toEqual([]);
});

it.each([
  ['2026-11-22T09:05:00', '09:05'],
  ['2026-11-21T23:59:00', 'yesterday'],
  ['2026-03-02T10:00:00', '2 Mar'],
  ['2025-12-31T10:00:00', '31 Dec 2025'],
  ['no date', ''],
])('says of %s “%s”', (iso, said) => {
  expect(sayWhen(iso, new Date('2026-11-22T12:00:00'))).toBe(said);
});
