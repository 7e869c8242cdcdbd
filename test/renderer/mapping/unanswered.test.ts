import { describe, expect, it } from 'vitest';
import { findUnanswered, madeId, sourceId } from '../../../renderer/mapping/unanswered.ts';
import { standingMapping } from '../../../shared/mapping/assign-source.ts';
import type { Fit } from '../../../shared/mapping/count-fit.ts';
import type { ColumnMapping, MappedColumn } from '../../../shared/mapping/mapping.ts';
import { openSources } from '../../shared/mapping/open-sources.ts';

const HEADER = ['Role', 'Email', 'First Name', 'Last Name', 'Phone', 'Teams', 'City'];
const { sources } = openSources(HEADER, ['Agent', 'a@x.y', 'Ann', 'Lee', 'y', 'A', 'Cork']);
const constant = (key: MappedColumn['key'], text = 'n'): MappedColumn => ({
  key,
  from: { kind: 'constant', text },
  values: [],
});
/** Required columns that these files do not have. */
const CONSTANTS = (['canManageTeams', 'chatChannel', 'emailChannel', 'teamLeader'] as const).map((key) =>
  constant(key),
);
const STANDING: ColumnMapping = [...standingMapping(sources), ...CONSTANTS];
const without = (...keys: string[]): ColumnMapping => STANDING.filter(({ key }) => !keys.includes(key));

function asked(mapping: ColumnMapping, fits: readonly (readonly [MappedColumn, Fit])[] = [], all = sources) {
  return findUnanswered(all, mapping, new Map(fits)).map(({ id, text }) => [id, text]);
}

const unused = (mapping: ColumnMapping): string => {
  const used = mapping.flatMap(({ from }) => ('column' in from ? [from.column] : []));
  const source = sources.find((_, index) => !used.includes(index));
  return source ? sourceId(source) : '';
};

describe('what is not answered yet', () => {
  it('are required columns that nothing is made of, each at the control that makes it', () => {
    expect(asked(STANDING)).toEqual([]);
    expect(asked(without('role'))).toEqual([[madeId('role'), 'Role']]);
    expect(asked([...without('role'), constant('role', 'Agent')])).toEqual([]);
    expect(asked([...without('role'), constant('role', '')])).toEqual([[madeId('role'), 'Role']]);
  });

  it('are names at the first column that is not used, since they are in the file or nowhere', () => {
    for (const [key, header] of [
      ['firstName', 'First Name'],
      ['lastName', 'Last Name'],
    ] as const) {
      const mapping = without(key);
      expect(asked(mapping)).toContainEqual([unused(mapping), header]);
      expect(unused(mapping)).not.toBe('');
    }
    const all = sources.map((_, column): MappedColumn => ({
      key: 'homeTown',
      from: { kind: 'column', column },
      values: [],
    }));
    expect(asked(all)).toContainEqual([madeId('firstName'), 'First Name']);
  });

  it('is who somebody is, where there is neither an address nor an ID', () => {
    const nobody = without('email', 'employeeId');
    expect(asked(nobody)).toContainEqual([unused(nobody), 'Email Address or Employee ID']);
    const byId: MappedColumn = { key: 'employeeId', from: { kind: 'column', column: 6 }, values: [] };
    expect(asked([...nobody, byId]).map(([, text]) => text)).not.toContain('Email Address or Employee ID');
    const all = sources.map((_, column): MappedColumn => ({
      key: 'homeTown',
      from: { kind: 'column', column },
      values: [],
    }));
    expect(asked(all)).toContainEqual(['', 'Email Address or Employee ID']);
  });

  it('is a header that names a column which another has, while it is not used', () => {
    const twice = openSources(
      ['Role', 'First Name', 'Last Name', 'Email', 'Work Email'],
      ['Agent', 'Ann', 'Lee', 'a@x.y', 'b@x.y'],
    );
    const standing = [...standingMapping(twice.sources), ...CONSTANTS, constant('phoneChannel')];
    const questions = asked(standing, [], twice.sources).map(([, text]) => text);
    expect(questions).toEqual([
      'Email Address or Employee ID',
      '“Email”, another Email Address',
      '“Work Email”, another Email Address',
    ]);
    const email: MappedColumn = { key: 'email', from: { kind: 'column', column: 3 }, values: [] };
    expect(asked([...standing, email], [], twice.sources).map(([, text]) => text)).toEqual([
      '“Work Email”, another Email Address',
    ]);
  });

  it('are texts of choices that mean nothing, not those of other columns', () => {
    const fit = (filled: number, fits: number): Fit => ({ filled, fits, yes: 0, unfit: null });
    const entry = (key: MappedColumn['key'], kind: 'column' | 'listed' = 'column'): MappedColumn => ({
      key,
      from: { kind, column: 4 },
      values: [],
    });
    const phone = entry('phoneChannel');
    const mapping = (one: MappedColumn): ColumnMapping => [
      ...without('phoneChannel', one.key),
      ...(one.key === 'phoneChannel' ? [] : [constant('phoneChannel')]),
      one,
    ];
    const questions = (one: MappedColumn, found: Fit) => asked(mapping(one), [[one, found]]);
    const source = sources[4] ? sourceId(sources[4]) : '';
    expect(questions(phone, fit(3, 2))).toEqual([[source, '“Phone”: 1 text not understood']]);
    expect(questions(phone, fit(2000, 2))).toEqual([[source, '“Phone”: 1,998 texts not understood']]);
    expect(questions(phone, fit(3, 3))).toEqual([]);
    expect(asked(mapping(phone))).toEqual([]);
    const listed = (['phoneChannel', 'chatChannel', 'emailChannel'] as const).map((key) =>
      entry(key, 'listed'),
    );
    expect(
      asked(
        [...without('phoneChannel', 'chatChannel', 'emailChannel'), ...listed],
        listed.map((one) => [one, fit(3, 1)]),
      ),
    ).toEqual([[source, '“Phone”: 2 texts not understood']]);
    expect(questions(entry('homeTown'), fit(3, 2))).toEqual([]);
    const by: MappedColumn = { key: 'phoneChannel', from: { kind: 'by', column: 4, rest: 'n' }, values: [] };
    expect(questions(by, fit(3, 2))).toEqual([]);
    const excluded: MappedColumn = { key: 'excluded', from: { kind: 'column', column: 4 }, values: [] };
    expect(questions(excluded, fit(3, 2))).toEqual([]);
    const leads: MappedColumn = { key: 'canManageTeams', from: { kind: 'leads' }, values: [] };
    expect(questions(leads, fit(3, 2))).toEqual([]);
  });
});
