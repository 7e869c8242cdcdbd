import type { SheetTraits } from '../../../shared/text/source-form.ts';
import { type CellFormat, GENERAL } from './number-format.ts';
import { damaged, Unreadable } from './unreadable.ts';
import type { WorkbookIndex } from './workbook-index.ts';
import { decodeOoxmlText, readRichText, type XmlReader } from './xml-reader.ts';

/** The most that a sheet may hold; the size it declares is never believed, only its cells are. */
const SHEET_LIMITS = { rows: 500_000, columns: 500 } as const;

/** The texts of all cells together, in characters: a workbook holds each once, and a small one can name it anywhere. */
const MOST_CHARACTERS = 200_000_000;

/** What a sheet shows. */
export interface SheetRows {
  readonly rows: string[][];
  /** Merged ranges are none where not all rows were read. */
  readonly traits: SheetTraits;
  /** Whether these are all its rows. */
  readonly isAll: boolean;
}

/**
 * Reads the cells of a sheet as a person sees them, row by row from the sheet's first; a row ends with its last cell
 * that holds text, and a blank row is empty. Rows after `mostRows` are left out. Throws `Unreadable`, also where the
 * cells reach beyond the limits.
 */
export function readSheetRows(reader: XmlReader, index: WorkbookIndex, mostRows = Infinity): SheetRows {
  const sheet = new SheetReader(reader, index);
  return sheet.read(mostRows);
}

class SheetReader {
  private readonly rows: string[][] = [];
  private readonly merged: string[] = [];
  /** Place of the row and the cell being read, from 0. */
  private row = -1;
  private column = -1;
  /** How far the cells that hold text reach, and how long the texts are. */
  private height = 0;
  private width = 0;
  private characters = 0;
  private isHidden = false;
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: number[] = [];
  private readonly uncalculated: string[] = [];

  constructor(
    private readonly reader: XmlReader,
    private readonly index: WorkbookIndex,
  ) {}

  read(mostRows: number): SheetRows {
    const { reader, rows, merged } = this;
    for (let token = reader.next(); token !== 'over'; token = reader.next()) {
      if (token !== 'start') continue;
      if (reader.name === 'c') this.readCell();
      else if (reader.name === 'row') this.enterRow();
      else if (reader.name === 'col') this.noteColumns();
      else if (reader.name === 'mergeCell') merged.push(reader.attribute('ref') ?? damaged());
      if (this.row >= mostRows) break;
    }
    this.refuseTooLarge();
    clearMergedCells(rows, merged);
    for (let row = 0; row < rows.length; row += 1) rows[row] ??= [];
    const { hiddenRows, uncalculated } = this;
    const hiddenColumns = this.hiddenColumns.filter((column) => column < this.width);
    const traits = { merged: tallRanges(rows, merged), hiddenRows, hiddenColumns, uncalculated };
    return { rows, traits, isAll: this.row < mostRows };
  }

  private noteColumns(): void {
    const { reader } = this;
    if (!isTrue(reader.attribute('hidden'))) return;
    const last = Math.min(Number(reader.attribute('max')), SHEET_LIMITS.columns);
    for (let number = Number(reader.attribute('min')); number >= 1 && number <= last; number += 1)
      this.hiddenColumns.push(number - 1);
  }

  private enterRow(): void {
    const number = this.reader.attribute('r');
    this.row = number === null ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    this.isHidden = isTrue(this.reader.attribute('hidden'));
    if (!Number.isInteger(this.row) || this.row < 0) damaged();
  }

  private readCell(): void {
    const { reader } = this;
    const reference = reader.attribute('r');
    this.column = reference === null ? this.column + 1 : parseReference(reference).column;
    const text = reader.empty ? '' : this.readText(reader.attribute('t') ?? 'n', reader.attribute('s'));
    if (text !== '') this.put(text);
  }

  /** The text of the cell whose start tag was just read; it ends at the cell's end tag. */
  private readText(type: string, style: string | null): string {
    const { reader } = this;
    let text = '';
    let isFormula = false;
    for (let inValue = false; ;) {
      const token = reader.next();
      if (token === 'text') text += inValue ? reader.text : '';
      else if (token === 'start') {
        if (reader.name === 'is') text += readRichText(reader);
        inValue = reader.name === 'v' && !reader.empty;
        isFormula ||= reader.name === 'f';
      } else if (token === 'over') damaged();
      else if (reader.name === 'c') {
        if (isFormula && text === '' && type !== 'str') this.noteUncalculated();
        return this.shown(text, type, style);
      } else inValue = false;
    }
  }

  private shown(value: string, type: string, style: string | null): string {
    switch (type) {
      case 's':
        return value === '' ? '' : this.shownText(this.index.strings[Number(value)] ?? damaged(), style);
      case 'str':
        return this.shownText(decodeOoxmlText(value), style);
      case 'inlineStr':
        return this.shownText(value, style);
      case 'e':
        return value;
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE';
      case 'd':
        return value.replace('T', ' ').replace(/ 00:00(?::00(?:\.0+)?)?Z?$/, '');
      default:
        return value === '' ? '' : this.formatOf(style).ofNumber(value);
    }
  }

  private shownText(text: string, style: string | null): string {
    const { ofText } = this.formatOf(style);
    return ofText === null || text === '' ? text : ofText(text);
  }

  private formatOf(style: string | null): CellFormat {
    return this.index.formats[Number(style ?? 0)] ?? GENERAL;
  }

  /** A formula's empty text has its type; one of any other type has not been calculated by the program that wrote it. */
  private noteUncalculated(): void {
    if (this.uncalculated.length < MOST_TOLD) this.uncalculated.push(cellName(this.row, this.column));
  }

  private put(text: string): void {
    const { row, column } = this;
    this.characters += text.length;
    if (this.characters > MOST_CHARACTERS)
      throw new Unreadable({
        kind: 'tooLarge',
        what: `its texts have more than ${MOST_CHARACTERS / 1e6} million characters`,
      });
    // A space that somebody typed far below or beside a list is none of it.
    if (text.trim() !== '') {
      if (this.isHidden && this.hiddenRows.at(-1) !== row + 1) this.hiddenRows.push(row + 1);
      this.height = Math.max(this.height, row + 1);
      this.width = Math.max(this.width, column + 1);
    }
    if (row >= SHEET_LIMITS.rows || column >= SHEET_LIMITS.columns) return;
    const cells = (this.rows[row] ??= []);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  private refuseTooLarge(): void {
    const { height, width } = this;
    if (height <= SHEET_LIMITS.rows && width <= SHEET_LIMITS.columns) return;
    const count = (value: number): string => value.toLocaleString('en-US');
    const what = `its cells reach row ${count(height)} and column ${count(width)}, and Rollcall opens up to ${count(SHEET_LIMITS.rows)} rows and ${count(SHEET_LIMITS.columns)} columns`;
    throw new Unreadable({ kind: 'tooLarge', what });
  }
}

/** A true value of XML, as workbooks write it in two ways. */
function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

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
function parseReference(reference: string): Place {
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
function cellName(row: number, column: number): string {
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
function clearMergedCells(rows: string[][], ranges: readonly string[]): void {
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
const MOST_TOLD = 100;

/** Those ranges that reach over several rows and hold text: what holds for all of them stands in the first alone. */
function tallRanges(rows: readonly (readonly string[])[], ranges: readonly string[]): string[] {
  const tall: string[] = [];
  for (const range of ranges) {
    const [first, last] = endsOf(range);
    if (last.row > first.row && (rows[first.row]?.[first.column] ?? '') !== '') tall.push(range);
    if (tall.length === MOST_TOLD) break;
  }
  return tall;
}
