import { expect, it } from 'vitest';
import { noticeLines, noticeSentences } from '../../../renderer/import/notice-sentences.ts';
import type { Notice } from '../../../shared/roster/notices.ts';
import type { SourceForm } from '../../../shared/text/source-form.ts';

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

it('says how lines are counted here where that is otherwise than in the file', () => {
  const said = (firstLine: number | null) =>
    noticeLines(NOTICES, null, firstLine).map(({ sentence }) => sentence);
  expect(said(5)).toContain(
    'These are lines of the file; here, lines are counted without what was left out, so that line 5 of the file is line 2. Point at a line’s number to see which line of the file it is.',
  );
  expect(said(2).join(' ')).toContain('without what was left out. Point at');
  expect(said(null).join(' ')).not.toContain('counted');
});
