import { expect, it } from 'vitest';
import { noticeLines, noticeSentences } from '../../../renderer/import/notice-sentences.ts';
import type { SourceForm } from '../../../shared/contract.ts';
import type { Notice } from '../../../shared/roster/notices.ts';

const NOTICES: readonly Notice[] = [
  { kind: 'carriedColumns', headers: ['Notes'] },
  { kind: 'blankRows', lines: [3] },
  { kind: 'quotesIgnored', line: 7 },
  { kind: 'blankRows', lines: [3] },
  { kind: 'hiddenColumns', headers: ['Salary'] },
];

const text = (confidence: 'sure' | 'likely' | 'guess'): SourceForm => ({
  kind: 'text',
  encoding: 'windows-1252',
  bom: false,
  confidence,
  others: [],
});

it('says what may be wrong before what is only good to know, and nothing twice', () => {
  const lines = noticeLines(NOTICES, text('likely'));
  expect(lines.map(({ sentence, isDoubt }) => [sentence.split(' ').slice(0, 3).join(' '), isDoubt])).toEqual([
    ['So many quotation', true],
    ['Column “Salary” is', true],
    ['Read as Windows-1252', false],
    ['Line 3 is', false],
    ['Column “Notes” is', false],
  ]);
});

it('begins with an encoding that is a guess, and says nothing of one that is sure', () => {
  const [first] = noticeLines(NOTICES, text('guess'));
  expect(first?.isDoubt).toBe(true);
  expect(first?.sentence).toContain('which is a guess');
  expect(noticeLines(NOTICES, text('sure')).map(({ sentence }) => sentence)).toEqual(
    noticeSentences(NOTICES),
  );
});
