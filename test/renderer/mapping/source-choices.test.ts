import { expect, it } from 'vitest';
import { sayFit, sayListed, sayNamed } from '../../../renderer/mapping/say-fit.ts';
import { chosenUse, shortHeader, sourceChoices, valueOf } from '../../../renderer/mapping/source-choices.ts';
import { assignSource, type SourceUse, standingMapping } from '../../../shared/mapping/assign-source.ts';
import { openSources } from '../../shared/mapping/open-sources.ts';

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
