import { describe, expect, it } from 'vitest';
import {
  applyFilter,
  followChange,
  NO_FILTER,
  showAlso,
  withColumn,
} from '../../../shared/find/row-filter.ts';
import { applyChange, type Change, reverseChange } from '../../../shared/roster/change.ts';
import * as edits from '../../../shared/roster/edits.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { atOnce } from '../roster/at-once.ts';
import { makeRoster } from '../roster/make-roster.ts';

const deleteRows = atOnce(edits.deleteRows);
const insertRows = atOnce(edits.insertRows);
const moveRows = atOnce(edits.moveRows);
const setCells = atOnce(edits.setCells);

function shownAgents() {
  const roster = makeRoster(['Agent', 'Lead', 'Agent', 'Lead', 'Agent'].map((role) => ({ role })));
  const filter = withColumn(NO_FILTER, 0, { contains: '', values: new Set(['Agent']) });
  let shown = applyFilter(roster, filter, { problemsOf: () => [], comparison: null });
  return {
    roster,
    ids: () => shown.rows.map(({ id }) => id),
    shown: () => shown,
    make: (change: Change): Change => {
      finish(applyChange(roster, change));
      shown = followChange(shown, roster, change);
      return change;
    },
  };
}

describe('applyFilter', () => {
  it('shows what passes, in the order of the roster, with its place', () => {
    const { ids, shown } = shownAgents();
    expect(ids()).toEqual([1, 3, 5]);
    expect(shown().indexOf.get(5)).toBe(2);
  });
});

describe('followChange', () => {
  it('keeps a row that would pass no more', () => {
    const { roster, ids, shown, make } = shownAgents();
    make(setCells(roster, [{ row: 3, position: 0, to: 'Lead' }]));
    expect(ids()).toEqual([1, 3, 5]);
    make(moveRows(roster, [5], 0));
    expect([...shown().ids].sort()).toEqual([1, 3, 5]);
  });

  it('shows rows that come, and those that come back', () => {
    const { roster, ids, make } = shownAgents();
    make(insertRows(roster, 2, [['Lead']]));
    expect(ids()).toEqual([1, 6, 3, 5]);
    const deleted = make(deleteRows(roster, [3, 4]));
    expect(ids()).toEqual([1, 6, 5]);
    make(finish(reverseChange(deleted)));
    expect(ids()).toEqual([1, 6, 3, 4, 5]);
  });

  it('shows a hidden row no sooner because it moved', () => {
    const { roster, ids, make } = shownAgents();
    make(moveRows(roster, [2, 5], 0));
    expect(ids()).toEqual([5, 1, 3]);
  });
});

describe('showAlso', () => {
  it('adds rows where they belong, and is the same where nothing is added', () => {
    const { roster, shown } = shownAgents();
    expect(showAlso(shown(), roster, [4]).rows.map(({ id }) => id)).toEqual([1, 3, 4, 5]);
    expect(showAlso(shown(), roster, [1])).toBe(shown());
  });
});
