import { describe, expect, it } from 'vitest';
import { applyChange, reverseChange } from '../../../shared/roster/change.ts';
import * as blocks from '../../../shared/roster/put-block.ts';
import { atOnce } from './at-once.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';

const emptySource = atOnce(blocks.emptySource);
const putBlock = atOnce(blocks.putBlock);

function roster(...rows: string[][]) {
  const made = emptyRoster();
  for (const cells of rows) appendRow(made, cells);
  return made;
}

const texts = ({ rows }: ReturnType<typeof roster>, columns = 3): string[] =>
  rows.map(({ cells }) => cells.slice(0, columns).join(' '));

describe('putBlock', () => {
  it('writes into rows that are there and adds the rest at the end, as one change that can be undone', () => {
    const people = roster(['a', 'b', 'c'], ['d', 'e', 'f']);
    const change = putBlock(people, { rows: people.rows.slice(1), newRows: 1, positions: [2, 0] }, [
      ['1', '2'],
      ['3', '4'],
    ]);
    finish(applyChange(people, change));
    expect(texts(people)).toEqual(['a b c', '2 e 1', '4  3']);
    finish(applyChange(people, finish(reverseChange(change))));
    expect(texts(people)).toEqual(['a b c', 'd e f']);
  });

  it('repeats a smaller block', () => {
    const people = roster(['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']);
    finish(
      applyChange(
        people,
        putBlock(people, { rows: people.rows, newRows: 1, positions: [0, 1] }, [['x'], ['y']]),
      ),
    );
    expect(texts(people)).toEqual(['x x c', 'y y f', 'x x i', 'y y ']);
  });

  it('goes on repeating a block in all of several new rows', () => {
    const people = roster(['a', 'b', 'c']);
    finish(
      applyChange(
        people,
        putBlock(people, { rows: people.rows, newRows: 4, positions: [0] }, [['x'], ['y'], ['z']]),
      ),
    );
    expect(texts(people, 1)).toEqual(['x', 'y', 'z', 'x', 'y']);
  });

  it('empties cells where a row of the block has none', () => {
    const people = roster(['a', 'b', 'c']);
    finish(applyChange(people, putBlock(people, { rows: people.rows, newRows: 1, positions: [0, 1] }, [[]])));
    expect(texts(people)).toEqual(['  c', '  ']);
  });

  it('leaves every other cell of a new row empty', () => {
    const { inserted } = putBlock(roster(), { rows: [], newRows: 1, positions: [2, 5] }, [['x', 'y']]);
    expect(inserted[0]?.cells.slice(0, 6)).toStrictEqual(['', '', 'x', '', '', 'y']);
  });

  it('changes nothing where the texts are there already', () => {
    const people = roster(['a', 'b', 'c']);
    expect(putBlock(people, { rows: people.rows, newRows: 0, positions: [0] }, [['a']])).toEqual({
      cells: [],
      removed: [],
      inserted: [],
    });
  });
});

describe('emptySource', () => {
  it('empties what was cut but for cells that the block went to', () => {
    const people = roster(['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']);
    const source = { rows: people.rows.slice(0, 2), positions: [0] };
    const place = { rows: people.rows.slice(1), newRows: 0, positions: [0] };
    const change = emptySource(putBlock(people, place, [['a'], ['d']]), source, place);
    finish(applyChange(people, change));
    expect(texts(people)).toEqual([' b c', 'a e f', 'd h i']);
    finish(applyChange(people, finish(reverseChange(change))));
    expect(texts(people)).toEqual(['a b c', 'd e f', 'g h i']);
  });
});
