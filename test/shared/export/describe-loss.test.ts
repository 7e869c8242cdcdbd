import { describe, expect, it } from 'vitest';
import { describeLoss, lossInPlace } from '../../../shared/export/describe-loss.ts';
import { planExport } from '../../../shared/export/plan-export.ts';
import { appendRow, emptyRoster, type Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import type { SourceForm } from '../../../shared/text/source-form.ts';

const traits = { merged: [], hiddenRows: [], hiddenColumns: [], uncalculated: [] };
const workbook: SourceForm = {
  kind: 'workbook',
  sheet: 'Staff',
  sheets: ['Staff', 'Roles'],
  hidden: ['Old'],
  picked: 'first',
  traits,
};

function rosterOf(rows: number, carried: readonly string[] = []): Roster {
  const roster = emptyRoster({
    optional: [],
    carried: carried.map((header, place) => ({ header, position: 100 + place })),
  });
  for (let row = 0; row < rows; row += 1) appendRow(roster, []);
  return roster;
}

function lossOf(roster: Roster, form: SourceForm | null, isWrong: (row: number) => boolean): string | null {
  const problem = { code: 'required', severity: 'error' } as const;
  const problemsOf = (row: number) =>
    isWrong(row) ? [{ row, column: 'role', facts: {}, fixes: [], ...problem } as const] : [];
  const plan = finish(
    planExport(roster, problemsOf, {
      rows: 'valid',
      leadersFirst: true,
      passwords: true,
      carried: false,
    }),
  );
  const loss = lossInPlace(plan, roster, form);
  return loss && describeLoss(loss, (row) => row + 1);
}

describe('what an export in place of its own source would lose', () => {
  it.each([
    ['nothing', rosterOf(3), null, () => false, null],
    ['a row', rosterOf(3), null, (row: number) => row === 3, '1 row (line 4)'],
    ['rows', rosterOf(1999), null, (row: number) => row % 999 === 0, '2 rows (lines 1,000 and 1,999)'],
    ['many rows', rosterOf(9), null, () => true, '9 rows (lines 2, 3, 4, 5, 6, and 4 more)'],
    ['a column', rosterOf(1, ['Notes']), null, () => false, 'the column “Notes”'],
    [
      'rows, columns and sheets',
      rosterOf(2, ['Notes', 'Desk']),
      workbook,
      () => true,
      '2 rows (lines 2 and 3), the columns “Notes” and “Desk”, and the sheets “Roles” and “Old”',
    ],
  ])('is said: %s', (_, roster, form, isWrong, words) => {
    expect(lossOf(roster, form, isWrong)).toBe(words);
  });
});

describe('a loss in words', () => {
  const nothing = { rows: [], excluded: 0, columns: [], sheets: [] };
  const said = (loss: Partial<typeof nothing> | { columns: string[] }) =>
    describeLoss({ ...nothing, ...loss }, (row) => row + 1);

  it('names each kind alone', () => {
    expect(said({ excluded: 1 })).toBe('1 row that the columns leave out');
    expect(said({ excluded: 1200 })).toBe('1,200 rows that the columns leave out');
    expect(said({ columns: ['Notes'] })).toBe('the column “Notes”');
  });

  it('shortens a name of more than forty letters', () => {
    expect(said({ columns: ['x'.repeat(40)] })).toBe(`the column “${'x'.repeat(40)}”`);
    expect(said({ columns: ['😀'.repeat(41)] })).toBe(`the column “${'😀'.repeat(39)}…”`);
  });
});
