import { describe, expect, it } from 'vitest';
import { replaceCells } from '../../../shared/find/found-cells.ts';
import { applyChange, reverseChange } from '../../../shared/roster/change.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { makeRoster, textsOf } from '../roster/make-roster.ts';

describe('replaceCells', () => {
  it('replaces in the cells that were found and in no other, as one change that can be undone', () => {
    const roster = makeRoster([
      { firstName: 'Ana', homeTown: 'Ana Capri' },
      { firstName: 'Ana', homeTown: 'Cork' },
      { firstName: 'Ana', homeTown: 'Ana' },
    ]);
    const byRow = new Map([
      [1, [AT.firstName, AT.homeTown]],
      [3, [AT.homeTown]],
    ]);
    const replace = (text: string): string => text.replace('Ana', 'Anna');
    const change = finish(replaceCells(roster.rows, { byRow }, replace));
    expect(change.cells).toHaveLength(3);
    finish(applyChange(roster, change));
    expect(textsOf(roster, 'firstName')).toEqual(['Anna', 'Ana', 'Ana']);
    expect(textsOf(roster, 'homeTown')).toEqual(['Anna Capri', 'Cork', 'Anna']);
    finish(applyChange(roster, finish(reverseChange(change))));
    expect(textsOf(roster, 'homeTown')).toEqual(['Ana Capri', 'Cork', 'Ana']);
  });
});
