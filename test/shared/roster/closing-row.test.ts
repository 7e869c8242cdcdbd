import { describe, expect, it } from 'vitest';
import { isClosingRow } from '../../../shared/roster/closing-row.ts';

describe('isClosingRow', () => {
  it.each([
    ...['Total', 'totals: 12', 'Grand total', 'Sub-total', 'Subtotal 3', 'Sum', 'Count = 4', 'Records', '12'],
    ...[
      'Gesamtsumme',
      'Endsumme',
      'Anzahl (12)',
      'Totale',
      'Nombre : 4',
      'Suma',
      'Всего: 4',
      '总计：4',
      '合計',
    ],
    ...['Created on 2026-03-01', 'Created by HR', 'Page 2', 'End of list', '© Acme', 'Confidential'],
  ])('%j closes a list unless it is a number alone', (text) => {
    expect(isClosingRow([text, '', '', ''], 4)).toBe(text !== '12');
  });

  it.each(['Totila', 'Summer', 'Counter', 'Reporter', 'Pages', 'Created', 'Standish', 'Our total: 4', ''])(
    '%j is no beginning of a closing line',
    (text) => {
      expect(isClosingRow([text, '', '', ''], 4)).toBe(false);
    },
  );

  it('has few cells with text: one, or as many as a third of the columns', () => {
    expect(isClosingRow(['Total', '4'], 6)).toBe(true);
    expect(isClosingRow(['Total', ' ', '4', ''], 6)).toBe(true);
    expect(isClosingRow(['Total', '4', '5'], 6)).toBe(false);
    expect(isClosingRow(['Total', '4'], 5)).toBe(false);
    expect(isClosingRow([' ', ' Total '], 3)).toBe(true);
    expect(isClosingRow(['Total'], 2)).toBe(false);
  });

  it('is short, and has no address in any cell', () => {
    expect(isClosingRow(['Total'.padEnd(200, '.')], 3)).toBe(true);
    expect(isClosingRow(['Total'.padEnd(201, '.')], 3)).toBe(false);
    expect(isClosingRow(['Total', 'ana@acme.example'], 6)).toBe(false);
  });
});
