import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Move, moveSpot, type Shape, tabSpot } from '../../../../renderer/grid/selection/move-spot.ts';

/** A grid drawn as text: `x` is filled, `.` is empty; the empty last row is added. */
function shape(...drawn: string[]): Shape {
  const columnCount = drawn[0]?.length ?? 0;
  return {
    rowCount: drawn.length + 1,
    columnCount,
    pageRows: 2,
    isFilled: ({ row, column }) => drawn[row]?.[column] === 'x',
  };
}

function column(drawn: string): Shape {
  return shape(...drawn.split(''));
}

describe('moveSpot', () => {
  const three = shape('xxx', 'xxx', 'xxx');

  it.each<[Move, { row: number; column: number }]>([
    ['up', { row: 0, column: 1 }],
    ['down', { row: 2, column: 1 }],
    ['left', { row: 1, column: 0 }],
    ['right', { row: 1, column: 2 }],
    ['rowStart', { row: 1, column: 0 }],
    ['rowEnd', { row: 1, column: 2 }],
    ['start', { row: 0, column: 0 }],
    ['end', { row: 2, column: 2 }],
    ['pageDown', { row: 3, column: 1 }],
    ['pageUp', { row: 0, column: 1 }],
  ])('goes %s', (move, expected) => {
    expect(moveSpot({ row: 1, column: 1 }, move, three)).toEqual(expected);
  });

  it('stops at the edges', () => {
    expect(moveSpot({ row: 0, column: 0 }, 'up', three)).toEqual({ row: 0, column: 0 });
    expect(moveSpot({ row: 3, column: 2 }, 'down', three)).toEqual({ row: 3, column: 2 });
    expect(moveSpot({ row: 0, column: 2 }, 'right', three)).toEqual({ row: 0, column: 2 });
  });

  it.each([
    ['the last cell of a run', 'xxx.x', 0, 2],
    ['over a gap from the end of a run', 'xx..x', 1, 4],
    ['the next filled cell from an empty one', '...xx', 0, 3],
    ['the edge where nothing is filled', 'x....', 0, 5],
    ['the last person of a filled column', 'xxxxx', 0, 4],
    ['the empty last row from the last person', 'xxxxx', 4, 5],
  ])('goes with Ctrl and Down to %s', (_, drawn, from, to) => {
    expect(moveSpot({ row: from, column: 0 }, 'edgeDown', column(drawn))).toEqual({ row: to, column: 0 });
  });

  it('goes with Ctrl and Up, Left and Right by the same rule', () => {
    expect(moveSpot({ row: 4, column: 0 }, 'edgeUp', column('xx.xx'))).toEqual({ row: 3, column: 0 });
    expect(moveSpot({ row: 3, column: 0 }, 'edgeUp', column('xx.xx'))).toEqual({ row: 1, column: 0 });
    expect(moveSpot({ row: 0, column: 0 }, 'edgeRight', shape('x..x'))).toEqual({ row: 0, column: 3 });
    expect(moveSpot({ row: 0, column: 3 }, 'edgeLeft', shape('xx.x'))).toEqual({ row: 0, column: 1 });
  });

  it('always lands in the grid, also an empty one', () => {
    const moves = fc.constantFrom<Move>(
      'up',
      'down',
      'left',
      'right',
      'edgeUp',
      'edgeDown',
      'edgeLeft',
      'edgeRight',
      'end',
    );
    const drawn = fc.array(fc.string({ unit: fc.constantFrom('x', '.'), minLength: 3, maxLength: 3 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(drawn, fc.array(moves), (rows, steps) => {
        const grid = { ...shape(...rows), columnCount: 3 };
        let spot = { row: 0, column: 0 };
        for (const step of steps) spot = moveSpot(spot, step, grid);
        expect(spot.row).toBeGreaterThanOrEqual(0);
        expect(spot.row).toBeLessThan(grid.rowCount);
        expect(spot.column).toBeGreaterThanOrEqual(0);
        expect(spot.column).toBeLessThan(3);
      }),
    );
  });
});

describe('tabSpot', () => {
  const two = shape('xx');

  it('goes on in the next row after the last column, and back', () => {
    expect(tabSpot({ row: 0, column: 1 }, 1, two)).toEqual({ row: 1, column: 0 });
    expect(tabSpot({ row: 1, column: 0 }, -1, two)).toEqual({ row: 0, column: 1 });
  });

  it('leaves the grid before its first and after its last cell', () => {
    expect(tabSpot({ row: 0, column: 0 }, -1, two)).toBeNull();
    expect(tabSpot({ row: 1, column: 1 }, 1, two)).toBeNull();
  });
});
