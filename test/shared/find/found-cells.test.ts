import { describe, expect, it } from 'vitest';
import {
  nextFound,
  noFoundCells,
  ordinalOf,
  searchRows,
  setFound,
} from '../../../shared/find/found-cells.ts';
import { appendRow, emptyRoster, type Row } from '../../../shared/roster/roster.ts';

/** Columns in another order on the screen than in the rows. */
const ORDER = [0, 2, 1];

function rowsOf(...lines: string[]): Row[] {
  const roster = emptyRoster();
  return lines.map((line) => appendRow(roster, line.split(',')));
}

function search(rows: readonly Row[], text: string) {
  const found = noFoundCells();
  const fractions = Array.from(searchRows(found, rows, ORDER, (cell) => cell === text));
  return { found, fractions };
}

const rows = rowsOf('x,,x', ',,', ',x,', 'x,x,x');

describe('searchRows', () => {
  it('puts down cells in the order on the screen, and counts them', () => {
    const { found } = search(rows, 'x');
    expect(found.count).toBe(6);
    expect(Array.from(found.byRow)).toEqual([
      [1, [0, 2]],
      [3, [1]],
      [4, [0, 2, 1]],
    ]);
  });

  it('forgets what is found no more', () => {
    const { found } = search(rows, 'x');
    setFound(found, 4, []);
    setFound(found, 3, [0, 1]);
    expect(found.count).toBe(4);
    expect(found.byRow.has(4)).toBe(false);
  });

  it('pauses in a long roster', () => {
    const { fractions } = search(rowsOf(...Array.from({ length: 1200 }, () => 'x')), 'x');
    expect(fractions).toEqual([499 / 1200, 999 / 1200]);
  });
});

describe('nextFound', () => {
  const { found } = search(rows, 'x');
  const walk = (step: 1 | -1): string[] => {
    let at = { index: 0, position: 0 };
    return Array.from({ length: 7 }, () => {
      const place = nextFound(found, rows, ORDER, at, step, false);
      const index = rows.findIndex(({ id }) => id === place?.row);
      at = { index, position: place?.position ?? -1 };
      return `${at.index}:${at.position}`;
    });
  };

  it('walks in reading order and round the end', () => {
    expect(walk(1)).toEqual(['0:2', '2:1', '3:0', '3:2', '3:1', '0:0', '0:2']);
    expect(walk(-1)).toEqual(['3:1', '3:2', '3:0', '2:1', '0:2', '0:0', '3:1']);
  });

  it('counts the place itself only when told', () => {
    const at = { index: 0, position: 0 };
    expect(nextFound(found, rows, ORDER, at, 1, true)).toEqual({ row: 1, position: 0 });
  });

  it('comes back to the only one, and is nothing where nothing is found', () => {
    const one = search(rowsOf('x', 'y'), 'y').found;
    const at = { index: 1, position: 0 };
    expect(nextFound(one, rowsOf('x', 'y'), ORDER, at, 1, false)).toEqual({ row: 2, position: 0 });
    expect(nextFound(noFoundCells(), rows, ORDER, at, 1, false)).toBeNull();
  });
});

describe('ordinalOf', () => {
  it('counts from 1 in reading order, and is 0 for another cell', () => {
    const { found } = search(rows, 'x');
    const ordinal = (row: number, position: number): number => ordinalOf(found, rows, { row, position });
    expect([ordinal(1, 0), ordinal(1, 2), ordinal(3, 1), ordinal(4, 1), ordinal(2, 0)]).toEqual([
      1, 2, 3, 6, 0,
    ]);
  });
});

it('finds the place itself where it counts, and nothing that is behind it in its row', () => {
  const found = noFoundCells();
  setFound(found, 1, [0]);
  setFound(found, 3, [1]);
  const next = (position: number, step: 1 | -1 = 1) =>
    nextFound(found, rows, ORDER, { index: 0, position }, step, true);
  expect(next(0)).toEqual({ row: 1, position: 0 });
  expect(next(2)).toEqual({ row: 3, position: 1 });
  expect(next(2, -1)).toEqual({ row: 1, position: 0 });
});
