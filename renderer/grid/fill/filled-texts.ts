import { cellAt } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import type { Area } from './fill-area.ts';
import { type Series, seriesOf } from './series.ts';

/**
 * `copy` repeats the texts. `count` goes on with those that are a series of two or more, and repeats others; `countOne`
 * does the reverse, as Ctrl does in Excel.
 */
export type FillHow = 'copy' | 'count' | 'countOne';

/**
 * The texts, row by row, that an area gets from another on one side of it: counted on in the direction of filling, or
 * repeated.
 */
export function filledTexts(view: GridView, source: Area, target: Area, how: FillHow): string[][] {
  const shown = displayedIn(documentOf(view)).slice(source.firstRow, source.lastRow + 1);
  const positions = view.shownPositions.slice(source.firstColumn, source.lastColumn + 1);
  const texts = shown.map((row) => positions.map((position) => cellAt(row, position)));
  const isDown = source.firstColumn === target.firstColumn && source.lastColumn === target.lastColumn;
  const offsets = isDown
    ? range(target.firstRow - source.firstRow, target.lastRow - source.firstRow)
    : range(target.firstColumn - source.firstColumn, target.lastColumn - source.firstColumn);
  if (!isDown) return texts.map((row) => goOn(row, positions, offsets, how));
  const filled = positions.map((position, column) =>
    goOn(
      texts.map((row) => row[column] ?? ''),
      [position],
      offsets,
      how,
    ),
  );
  return offsets.map((_, index) => filled.map((column) => column[index] ?? ''));
}

/** What stands at some places after the first text of a run of cells, in columns that must all be counted for a series. */
function goOn(
  texts: readonly string[],
  positions: readonly number[],
  offsets: readonly number[],
  how: FillHow,
): string[] {
  const isCounted = how !== 'copy' && (how === 'count') === texts.length > 1;
  const series = isCounted ? seriesIn(texts, positions) : null;
  const counted = series ? offsets.flatMap((offset) => series(offset) ?? []) : [];
  // What cannot be counted to its end, as below zero, is repeated.
  if (series && counted.length === offsets.length) return counted;
  return offsets.map((offset) => texts[wrap(offset, texts.length)] ?? '');
}

function seriesIn(texts: readonly string[], positions: readonly number[]): Series | null {
  const all = positions.map((position) => seriesOf(texts, position));
  return all.includes(null) ? null : (all[0] ?? null);
}

function wrap(offset: number, count: number): number {
  return ((offset % count) + count) % count;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
