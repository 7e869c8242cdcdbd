import { describe, expect, it } from 'vitest';
import { encodingSentence, sheetCount, type SourceForm, whySheet } from '../../../shared/text/source-form.ts';

type Text = Extract<SourceForm, { kind: 'text' }>;
type Workbook = Extract<SourceForm, { kind: 'workbook' }>;

const workbook = (some: Partial<Workbook>): Workbook => ({
  kind: 'workbook',
  sheet: 'People',
  sheets: ['People'],
  hidden: [],
  picked: 'first',
  traits: { merged: [], hiddenRows: [], hiddenColumns: [], uncalculated: [] },
  ...some,
});

describe('encodingSentence', () => {
  const said = (confidence: Text['confidence']): string | null =>
    encodingSentence({ kind: 'text', encoding: 'windows-1252', bom: false, others: [], confidence });

  it('says what a file was read as where that may be wrong or was chosen, and nothing where it is sure', () => {
    expect(said('sure')).toBeNull();
    expect(said('likely')).toMatch(/^Read as .*1252.*, which is likely\.$/);
    expect(said('guess')).toMatch(/^Read as .*1252.*, which is a guess: check that the names/);
    expect(said('chosen')).toMatch(/^Read as .*1252.*, as you chose\.$/);
  });

  it('says nothing of a workbook, nor of what was not read from a file', () => {
    expect(encodingSentence(workbook({}))).toBeNull();
    expect(encodingSentence(null)).toBeNull();
  });
});

describe('the sheets of a workbook', () => {
  it('are counted, hidden ones apart', () => {
    expect(sheetCount(workbook({}))).toBe('1 sheet');
    expect(sheetCount(workbook({ sheets: ['A', 'B'] }))).toBe('2 sheets');
    expect(sheetCount(workbook({ sheets: ['A', 'B'], hidden: ['C'] }))).toBe('2 sheets and 1 hidden');
  });

  it('say why one was opened where that was no matter of course', () => {
    expect(whySheet(workbook({}))).toBeNull();
    expect(whySheet(workbook({ picked: 'chosen' }))).toBeNull();
    expect(whySheet(workbook({ picked: 'likeliest' }))).toContain('looks more like a roster');
    expect(whySheet(workbook({ hidden: ['People'], picked: 'chosen' }))).toBe('It is hidden in Excel.');
    expect(whySheet(workbook({ hidden: ['People'] }))).toBe('It is hidden; the visible ones are empty.');
  });
});
