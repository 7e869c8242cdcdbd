import { describe, expect, it } from 'vitest';
import {
  chosenUse,
  findUnanswered,
  madeId,
  sayFit,
  sayListed,
  sayNamed,
  shortHeader,
  sourceChoices,
  sourceId,
  valueOf,
} from '../../../../renderer/import/mapping/mapping-words.ts';
import {
  assignSource,
  type SourceUse,
  standingMapping,
} from '../../../../shared/import/mapping/assign-source.ts';
import type { Fit } from '../../../../shared/import/mapping/tally-values.ts';
import type { ColumnMapping, MappedColumn } from '../../../../shared/import/mapping/mapping.ts';
import { openSources } from '../../../shared/import/mapping/open-sources.ts';

const HEADER = ['Role', 'Email', 'First Name', 'Last Name', 'Phone', 'Teams', 'City'];
const { sources: staffSources } = openSources(HEADER, ['Agent', 'a@x.y', 'Ann', 'Lee', 'y', 'A', 'Cork']);
const constant = (key: MappedColumn['key'], text = 'n'): MappedColumn => ({
  key,
  from: { kind: 'constant', text },
  values: [],
});
/** Required columns that these files do not have. */
const CONSTANTS = (['canManageTeams', 'chatChannel', 'emailChannel', 'teamLeader'] as const).map((key) =>
  constant(key),
);
const STANDING: ColumnMapping = [...standingMapping(staffSources), ...CONSTANTS];
const without = (...keys: string[]): ColumnMapping => STANDING.filter(({ key }) => !keys.includes(key));

function asked(
  mapping: ColumnMapping,
  fits: readonly (readonly [MappedColumn, Fit])[] = [],
  all = staffSources,
) {
  return findUnanswered(all, mapping, new Map(fits)).map(({ id, text }) => [id, text]);
}

const unused = (mapping: ColumnMapping): string => {
  const used = mapping.flatMap(({ from }) => ('column' in from ? [from.column] : []));
  const source = staffSources.find((_, index) => !used.includes(index));
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
    const all = staffSources.map((_, column): MappedColumn => ({
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
    const all = staffSources.map((_, column): MappedColumn => ({
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
    const source = staffSources[4] ? sourceId(staffSources[4]) : '';
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

const { sources } = openSources(['City', 'Groups', 'Email', 'Place', 'Team'], ['a', 'b', 'c', 'd', 'e']);

function labels(index: number, mapping = standingMapping(sources)): string[] {
  const [, , , known] = sourceChoices(mapping, sources, index);
  return known !== undefined && 'items' in known ? known.items.map(({ label }) => label) : [];
}

it('says what a column would take the place of, and joins where that makes sense', () => {
  const offered = labels(3);
  expect(offered).toContain('Last Name');
  expect(offered).toEqual(expect.arrayContaining(['Home Town instead of “City”', 'Home Town with “City”']));
  expect(offered).toEqual(
    expect.arrayContaining(['Groups with “Groups”', 'Email Address instead of “Email”']),
  );
  expect(offered).not.toContain('Email Address with “Email”');
});

it('does not name a column as the place that it takes itself', () => {
  const mapping = assignSource(standingMapping(sources), sources, 3, { kind: 'joined', key: 'homeTown' });
  expect(labels(3, mapping)).toContain('Home Town with “City”');
  expect(labels(0, standingMapping(sources))).toContain('Home Town');
});

it.each<SourceUse>([
  { kind: 'none' },
  { kind: 'name' },
  { kind: 'channels' },
  { kind: 'column', key: 'email' },
  { kind: 'joined', key: 'groups' },
])('reads the choice of %j again', (use) => {
  expect(chosenUse(valueOf(use))).toEqual(use);
});

it('says how many fit of what fits worst', () => {
  const whole = { filled: 3, fits: 3, unfit: null, yes: 0 };
  expect(sayFit([])).toBeNull();
  expect(sayFit([whole])?.text).toBe('All 3 fit');
  expect(sayFit([{ filled: 0, fits: 0, unfit: null, yes: 0 }])?.text).toBe('No text');
  expect(sayFit([whole, { filled: 1200, fits: 1100, unfit: 'x', yes: 0 }])).toEqual({
    text: '1,100 of 1,200 fit',
    isWhole: false,
    example: 'Not “x”.',
  });
});

it('says the number of texts alone of those that all fit, and a text that does not', () => {
  expect(sayFit([{ filled: 0, fits: 0, unfit: null, yes: 0 }])).toEqual({
    text: 'No text',
    isWhole: true,
    example: null,
  });
  expect(sayFit([{ filled: 3, fits: 3, unfit: null, yes: 0 }])).toEqual({
    text: 'All 3 fit',
    isWhole: true,
    example: null,
  });
});

it('says in how many rows a list names each channel, and what of it fits no channel', () => {
  const fits = [4, 1200, 0].map((yes) => ({ filled: 1200, fits: 1200, unfit: null, yes }));
  const text = 'Phone 4, chat 1,200, email 0';
  expect(sayListed(fits)).toEqual({ text, isWhole: true, example: null });
  const unfit = fits.map((fit) => ({ ...fit, fits: 1100, unfit: 'Fax' }));
  expect(sayListed(unfit)).toEqual({
    text: `${text}; 1,100 of 1,200 fit`,
    isWhole: false,
    example: 'Not “Fax”.',
  });
  expect([0, 1, 2].map((count) => sayListed(fits.slice(0, count)))).toEqual([null, null, null]);
});

it('says how many leaders who are given by name were found', () => {
  const named = { given: 1200, found: 1200, unfound: [] };
  expect(sayNamed(named)).toEqual({
    text: 'Given by name: all 1,200 found',
    isWhole: true,
    example: null,
  });
  expect(sayNamed({ ...named, found: 3, unfound: [{ text: 'J. Doe', count: 2 }] })).toEqual({
    text: 'Given by name: 3 of 1,200 found',
    isWhole: false,
    example: 'Not “J. Doe”.',
  });
});

it('shortens a header that is longer than a short name', () => {
  expect(shortHeader('Cost centre code')).toBe('Cost centre code');
  expect(shortHeader('Cost centre codes')).toBe('Cost centre cod…');
});

it('offers first what concerns no column alone, and nothing for a value that is none', () => {
  expect(sourceChoices([], sources, 0).slice(0, 3)).toEqual([
    { value: 'none', label: 'Not needed' },
    { value: 'name', label: 'First and last name' },
    { value: 'channels', label: 'Phone, chat and email' },
  ]);
  for (const value of ['', 'column', 'column nothing', 'other email', 'none email'])
    expect(chosenUse(value)).toEqual({ kind: 'none' });
});

it('counts the columns whose place is taken where they are several, and none that only decides', () => {
  const joined = { kind: 'joined' as const, columns: [0, 4], as: 'words' as const };
  expect(labels(3, [{ key: 'homeTown', from: joined, values: [] }])).toContain('Home Town with 2 others');
  const by = { kind: 'by' as const, column: 0, rest: '' };
  expect(labels(3, [{ key: 'homeTown', from: by, values: [] }])).toContain('Home Town');
});
