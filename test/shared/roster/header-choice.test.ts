import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../shared/roster/notices.ts';
import { createRosterReader, type ReadRoster } from '../../../shared/roster/read-roster.ts';
import { PLAIN_SHEET } from './plain-sheet.ts';

function read(...rows: readonly (readonly string[])[]): ReadRoster {
  const reader = createRosterReader('hires.txt');
  reader.add(rows);
  const result = reader.finish();
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const kinds = (notices: readonly Notice[]) => notices.map(({ kind }) => kind);

describe('a header row that somebody has chosen', () => {
  const ROWS = [['Sent by HR'], [''], ['Rang', 'Post'], ['Agent', 'ana@acme.com'], ['Total', '1']];

  function readAs(header: number | 'none', rows: readonly (readonly string[])[] = ROWS) {
    const reader = createRosterReader('hires.txt', { header });
    for (const row of rows) reader.add([row]);
    return reader.finish();
  }

  it('names the columns, whatever it says; those above it are titles', () => {
    const result = readAs(3);
    if (!result.ok) throw new Error(result.failure.code);
    const { headerLine, lines, notices, roster } = result.value;
    expect({ headerLine, lines, kinds: kinds(notices) }).toEqual({
      headerLine: 3,
      lines: [4, 5],
      kinds: ['titleRows', 'blankRows', 'carriedColumns'],
    });
    expect(roster.columns.carried.map(({ header }) => header)).toEqual(['Rang', 'Post']);
  });

  it('is read with the next row where they are one header', () => {
    const result = readAs(1, [
      ['Role', 'Name', ''],
      ['', 'First', 'Last'],
      ['Agent', 'Ana', 'Ruiz'],
    ]);
    expect(result).toMatchObject({ value: { headerLine: 1, lines: [3] } });
  });

  it('can be none: all rows are people, and columns go by their numbers', () => {
    const people = [
      ['Agent', '', 'ana@acme.com'],
      ['Agent', '', 'bob@acme.com'],
      ['Agent', '', 'bob@acme.com'],
    ];
    const result = readAs('none', people);
    if (!result.ok) throw new Error(result.failure.code);
    const { headerLine, lines, notices, columns: source } = result.value;
    expect({ headerLine, lines }).toEqual({ headerLine: 0, lines: [1, 2, 3] });
    expect(source).toMatchObject([
      { header: 'Column 1', key: null, place: 0 },
      { header: 'Column 3', key: null, place: 2 },
    ]);
    expect(notices).toEqual([{ kind: 'noHeaderRow', headers: ['Column 1', 'Column 3'] }]);
  });

  it('roster.noSuchHeader: is blank or not there', () => {
    const failure = (line: number) => ({
      failure: { code: 'roster.noSuchHeader', facts: { name: 'hires.txt', line, lines: 5 } },
    });
    expect(readAs(2)).toMatchObject(failure(2));
    expect(readAs(6)).toMatchObject(failure(6));
    expect(readAs('none', [])).toMatchObject({ failure: { code: 'roster.noHeader' } });
  });
});

describe('lines and cells of a spreadsheet', () => {
  it('are counted as Excel does, without the line that says the delimiter', () => {
    const reader = createRosterReader('hires.csv');
    reader.add([
      ['sep=', ''],
      ['Role', 'Email'],
      ['Agent', 'a'],
    ]);
    const result = reader.finish([{ line: 3, what: 'opening' }]);
    expect(result).toMatchObject({
      value: {
        headerLine: 1,
        lines: [2],
        notices: [{ kind: 'separatorLine' }, { kind: 'quoteAsText', lines: [2] }],
      },
    });
  });

  it('that are merged below the header are said', () => {
    const reader = createRosterReader('hires.xlsx', {
      traits: { ...PLAIN_SHEET, merged: ['A1:B2', 'C4:C5'] },
    });
    reader.add([['Title'], [''], ['Role', 'Email', 'Team Leader'], ['Agent', 'a', 'x'], ['Agent', 'b']]);
    expect(reader.finish()).toMatchObject({
      value: {
        notices: [{ kind: 'titleRows' }, { kind: 'blankRows' }, { kind: 'mergedCells', ranges: ['C4:C5'] }],
      },
    });
  });

  it('or hidden, or not calculated, are said of people alone', () => {
    const traits = {
      ...PLAIN_SHEET,
      hiddenRows: [1, 3, 4, 5, 6],
      hiddenColumns: [1, 2, 9],
      uncalculated: ['A1', 'B5'],
    };
    const reader = createRosterReader('hires.xlsx', { traits });
    reader.add([
      ['Title'],
      [''],
      ['Role', 'Email', 'Shoes'],
      ['Agent', 'a', 'x'],
      ['Agent', ''],
      ['', ''],
      ['Agent', 'c'],
    ]);
    expect(reader.finish()).toMatchObject({
      value: {
        notices: [
          { kind: 'titleRows' },
          { kind: 'blankRows' },
          { kind: 'carriedColumns' },
          { kind: 'uncalculated', cells: ['B5'] },
          { kind: 'hiddenRows', lines: [4, 5], people: 3 },
          { kind: 'hiddenColumns', headers: ['Email', 'Shoes'] },
        ],
      },
    });
  });

  it('under a merged heading are named with it where that is surer', () => {
    const { columns: source } = read(
      ['Role', 'Email', 'Name', '', 'Channels', '', ''],
      ['', '', 'First', 'Last', 'Phone', 'Chat', 'Email'],
      ['Agent', 'a@b.c', 'Ana', 'Ruiz', 'y', 'n', 'y'],
    );
    expect(source.map(({ key }) => key)).toEqual([
      'role',
      'email',
      'firstName',
      'lastName',
      'phoneChannel',
      'chatChannel',
      'emailChannel',
    ]);
  });
});
