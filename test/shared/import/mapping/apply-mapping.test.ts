import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from '../../../../shared/person/catalogue.ts';
import { changesNothing } from '../../../../shared/import/mapping/apply-mapping.ts';
import {
  assignSource,
  type SourceUse,
  standingMapping,
} from '../../../../shared/import/mapping/assign-source.ts';
import { keptSources, listSources, type Source } from '../../../../shared/import/mapping/sources.ts';
import type { ColumnMapping } from '../../../../shared/import/mapping/mapping.ts';
import { applyChange, isNothing, reverseChange } from '../../../../shared/roster/change.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { map, openSources, tableOf } from './open-sources.ts';
import { runs } from '../../../tier.ts';

const HR = [
  ['Name', 'Mail', 'Gruppe 1', 'Gruppe 2', 'Note'],
  ['Eze, Amara', 'amara@acme.example', 'Support', 'Tier 2', 'late shift'],
  ['Vincent van der Berg', 'vincent@acme.example', 'Support', '', ''],
] as const;

const use = (kind: 'column' | 'joined', key: (typeof columns)[number]['key']): SourceUse => ({ kind, key });

function mappingOf(sources: readonly Source[], ...uses: [number, SourceUse][]): ColumnMapping {
  return uses.reduce(
    (mapping, [index, source]) => assignSource(mapping, sources, index, source),
    standingMapping(sources),
  );
}

describe('applyMapping', () => {
  it('splits names and joins groups, and keeps what nothing is made of', () => {
    const { roster, sources } = openSources(...HR);
    const mapping = mappingOf(
      sources,
      [0, { kind: 'name' }],
      [2, use('column', 'groups')],
      [3, use('column', 'groups')],
    );
    expect(keptSources(sources, mapping).map(({ header }) => header)).toEqual(['Note']);
    map(roster, sources, mapping);
    expect(tableOf(roster)).toEqual({
      'Email Address': ['amara@acme.example', 'vincent@acme.example'],
      'First Name': ['Amara', 'Vincent'],
      'Last Name': ['Eze', 'van der Berg'],
      'Group Assignments': ['{Support, Tier 2}', '{Support}'],
      Note: ['late shift', ''],
    });
  });

  it('takes a column for one of the catalogue and carries what stood there', () => {
    const { roster, sources } = openSources(
      ['Email', 'Work mail 2'],
      ['old@x.yz', 'new@x.yz'],
      ['', 'b@x.yz'],
    );
    const change = map(roster, sources, mappingOf(sources, [1, use('column', 'email')]));
    expect(tableOf(roster)).toEqual({
      'Email Address': ['new@x.yz', 'b@x.yz'],
      'Former Email': ['old@x.yz', ''],
    });
    finish(applyChange(roster, finish(reverseChange(change))));
    expect(tableOf(roster)).toEqual({
      'Email Address': ['old@x.yz', ''],
      'Work mail 2': ['new@x.yz', 'b@x.yz'],
    });
  });

  it('swaps two columns that were taken for one another', () => {
    const { roster, sources } = openSources(['First Name', 'Last Name'], ['Ruiz', 'Ana']);
    const mapping: ColumnMapping = [
      { key: 'firstName', from: { kind: 'column', column: 1 }, values: [] },
      { key: 'lastName', from: { kind: 'column', column: 0 }, values: [] },
    ];
    map(roster, sources, mapping);
    expect(tableOf(roster)).toEqual({ 'First Name': ['Ana'], 'Last Name': ['Ruiz'] });
    expect(roster.columns.carried).toEqual([]);
  });

  it('carries a column that is not needed, and keeps a name of which only half is taken', () => {
    const { roster, sources } = openSources(['Phone', 'Name'], ['y', 'Ana Ruiz']);
    map(roster, sources, [
      { key: 'firstName', from: { kind: 'namePart', column: 1, part: 'first' }, values: [] },
    ]);
    expect(tableOf(roster)).toEqual({ 'First Name': ['Ana'], Name: ['Ana Ruiz'], 'Former Phone': ['y'] });
  });

  it('gives everybody a constant, shows an optional column, and maps values, empty cells too', () => {
    const { roster, sources } = openSources(
      ['Email', 'Status'],
      ['a@x.yz', ' FT'],
      ['b@x.yz', ''],
      ['c@x.yz', 'PT'],
    );
    map(roster, sources, [
      ...standingMapping(sources),
      { key: 'licenseType', from: { kind: 'constant', text: 'Standard' }, values: [] },
      {
        key: 'employmentStatus',
        from: { kind: 'column', column: 1 },
        values: [
          { from: 'FT', to: 'Full Time' },
          { from: '', to: 'Temp' },
        ],
      },
    ]);
    expect(tableOf(roster)).toMatchObject({
      'Employment Status': ['Full Time', 'Temp', 'PT'],
      'License Type': ['Standard', 'Standard', 'Standard'],
    });
  });

  it('renames one value of a column that stays in its place, and no other', () => {
    const { roster, sources } = openSources(['Email', 'Role'], ['a@x.yz', 'Agt'], ['b@x.yz', 'Admin']);
    const renamed: ColumnMapping = standingMapping(sources).map((entry) =>
      entry.key === 'role' ? { ...entry, values: [{ from: 'Agt', to: 'Agent' }] } : entry,
    );
    expect(changesNothing(roster, sources, renamed)).toBe(false);
    const change = map(roster, sources, renamed);
    expect(tableOf(roster)).toEqual({ 'Email Address': ['a@x.yz', 'b@x.yz'], Role: ['Agent', 'Admin'] });
    expect(changesNothing(roster, sources, renamed)).toBe(true);
    finish(applyChange(roster, finish(reverseChange(change))));
    expect(tableOf(roster)['Role']).toEqual(['Agt', 'Admin']);
  });

  it('maps the names of groups one by one, whatever parts them', () => {
    const { roster, sources } = openSources(
      ['Email', 'Teams'],
      ['a@x.yz', 'Sup; T2'],
      ['b@x.yz', '{Sup, Ops (EU)}'],
    );
    map(roster, sources, [
      {
        key: 'groups',
        from: { kind: 'joined', columns: [1], as: 'groups' },
        values: [{ from: 'Sup', to: 'Support' }],
      },
    ]);
    expect(tableOf(roster)['Group Assignments']).toEqual(['{Support, T2}', '{Support, Ops (EU)}']);
  });

  it('changes nothing where everything stays', () => {
    const { roster, sources } = openSources(...HR);
    expect(isNothing(map(roster, sources, standingMapping(sources)))).toBe(true);
  });

  it('lets the first of two entries for one column count, and takes a place that is not there for empty', () => {
    const { roster, sources } = openSources(['Email'], ['a@x.yz']);
    map(roster, sources, [
      { key: 'role', from: { kind: 'constant', text: 'Agent' }, values: [] },
      { key: 'role', from: { kind: 'constant', text: 'Admin' }, values: [] },
      { key: 'homeTown', from: { kind: 'column', column: 9 }, values: [] },
    ]);
    expect(tableOf(roster)).toEqual({ Role: ['Agent'], 'Former Email': ['a@x.yz'] });
  });
});

