import { describe, expect, it } from 'vitest';
import {
  assignSource,
  standingMapping,
  useOf,
  withConstant,
  withValues,
} from '../../../../shared/import/mapping/assign-source.ts';
import { shortened } from '../../../../shared/import/mapping/sources.ts';
import { namesIn } from '../../../../shared/import/mapping/make-text.ts';
import type { ColumnMapping } from '../../../../shared/import/mapping/mapping.ts';
import { map, openSources, tableOf } from './open-sources.ts';

const HEADER = ['Street', 'Door', 'Place', 'Email'];
const opened = () =>
  openSources(HEADER, [' Mill Lane ', '', 'Cork', 'a@x.yz'], ['Hill', '7', 'Bray', 'b@x.yz']);
const { sources } = opened();
const joined = (mapping: ColumnMapping, ...indexes: number[]): ColumnMapping =>
  indexes.reduce(
    (all, index) => assignSource(all, sources, index, { kind: 'joined', key: 'homeTown' }),
    mapping,
  );
const fromOf = (mapping: ColumnMapping): unknown => mapping.find(({ key }) => key === 'homeTown')?.from;

describe('a column that is joined of several', () => {
  it('has the words of all of them, without a gap where one is blank', () => {
    const { roster, sources } = opened();
    map(roster, sources, joined(standingMapping(sources), 0, 1, 2));
    expect(tableOf(roster)['Home Town']).toEqual(['Mill Lane Cork', 'Hill 7 Bray']);
  });

  it('gives back one of them, and is a plain one again when one is left, and none then', () => {
    const three = joined([], 0, 1, 2);
    expect(fromOf(three)).toEqual({ kind: 'joined', columns: [0, 1, 2], as: 'words' });
    const two = assignSource(three, sources, 1, { kind: 'none' });
    expect(fromOf(two)).toEqual({ kind: 'joined', columns: [0, 2], as: 'words' });
    const one = assignSource(two, sources, 0, { kind: 'none' });
    expect(fromOf(one)).toEqual({ kind: 'column', column: 2 });
    expect(assignSource(one, sources, 2, { kind: 'none' })).toEqual([]);
  });

  it('of groups stays one of groups when one is left', () => {
    const two = [0, 1].reduce<ColumnMapping>(
      (all, index) => assignSource(all, sources, index, { kind: 'column', key: 'groups' }),
      [],
    );
    const one = assignSource(two, sources, 0, { kind: 'none' });
    expect(one.map(({ from }) => from)).toEqual([{ kind: 'joined', columns: [1], as: 'groups' }]);
    expect(assignSource(one, sources, 1, { kind: 'none' })).toEqual([]);
  });

  it('leaves what other columns are made of alone', () => {
    const mapping = joined(assignSource([], sources, 3, { kind: 'column', key: 'email' }), 0, 1);
    expect(assignSource(mapping, sources, 0, { kind: 'none' })).toHaveLength(2);
  });
});

describe('useOf', () => {
  it('says what a source is used for', () => {
    expect(useOf([], 0)).toEqual({ kind: 'none' });
    expect(useOf(joined([], 0), 0)).toEqual({ kind: 'column', key: 'homeTown' });
    expect(useOf(joined([], 0, 1), 1)).toEqual({ kind: 'joined', key: 'homeTown' });
    expect(useOf(assignSource([], sources, 0, { kind: 'name' }), 0)).toEqual({ kind: 'name' });
    expect(useOf(withConstant([], 'role', 'Agent'), 0)).toEqual({ kind: 'none' });
  });
});

describe('withValues and withConstant', () => {
  it('change the column that they name and no other', () => {
    const mapping = withConstant(joined([], 0), 'role', 'Agent');
    const values = [{ from: 'Hill', to: 'Town' }];
    expect(withValues(mapping, 'homeTown', values).map((entry) => entry.values)).toEqual([values, []]);
    const again = withConstant(mapping, 'role', 'Admin');
    expect(again.map(({ key, from }) => [key, from])).toEqual([
      ['homeTown', { kind: 'column', column: 0 }],
      ['role', { kind: 'constant', text: 'Admin' }],
    ]);
  });
});

describe('what is shown and read of texts', () => {
  it('is cut where it is longer than 32 characters, on one line', () => {
    expect(shortened('x'.repeat(32))).toBe('x'.repeat(32));
    expect(shortened('x'.repeat(33))).toBe(`${'x'.repeat(31)}…`);
    expect(shortened('two\n  lines')).toBe('two lines');
  });

  it('has names of groups in brackets around all of them, or in none', () => {
    expect(namesIn('[Support; Sales]')).toEqual(['Support', 'Sales']);
    expect(namesIn('(Support | Sales)')).toEqual(['Support', 'Sales']);
    expect(namesIn('Support; Sales (EU)')).toEqual(['Support', 'Sales (EU)']);
    expect(namesIn('[EU] Support; Sales')).toEqual(['[EU] Support', 'Sales']);
    expect(namesIn(' ; ')).toEqual([]);
  });
});
