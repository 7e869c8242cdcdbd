import { damaged } from './unreadable.ts';

/** Place of a cell, from 0. A reference of letters or digits alone names a whole column or row. */
interface Place {
  readonly row: number;
  readonly column: number;
}

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const LETTER_A = 65;
const LETTER_Z = 90;

/** Parses a reference such as `B7`. Throws `Unreadable` where it is none. */
export function parseReference(reference: string): Place {
  let column = 0;
  let row = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code >= LETTER_A && code <= LETTER_Z) column = column * 26 + (code - LETTER_A + 1);
    else if (code >= DIGIT_0 && code <= DIGIT_9) row = row * 10 + (code - DIGIT_0);
    else damaged();
  }
  if (column === 0 || row === 0) damaged();
  return { row: row - 1, column: column - 1 };
}

/** The name of the cell at a place from 0, such as `B7`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(LETTER_A + (left % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Cells of a row that ranges can share out among them; the rest of a row holds none that is read. */
const WIDEST = 500;

/**
 * Empties the cells that a merged range hides: only its first cell is seen. Ranges do not overlap in a workbook that
 * Excel opens; so many that overlap that they would take minutes are `damaged`.
 */
export function clearMergedCells(rows: string[][], ranges: readonly string[]): void {
  let left = rows.length * WIDEST;
  for (const range of ranges) {
    const [first, last] = endsOf(range);
    if (first.column < WIDEST) left -= clearRange(rows, first, last);
    if (left < 0) damaged();
  }
}

function endsOf(range: string): [Place, Place] {
  const [first = '', last = first] = range.split(':');
  return [parseReference(first), parseReference(last)];
}

/** Answers how many cells and rows it has looked at. */
function clearRange(rows: string[][], first: Place, last: Place): number {
  let seen = 0;
  for (let row = first.row; row <= last.row && row < rows.length; row += 1) {
    seen += 1;
    const cells = rows[row];
    // A row without cells is a hole until the sheet is read.
    if (cells === undefined) continue;
    for (let column = first.column; column <= last.column && column < cells.length; column += 1) {
      if (row !== first.row || column !== first.column) cells[column] = '';
      seen += 1;
    }
    while (cells.at(-1) === '') cells.pop();
  }
  return seen;
}

/** Ranges and cells that are told of. */
export const MOST_TOLD = 100;

/** Those ranges that reach over several rows and hold text: what holds for all of them stands in the first alone. */
export function tallRanges(rows: readonly (readonly string[])[], ranges: readonly string[]): string[] {
  const tall: string[] = [];
  for (const range of ranges) {
    const [first, last] = endsOf(range);
    if (last.row > first.row && (rows[first.row]?.[first.column] ?? '') !== '') tall.push(range);
    if (tall.length === MOST_TOLD) break;
  }
  return tall;
}