describe('listSources', () => {
  it('finds a column of the file wherever it went, and again after undoing that', () => {
    const { roster, sources, columns: ofFile } = openSources(...HR);
    const change = map(roster, sources, mappingOf(sources, [4, use('column', 'homeTown')]));
    const keys = () => listSources(roster, ofFile).map(({ header, key, place }) => [header, key, place]);
    expect(keys()).toEqual([
      ['Name', null, 0],
      ['Mail', 'email', 1],
      ['Gruppe 1', null, 2],
      ['Gruppe 2', null, 3],
      ['Note', 'homeTown', 4],
    ]);
    finish(applyChange(roster, finish(reverseChange(change))));
    expect(keys().at(-1)).toEqual(['Note', null, 4]);
  });

  it('security 18: masks passwords, under whatever header', () => {
    const { sources } = openSources(['Email', 'Password', 'Kennwort'], ['a@x.yz', 'geheim-1', 'geheim-2']);
    expect(JSON.stringify(sources)).not.toContain('geheim');
  });
});

const HEADERS = [
  'Name',
  'Email',
  'Mail',
  'First Name',
  'City',
  'Note',
  'Phone',
  'Group 1',
  'Photo',
  'Kennwort',
];
const word = fc.constantFrom(
  '',
  'Ana',
  'Eze, Amara',
  'a b',
  ' x ',
  '{A, B}',
  'y',
  'C; D',
  'de la Cruz',
  '007',
);
const anyFile = fc.uniqueArray(fc.constantFrom(...HEADERS), { minLength: 1 }).chain((header) =>
  fc.record({
    header: fc.constant(['Role', ...header]),
    rows: fc.array(
      fc.array(word, { minLength: header.length, maxLength: header.length }).map((row) => ['r', ...row]),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);
const anyUse: fc.Arbitrary<SourceUse> = fc.oneof(
  fc.constant<SourceUse>({ kind: 'none' }),
  fc.constant<SourceUse>({ kind: 'name' }),
  fc.record({
    kind: fc.constantFrom('column' as const, 'joined' as const),
    key: fc.constantFrom(...columns.map(({ key }) => key)),
  }),
);
const anyUses = fc.array(fc.tuple(fc.nat(11), anyUse), { maxLength: 8 });

/** The words of all texts, without what parts them, in any order. */
const wordsOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/[\s,;{}]+/))
    .filter((text) => text !== '')
    .sort();

describe('any mapping', () => {
  it('loses no word of any row, and undone leaves all as it was, one after another', () => {
    fc.assert(
      fc.property(anyFile, fc.array(anyUses, { minLength: 1, maxLength: 3 }), ({ header, rows }, rounds) => {
        const { roster, columns: ofFile } = openSources(header, ...rows);
        for (const uses of rounds) {
          const sources = listSources(roster, ofFile);
          const before = structuredClone({ table: tableOf(roster), columns: roster.columns });
          const mapping = mappingOf(
            sources,
            ...uses.map(([at, source]) => [at % sources.length, source] as [number, SourceUse]),
          );
          const change = map(roster, sources, mapping);
          roster.rows.forEach((_, at) => {
            const now = new Set(wordsOf(Object.values(tableOf(roster)).map((texts) => texts[at] ?? '')));
            const then = wordsOf(Object.values(before.table).map((texts) => texts[at] ?? ''));
            expect(then.filter((text) => !now.has(text))).toEqual([]);
          });
          finish(applyChange(roster, finish(reverseChange(change))));
          expect({ table: tableOf(roster), columns: roster.columns }).toEqual(before);
          finish(applyChange(roster, change));
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
