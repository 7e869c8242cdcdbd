import { expect, it } from 'vitest';
import { sayFit } from '../../../renderer/mapping/say-fit.ts';
import { chosenUse, sourceChoices, valueOf } from '../../../renderer/mapping/source-choices.ts';
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
