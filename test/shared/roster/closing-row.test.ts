import { describe, expect, it } from 'vitest';
import { isClosingRow } from '../../../shared/roster/read-roster.ts';
import { textsOf } from './make-roster.ts';
import { finish, kinds, read } from './read-rows.ts';

describe('isClosingRow', () => {
  it.each([
    ...['Total', 'totals: 12', 'Grand total', 'Sub-total', 'Subtotal 3', 'Sum', 'Count = 4', 'Records', '12'],
    ...[
      'Gesamtsumme',
      'Endsumme',
      'Anzahl (12)',
      'Totale',
      'Headcount: 12',
      'Effectifs',
      'Totaal',
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

describe('a roster that is read', () => {
  it('leaves out a total whose word stands over a column that is not Agent Connect’s', () => {
    const { roster, notices } = read(
      ['Cost centre', 'First Name', 'Last Name', 'Email', 'Role', 'Notes'],
      ['4711', 'Ann', 'Lee', 'a@x.y', 'Agent', ''],
      ['Total', '43 heads'],
    );
    expect(roster.rows).toHaveLength(1);
    expect(notices).toContainEqual({ kind: 'closingRows', lines: [3], texts: ['Total, 43 heads'] });
  });

  it('leaves out a total and a footer below the last person, and says so', () => {
    const { roster, notices, lines } = read(
      ['Role', 'Email', 'First Name', 'Notes'],
      ['Agent', 'a@x.y', 'Ann', ''],
      [''],
      ['Total: 1', ' ', '', ''],
      ['', '', '', 'Generated on 2026-03-01'],
    );
    expect(textsOf(roster, 'email')).toEqual(['a@x.y']);
    expect(roster.byId.has(2)).toBe(false);
    expect(lines).toEqual([2]);
    expect(notices).toContainEqual({
      kind: 'closingRows',
      lines: [4, 5],
      texts: ['Total: 1', 'Generated on 2026-03-01'],
    });
    expect(kinds(notices)).not.toContain('blankRows');
  });

  it('counts the columns that have a name to tell whether a row at the end has few cells', () => {
    const header = ['Role', '', '', '', 'Email', 'First Name'];
    const { roster } = read(
      header,
      ['Agent', '', '', '', 'a@x.y', 'Ann'],
      ['Total Care', '', '', '', '', 'Bo'],
    );
    expect(textsOf(roster, 'firstName')).toEqual(['Ann', 'Bo']);
  });

  it('leaves out a total where there is no header, and says of a file of totals that nobody is in it', () => {
    const result = finish([['Ann', 'Lee', 'a@x.y', 'Cork'], ['Total: 1']], { header: 'none' });
    expect(result.ok && result.value.roster.rows).toHaveLength(1);
    expect(kinds(read(['Role', 'Email', 'First Name'], ['Total: 0']).notices)).toEqual([
      'closingRows',
      'noPeople',
    ]);
  });

  it('says the blank lines among the people, and none of those above a total', () => {
    const { notices } = read(
      ['Role', 'Email', 'First Name'],
      ['Agent', 'a@x.y', 'Ann'],
      [''],
      ['Agent', 'b@x.y', 'Bo'],
      [''],
      ['Total: 2'],
    );
    expect(notices).toContainEqual({ kind: 'blankRows', lines: [3] });
  });

  it('leaves out six such rows at most', () => {
    const totals = (count: number): string[][] =>
      Array.from({ length: count }, (_, at) => [`Total: ${at}`, '', '', '']);
    const left = (count: number): number =>
      read(['Role', 'Email', 'First Name', 'Notes'], ['Agent', 'a@x.y', 'Ann', ''], ...totals(count)).roster
        .rows.length;
    expect([left(5), left(6), left(7)]).toEqual([1, 1, 2]);
  });

  it('keeps a last person of few cells, and a total that is none', () => {
    const header = ['Role', 'Email', 'First Name', 'Last Name', 'Home Town', 'Profile'];
    const lastOf = (...cells: string[]): number => read(header, ['Agent', 'a@x.y'], cells).roster.rows.length;
    expect(lastOf('', 'total@x.y')).toBe(2);
    expect(lastOf('', '', 'Totila')).toBe(2);
    expect(lastOf('Total Care Agent', '', 'Ann', 'Lee')).toBe(2);
    expect(lastOf('', '', '', 'Reporter')).toBe(2);
    expect(read(header, ['Total', '', '', ''], ['Agent', 'a@x.y']).roster.rows).toHaveLength(2);
  });
});
