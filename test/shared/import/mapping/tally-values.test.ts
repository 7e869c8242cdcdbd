import { expect, it } from 'vitest';
import { countFit, sureValues, tallyValues } from '../../../../shared/import/mapping/tally-values.ts';
import { textMaker } from '../../../../shared/import/mapping/make-text.ts';
import type { MappedColumn } from '../../../../shared/import/mapping/mapping.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { judgeWith, openSources } from './open-sources.ts';

const open = (...texts: string[]) => openSources(['Role', 'X'], ...texts.map((text) => ['r', text]));
const entryFor = (key: MappedColumn['key']): MappedColumn => ({
  key,
  from: { kind: 'column', column: 1 },
  values: [],
});

it('lists the texts of a choice column, those that do not fit first, with what they mean', () => {
  const { roster, sources } = open('y', 'Ja', 'y', 'y', ' Ja', 'maybe', '');
  const tally = finish(tallyValues(roster.rows, entryFor('chatChannel'), sources, judgeWith()));
  expect(tally.values.map(({ text, count, fits, meant }) => [text, count, fits, meant?.to ?? null])).toEqual([
    ['maybe', 1, false, null],
    ['', 1, false, null],
    ['Ja', 2, false, 'y'],
    ['y', 3, true, null],
  ]);
  expect(sureValues(tally)).toEqual([{ from: 'Ja', to: 'y' }]);
});

it('proposes the nearest role without taking it for sure', () => {
  const { roster, sources } = open('Agnt', 'agent', 'Agent');
  const tally = finish(tallyValues(roster.rows, entryFor('role'), sources, judgeWith({ roles: ['Agent'] })));
  expect(tally.values.map(({ text, meant }) => [text, meant])).toEqual([
    ['Agnt', { to: 'Agent', safe: false }],
    ['agent', { to: 'Agent', safe: true }],
    ['Agent', null],
  ]);
});

it('lists groups by name', () => {
  const { roster, sources } = open('{Suport, Sales}', 'Sales; Suport');
  const judge = judgeWith({ groups: ['Support', 'Sales'] });
  const { values } = finish(tallyValues(roster.rows, entryFor('groups'), sources, judge));
  expect(values.map(({ text, count, meant }) => [text, count, meant?.to])).toEqual([
    ['Suport', 2, 'Support'],
    ['Sales', 2, undefined],
  ]);
});

it.each([
  ['email', ['a@x.yz', 'b@@x.yz', ''], { filled: 2, fits: 1, unfit: 'b@@x.yz' }],
  ['teamLeader', ['lea@x.yz', '0017', 'Lea Boss'], { filled: 3, fits: 2, unfit: 'Lea Boss' }],
  ['startDate', ['2026-01-01', '3/4/26', 'soon'], { filled: 3, fits: 2, unfit: 'soon' }],
  ['temporaryPassword', ['a\u0000b'], { filled: 1, fits: 0, unfit: null }],
] as const)('counts what fits %s', (key, texts, fit) => {
  const { roster, sources } = open(...texts);
  const textOf = textMaker(entryFor(key), sources);
  expect(finish(countFit(roster.rows, key, textOf, judgeWith()))).toEqual({ ...fit, yes: 0 });
});
