import type { Delimiter } from './formats.ts';

const BOM = 0xfeff;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const REPLACEMENT = 0xfffd;

/** Code units handed to `String.fromCharCode` at once: far below any engine's limit of arguments. */
const UNITS_AT_ONCE = 8192;

/**
 * Writes rows as delimited text, the exact inverse of `parseText` but for line breaks inside a cell (written as LF, as
 * Excel does) and lone surrogates (written as U+FFFD). CR LF after each row, the last too; no byte order mark.
 */
export function serialize(rows: Iterable<readonly string[]>, delimiter: Delimiter): string {
  const writer = new UnitWriter(delimiter);
  writer.writeRows(rows);
  return decodeUnits(writer.written());
}

/** Writes rows as `serialize` does, as the bytes of a UTF-16 little-endian file with its byte order mark. */
export function encodeUtf16(rows: Iterable<readonly string[]>, delimiter: Delimiter): Uint8Array {
  const writer = new UnitWriter(delimiter);
  writer.writeMark();
  writer.writeRows(rows);
  return bytesOf(writer.written());
}

/** Counts the halves of surrogate pairs that stand alone and so become U+FFFD in a file. */
export function countLoneSurrogates(rows: Iterable<readonly string[]>): number {
  let count = 0;
  for (const row of rows) for (const cell of row) count += cell.match(/\p{Surrogate}/gu)?.length ?? 0;
  return count;
}

/**
 * Writes code units straight into a growing array, which takes two thirds of the time of joining strings and encoding
 * them. Most cells hold nothing that a file writes otherwise: they are copied as they are looked at.
 */
class UnitWriter {
  private units = new Uint16Array(1 << 16);
  private length = 0;
  private readonly delimiter: number;
  /** 1 for each code unit that makes a cell be quoted. */
  private readonly quoted: Uint8Array;
  /** 1 for each code unit that is not always copied as it is: those above and surrogates. */
  private readonly special: Uint8Array;

  constructor(delimiter: Delimiter) {
    this.delimiter = delimiter.charCodeAt(0);
    this.quoted = new Uint8Array(1 << 16);
    // Excel quotes for the comma too in "Unicode Text", although the tab is the delimiter.
    for (const unit of [TAB, LF, CR, QUOTE, COMMA, this.delimiter]) this.quoted[unit] = 1;
    this.special = this.quoted.slice().fill(1, 0xd800, 0xe000);
  }

  written(): Uint16Array {
    return this.units.subarray(0, this.length);
  }

  writeMark(): void {
    this.units[this.length++] = BOM;
  }

  writeRows(rows: Iterable<readonly string[]>): void {
    for (const row of rows) {
      for (let place = 0; place < row.length; place += 1) {
        const cell = row[place] ?? '';
        // At most every unit is doubled, with two quotes, a delimiter and the row's end around them.
        this.makeRoom(cell.length * 2 + 5);
        if (place > 0) this.units[this.length++] = this.delimiter;
        if (!this.copy(cell)) this.writeSpecial(cell);
      }
      this.makeRoom(2);
      this.units[this.length++] = CR;
      this.units[this.length++] = LF;
    }
  }

  /** Copies the cell and answers true, or answers false, having written nothing, if it holds something special. */
  private copy(cell: string): boolean {
    const { units, special } = this;
    if (cell.charCodeAt(0) === BOM) return false;
    let at = this.length;
    for (let place = 0; place < cell.length; place += 1) {
      const unit = cell.charCodeAt(place);
      if (special[unit] === 1) return false;
      units[at++] = unit;
    }
    this.length = at;
    return true;
  }

  private writeSpecial(cell: string): void {
    const { units } = this;
    const quoted = this.isQuoted(cell);
    let at = this.length;
    if (quoted) units[at++] = QUOTE;
    for (let place = 0; place < cell.length; place += 1) {
      const unit = wellFormed(cell, place);
      if (unit === CR && cell.charCodeAt(place + 1) === LF) continue;
      if (unit === QUOTE) units[at++] = QUOTE;
      units[at++] = unit === CR ? LF : unit;
    }
    if (quoted) units[at++] = QUOTE;
    this.length = at;
  }

  /** A byte order mark that begins the text would be taken for the file's own, so it is quoted wherever it begins a cell. */
  private isQuoted(cell: string): boolean {
    if (cell.charCodeAt(0) === BOM) return true;
    for (let place = 0; place < cell.length; place += 1) {
      if (this.quoted[cell.charCodeAt(place)] === 1) return true;
    }
    return false;
  }

  private makeRoom(needed: number): void {
    if (this.length + needed <= this.units.length) return;
    const grown = new Uint16Array(Math.max(this.units.length * 2, this.length + needed));
    grown.set(this.units);
    this.units = grown;
  }
}

/** The code unit at a place, or U+FFFD if it is half of a surrogate pair whose other half is missing. */
function wellFormed(cell: string, place: number): number {
  const unit = cell.charCodeAt(place);
  if (isHigh(unit)) return isLow(cell.charCodeAt(place + 1)) ? unit : REPLACEMENT;
  if (isLow(unit)) return isHigh(cell.charCodeAt(place - 1)) ? unit : REPLACEMENT;
  return unit;
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

function decodeUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    const some = units.subarray(from, from + UNITS_AT_ONCE);
    // `apply` takes anything with a length and numbers, but is declared for arrays; spreading takes six times as long.
    parts.push(String.fromCharCode.apply(null, some as unknown as number[]));
  }
  return parts.join('');
}

/** The bytes of code units, low byte first: no copy on the machines of today, which store them so. */
function bytesOf(units: Uint16Array): Uint8Array {
  if (storesLowByteFirst) return new Uint8Array(units.buffer, units.byteOffset, units.byteLength);
  const bytes = new Uint8Array(units.byteLength);
  units.forEach((unit, place) => {
    bytes[2 * place] = unit & 0xff;
    bytes[2 * place + 1] = unit >> 8;
  });
  return bytes;
}

const storesLowByteFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
