import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../../shared/person/catalogue.ts';
import { CellSchema } from '../../../../shared/rules/cell-schema.ts';
import { isUntroubledLine, isUntroubledText } from '../../../../shared/rules/cell-rules/untroubled-text.ts';
import { NO_HABITS } from '../../../../shared/rules/finding.ts';
import { SETTINGS } from '../build-roster.ts';

const context = { settings: SETTINGS, roles: null, groups: null, dayOrder: null, habits: NO_HABITS };
const lines = schemaOf(AT.homeTown);
const texts = schemaOf(AT.profile);

function schemaOf(position: number): CellSchema {
  const column = columns[position];
  if (column === undefined) throw new Error('There is no such column');
  return new CellSchema(column, () => context);
}

function troubleOf(schema: CellSchema, text: string): string[] {
  return schema.findingsIn(text).flatMap(({ code }) => (code.startsWith('text.') ? [code] : []));
}

/** What rules object to alone, beside one another, at an end or in one column only, and letters that are fine. */
const TEXTS = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('aeTo .,-'), 'é', 'ö', 'ß', 'Ł', '佐', 'न'),
    fc.constantFrom(
      ...Array.from(' \n\r\t=+@\'"&%<\\#'),
      '\u00a0',
      '\u00ad',
      '\u200b',
      '\u200d',
      '\u2028',
      '\ufeff',
      '\ufffd',
    ),
    fc.constantFrom('Ã', '©', '¼', 'Å', '‚', 'â', '€', '™', 'ð', 'Ÿ', 'Р', '°', 'Ђ', '├', '®', '√', '∂'),
    fc.constantFrom('а', 'о', 'Ж', 'α', 'Ω', '\u0301', '\u0308', '\ud83d', '\ude00'),
  ),
  minLength: 1,
  maxLength: 8,
});

describe('untroubled texts', () => {
  it('are texts in which no text rule finds anything', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        if (isUntroubledLine(text)) expect([text, ...troubleOf(lines, text)]).toEqual([text]);
        if (isUntroubledText(text)) expect([text, ...troubleOf(texts, text)]).toEqual([text]);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(['Ana', 'García Márquez', 'Siobhán', 'O’Brien', 'Дмитрий', 'Μαρία', '佐藤', '지훈', 'फ़ातिमा', '-'])(
    'are such as %j',
    (text) => {
      const isLine = text !== '-';
      expect([isUntroubledLine(text), isUntroubledText(text)]).toEqual([isLine, isLine]);
    },
  );

  it('may have several lines in a profile only', () => {
    expect([isUntroubledText('Ana\nRuiz'), isUntroubledLine('Ana\nRuiz')]).toEqual([true, false]);
  });
});
