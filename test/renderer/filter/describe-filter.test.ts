import { describe, expect, it } from 'vitest';
import { describeFilter } from '../../../renderer/filter/describe-filter.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { type ColumnFilter, NO_FILTER, type RowFilter } from '../../../shared/filter/row-filter.ts';
import { titleOf } from '../../../shared/rules/messages.ts';

const roster = { columns: { optional: [], carried: [{ header: 'Desk', position: 40 }] } };
const said = (some: Partial<RowFilter>): string => describeFilter(roster, { ...NO_FILTER, ...some });
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
