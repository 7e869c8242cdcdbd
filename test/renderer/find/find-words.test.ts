import { describe, expect, it } from 'vitest';
import { initialFind } from '../../../renderer/find/find-state.ts';
import { describeFilter, describeOutcome } from '../../../renderer/find/find-words.ts';
import { type ColumnFilter, NO_FILTER, type RowFilter } from '../../../shared/find/row-filter.ts';
import { noFoundCells, setFound } from '../../../shared/find/found-cells.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { titleOf } from '../../../shared/rules/messages.ts';

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

const rosterOfFilter = { columns: { optional: [], carried: [{ header: 'Desk', position: 40 }] } };
const said = (some: Partial<RowFilter>): string => describeFilter(rosterOfFilter, { ...NO_FILTER, ...some });
const column = (contains: string, ...values: string[]): ColumnFilter => ({
  contains,
  values: values.length === 0 ? null : new Set(values),
});

describe('describeFilter', () => {
  it('names each column with what it asks for', () => {
    const columns = new Map([
      [AT.role, column('', 'Agent')],
      [AT.email, column('acme')],
      [40, column('D', '', 'D1')],
      [AT.homeTown, column('', '')],
    ]);
    expect(said({ columns })).toBe(
      'Role: Agent · Email Address contains “acme” · Desk contains “D”: 2 values · Home Town: empty',
    );
  });

  it('says which problems and changes', () => {
    expect(said({ problems: { severity: null, code: null } })).toBe('with problems');
    expect(said({ problems: { severity: 'error', code: null } })).toBe('with errors');
    expect(said({ problems: { severity: 'warning', code: null } })).toBe('with warnings');
    expect(said({ problems: { severity: 'error', code: 'email.invalid' }, changed: true })).toBe(
      `changed rows · ${titleOf('email.invalid')}`,
    );
    expect(said({})).toBe('');
  });
});
