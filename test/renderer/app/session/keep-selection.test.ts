import { beforeEach, describe, expect, it } from 'vitest';
import { keepSelection, reachOf } from '../../../../renderer/app/session/keep-selection.ts';
import type { Document, Selection } from '../../../../renderer/app/session/document.ts';
import { applyChange, type Change, type PendingChange } from '../../../../shared/roster/change.ts';
import { deleteRows, moveRows } from '../../../../shared/roster/edits.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { openRows, testSession } from '../../test-session.ts';

/** Positions of the columns that are shown. */
const SHOWN = [0, 1, 2, 3];

let document: Document;
beforeEach(async () => {
  document = await openRows(testSession().session, ['First Name', ...['A', 'B', 'C', 'D', 'E']]);
});

const idAt = (index: number): number => document.roster.rows[index]?.id ?? -1;
const select = (kind: Selection['kind'], from: [number, number], to: [number, number]): Selection => ({
  kind,
  anchor: { row: idAt(from[0]), position: from[1] },
  head: { row: idAt(to[0]), position: to[1] },
});

/** What a selection becomes when rows change, or other columns are shown; rows are named by their ids, from 1. */
function kept(selection: Selection, make: (() => PendingChange | Change) | null, shown = SHOWN): unknown {
  const before = reachOf(selection, document, SHOWN);
  const making = make?.();
  if (making !== undefined) finish(applyChange(document.roster, 'next' in making ? finish(making) : making));
  const { kind, anchor, head } = keepSelection(selection, before, document, shown);
  return [kind, [anchor.row, anchor.position], [head.row, head.position]];
}

const move = (rows: number[], to: number) => () => moveRows(document.roster, rows.map(idAt), to);
const remove = (rows: number[]) => () => deleteRows(document.roster, rows.map(idAt));

describe('keepSelection, when rows come elsewhere', () => {
  it('is the very same where nothing of it moved', () => {
    const block = select('cells', [1, 1], [2, 2]);
    const before = reachOf(block, document, SHOWN);
    expect(keepSelection(block, before, document, SHOWN)).toBe(block);
    const rows = select('rows', [1, 1], [2, 1]);
    expect(keepSelection(rows, reachOf(rows, document, SHOWN), document, SHOWN)).toBe(rows);
  });

  it('keeps a block that stays together, the active cell at the end where it was', () => {
    expect(kept(select('cells', [0, 1], [1, 2]), move([0, 1], 3))).toEqual(['cells', [1, 1], [2, 2]]);
    expect(kept(select('cells', [4, 2], [3, 1]), move([0], 4))).toEqual(['cells', [2, 2], [1, 1]]);
  });

  it('keeps a block from its new first row to its new last one, where its rows changed places', () => {
    expect(kept(select('cells', [1, 0], [2, 0]), move([1], 2))).toEqual(['cells', [3, 0], [2, 0]]);
    expect(kept(select('rows', [3, 0], [4, 0]), move([3], 4))).toEqual(['rows', [5, 0], [4, 0]]);
  });

  it('is the active cell alone where another row came between', () => {
    expect(kept(select('cells', [1, 1], [2, 2]), move([4], 2))).toEqual(['cells', [2, 1], [2, 1]]);
    expect(kept(select('rows', [1, 0], [2, 0]), move([1], 4))).toEqual(['cells', [2, 0], [2, 0]]);
  });

  it('goes on without the rows that are gone, the first of the others active where its own is', () => {
    expect(kept(select('cells', [0, 1], [2, 2]), remove([1]))).toEqual(['cells', [1, 1], [3, 2]]);
    expect(kept(select('cells', [1, 1], [3, 2]), remove([1]))).toEqual(['cells', [4, 1], [5, 2]]);
  });

  it('stays as it is where all its rows are gone, for the grid, which knows what took their place', () => {
    expect(kept(select('cells', [1, 1], [2, 2]), remove([1, 2]))).toEqual(['cells', [2, 1], [3, 2]]);
  });

  it('of whole columns reaches any row that is there', () => {
    expect(kept(select('columns', [0, 1], [0, 2]), remove([0]))).toEqual(['columns', [2, 1], [2, 2]]);
    expect(kept(select('columns', [1, 1], [1, 2]), move([1], 4))).toEqual(['columns', [3, 1], [3, 2]]);
  });
});

describe('keepSelection, when other columns are shown', () => {
  it('goes on without a column that is hidden', () => {
    expect(kept(select('cells', [0, 1], [0, 3]), null, [0, 1, 3])).toEqual(['cells', [1, 1], [1, 3]]);
    expect(kept(select('cells', [0, 1], [0, 3]), null, [0, 2, 3])).toEqual(['cells', [1, 2], [1, 3]]);
    expect(kept(select('columns', [0, 3], [0, 1]), null, [0, 1, 2])).toEqual(['columns', [1, 2], [1, 1]]);
  });

  it('goes to the first column where none of its own is shown', () => {
    expect(kept(select('cells', [0, 1], [0, 2]), null, [3, 0])).toEqual(['cells', [1, 3], [1, 3]]);
    expect(kept(select('rows', [0, 1], [1, 1]), null, [3, 0])).toEqual(['rows', [1, 3], [2, 3]]);
  });

  it('is the active cell alone where another column came between', () => {
    expect(kept(select('cells', [0, 1], [1, 2]), null, [1, 3, 2])).toEqual(['cells', [1, 1], [1, 1]]);
  });

  it('keeps whole rows wherever their active cell’s column goes', () => {
    expect(kept(select('rows', [0, 1], [1, 1]), null, [3, 2, 1])).toEqual(['rows', [1, 1], [2, 1]]);
  });
});
