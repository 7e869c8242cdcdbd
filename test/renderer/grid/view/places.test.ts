import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../renderer/app/session/document.ts';
import {
  around,
  blockOf,
  createNewRow,
  fillArea,
  holds,
  isSingle,
} from '../../../../renderer/grid/view/places.ts';
import { applyFilter, NO_FILTER } from '../../../../shared/find/row-filter.ts';
import { appendRow, emptyRoster } from '../../../../shared/roster/roster.ts';

const POSITIONS = [0, 2, 1];

function documentOf(rows: number, filter: string | null = null): Pick<Document, 'roster' | 'shown'> {
  const roster = emptyRoster();
  for (let row = 0; row < rows; row += 1) appendRow(roster, [String(row)]);
  if (filter === null) return { roster, shown: null };
  const columns = new Map([[0, { contains: '', values: new Set(filter) }]]);
  return {
    roster,
    shown: applyFilter(roster, { ...NO_FILTER, columns }, { problemsOf: () => [], comparison: null }),
  };
}

describe('blockOf', () => {
  it('lies between anchor and head, whichever comes first, in the order of the shown columns', () => {
    const anchor = { row: 3, position: 1 };
    const head = { row: 1, position: 2 };
    expect(blockOf(documentOf(3), { kind: 'cells', anchor, head }, POSITIONS)).toEqual({
      firstRow: 0,
      lastRow: 2,
      firstColumn: 1,
      lastColumn: 2,
      active: { row: 2, column: 2 },
    });
  });

  it('reaches over all columns for whole rows', () => {
    const place = { row: 2, position: 0 };
    const block = blockOf(documentOf(3), { kind: 'rows', anchor: place, head: place }, POSITIONS);
    expect(block).toMatchObject({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 });
  });

  it('knows the empty last row and its one cell', () => {
    const place = { row: createNewRow().id, position: 0 };
    const block = blockOf(documentOf(3), { kind: 'cells', anchor: place, head: place }, POSITIONS);
    expect(block).toMatchObject({ firstRow: 3, lastRow: 3 });
    expect(block !== null && isSingle(block)).toBe(true);
  });

  it('is nothing without a selection and when its row is gone', () => {
    const place = { row: 9, position: 0 };
    expect(blockOf(documentOf(3), null, POSITIONS)).toBeNull();
    expect(blockOf(documentOf(3), { kind: 'cells', anchor: place, head: place }, POSITIONS)).toBeNull();
  });

  it('counts the rows that a filter shows, and is nothing where it hides one', () => {
    const head = { row: 3, position: 2 };
    const select = (row: number): Parameters<typeof blockOf>[1] => ({
      kind: 'cells',
      anchor: { row, position: 0 },
      head,
    });
    const document = documentOf(4, '02');
    expect(blockOf(document, select(1), POSITIONS)).toMatchObject({ firstRow: 0, lastRow: 1 });
    expect(blockOf(document, select(2), POSITIONS)).toBeNull();
    expect(blockOf(document, select(createNewRow().id), POSITIONS)).toMatchObject({ lastRow: 2 });
  });

  it('holds its corners and nothing beyond', () => {
    const selection = {
      kind: 'cells',
      anchor: { row: 1, position: 0 },
      head: { row: 2, position: 2 },
    } as const;
    const block = blockOf(documentOf(3), selection, POSITIONS);
    expect([holds(block, 0, 0), holds(block, 1, 1)]).toEqual([true, true]);
    expect([holds(block, 2, 0), holds(block, 0, 2), holds(null, 0, 0)]).toEqual([false, false, false]);
  });
});

const area = { firstRow: 3, lastRow: 4, firstColumn: 2, lastColumn: 2 };

describe('fillArea', () => {
  it('reaches from the edge to the cell, in one direction', () => {
    expect(fillArea(area, { row: 7, column: 2 }, 10)).toEqual({ ...area, firstRow: 5, lastRow: 7 });
    expect(fillArea(area, { row: 1, column: 3 }, 10)).toEqual({ ...area, firstRow: 1, lastRow: 2 });
    expect(fillArea(area, { row: 4, column: 5 }, 10)).toEqual({ ...area, firstColumn: 3, lastColumn: 5 });
    expect(fillArea(area, { row: 3, column: 0 }, 10)).toEqual({ ...area, firstColumn: 0, lastColumn: 1 });
  });

  it('is nothing inside the area, and stops at the last person', () => {
    expect(fillArea(area, { row: 4, column: 2 }, 10)).toBeNull();
    expect(fillArea(area, { row: 10, column: 2 }, 10)).toEqual({ ...area, firstRow: 5, lastRow: 9 });
    expect(fillArea(area, { row: 5, column: 2 }, 5)).toBeNull();
  });
});

describe('around', () => {
  it('holds both areas', () => {
    expect(around(area, { firstRow: 5, lastRow: 9, firstColumn: 2, lastColumn: 2 })).toEqual({
      ...area,
      lastRow: 9,
    });
  });
});
