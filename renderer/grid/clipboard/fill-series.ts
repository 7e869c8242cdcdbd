import { columns, type FieldKind } from '../../../shared/person/catalogue.ts';
import { cellAt } from '../../../shared/roster/roster.ts';
import { isoDate } from '../../../shared/rules/cell-rules/calendar.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { addDays, addMonths } from '../popups/calendar-days.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';
import type { Area } from '../view/places.ts';

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

/** The text so many places after the first text of a series, before it if negative; null where there is none. */
type Series = (offset: number) => string | null;

/**
 * How a column's texts go on, as Excel's fill handle counts on: numbers at the end of a text by their step, with their
 * zeros, and dates by days or by months; one text alone by 1. Null where they are no series, and in columns whose texts
 * are chosen: who leads comes from no counting.
 */
export function seriesOf(texts: readonly string[], position: number): Series | null {
  const field = columns[position]?.field;
  if (field === 'date') return dateSeries(texts);
  return field === undefined || COUNTED.includes(field) ? numberSeries(texts) : null;
}

const COUNTED: readonly FieldKind[] = ['employeeId', 'text'];

function numberSeries(texts: readonly string[]): Series | null {
  const parts = texts.map((text) => /^(.*?)(\d+)$/s.exec(text));
  const [, prefix = '', digits = ''] = parts[0] ?? [];
  // What follows a digit and a point are decimals.
  if (digits === '' || /\d[.,]$/.test(prefix) || parts.some((part) => part?.[1] !== prefix)) return null;
  const all = parts.map((part) => part?.[2] ?? '');
  const hasZeros = all.some((number) => number.length > 1 && number.startsWith('0'));
  if (hasZeros && all.some((number) => number.length !== digits.length)) return null;
  const step = stepOf(all.map(BigInt));
  if (step === null) return null;
  const first = BigInt(digits);
  return (offset) => {
    const number = first + step * BigInt(offset);
    return number < 0n ? null : prefix + String(number).padStart(hasZeros ? digits.length : 0, '0');
  };
}

function stepOf(numbers: readonly bigint[]): bigint | null {
  const [first = 0n, second = first + 1n] = numbers;
  const step = second - first;
  const isEven = numbers.every((number, index) => number === first + step * BigInt(index));
  return isEven && step !== 0n ? step : null;
}

function dateSeries(texts: readonly string[]): Series | null {
  const [first] = texts;
  if (first === undefined || !texts.every(isDay)) return null;
  const second = texts[1] ?? addDays(first, 1);
  if (second === first) return null;
  const months = monthOf(second) - monthOf(first);
  const days = Math.round((Date.parse(second) - Date.parse(first)) / (24 * 60 * 60 * 1000));
  const series = [
    (offset: number) => addMonths(first, months * offset),
    (offset: number) => addDays(first, days * offset),
  ];
  return series.find((nth) => texts.every((text, index) => nth(index) === text) && nth(1) === second) ?? null;
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isoDate(Number(year), Number(month), Number(day)) === text;
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
