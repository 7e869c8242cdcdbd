import { describe, expect, it } from 'vitest';
import { describeOutcome } from '../../../renderer/find/describe-outcome.ts';
import { initialFind } from '../../../renderer/find/find-state.ts';
import { NO_FILTER } from '../../../shared/filter/row-filter.ts';
import { noFoundCells, setFound } from '../../../shared/find/found-cells.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';

function found(...rows: readonly number[]) {
  const cells = noFoundCells();
  for (const row of rows) setFound(cells, row, [2, 5]);
  return cells;
}

function roster(rows: number) {
  const made = emptyRoster();
  for (let row = 0; row < rows; row += 1) appendRow(made, ['Team Member']);
  return made;
}

const find = { ...initialFind, query: { ...initialFind.query, text: 'cork' } };

describe('the outcome of a search', () => {
  const document = { roster: roster(3), shown: null };
  const [first, , third] = document.roster.rows.map(({ id }) => id);

  it('is the place among all that was found, or how many they are', () => {
    const both = { ...find, found: found(first ?? 0, third ?? 0) };
    expect(describeOutcome(both, document, { row: third ?? 0, position: 2 })).toBe('3 of 4');
    expect(describeOutcome(both, document, { row: third ?? 0, position: 3 })).toBe('4 found');
    expect(describeOutcome(both, document, null)).toBe('4 found');
  });

  it('is nothing for no text, and says that the search goes on or why it failed', () => {
    expect(describeOutcome(initialFind, document, null)).toBe('');
    expect(describeOutcome({ ...find, progress: { kind: 'searching' } }, document, null)).toBe('Searching…');
    expect(describeOutcome({ ...find, progress: { kind: 'failed', why: 'No.' } }, document, null)).toBe(
      'No.',
    );
  });

  it('says that rows which a filter hides were not searched', () => {
    const rows = document.roster.rows.slice(0, 1);
    const shown = {
      filter: NO_FILTER,
      rows,
      ids: new Set(rows.map(({ id }) => id)),
      indexOf: new Map([[first ?? 0, 0]]),
    };
    expect(describeOutcome(find, { ...document, shown }, null)).toBe('Nothing found in the rows shown');
    const one = { ...find, found: found(first ?? 0) };
    expect(describeOutcome(one, { ...document, shown }, { row: first ?? 0, position: 5 })).toBe(
      '2 of 2 in the rows shown',
    );
  });
});
