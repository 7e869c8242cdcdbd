import type { Delimiter } from './formats.ts';

const BOM = 0xfeff;
const BOM_TEXT = '\uFEFF';
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const REPLACEMENT = 0xfffd;

/**
 * Writes rows as delimited text, the exact inverse of `parseText` but for line breaks inside a cell (written as LF, as
 * Excel does) and lone surrogates (written as U+FFFD). CR LF after each row, the last too; no byte order mark.
 */
export function serialize(rows: Iterable<readonly string[]>, delimiter: Delimiter): string {
  const parts: string[] = [];
  writeRows(rows, delimiter, (units) => {
    for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
      const some = units.subarray(from, from + UNITS_AT_ONCE);
      // `apply` takes anything with a length and numbers, but is declared for arrays; spreading takes six times as long.
      parts.push(String.fromCharCode.apply(null, some as unknown as number[]));
    }
  });
  return parts.join('');
}

/** Writes rows as `serialize` does, as the bytes of a UTF-16 little-endian file with its byte order mark. */
export function encodeUtf16(rows: Iterable<readonly string[]>, delimiter: Delimiter): Uint8Array {
  const pieces = [Uint16Array.of(BOM)];
  let length = 1;
  // Pieces that are joined once: to grow one array asks for memory that makes the engine collect garbage each time.
  writeRows(rows, delimiter, (units) => {
    pieces.push(units.slice());
    length += units.length;
  });
  const whole = new Uint16Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return lowByteFirst(whole);
}

/** Counts the halves of surrogate pairs that stand alone and so become U+FFFD in a file. */
export function countLoneSurrogates(rows: Iterable<readonly string[]>): number {
  let count = 0;
  for (const row of rows) for (const cell of row) count += cell.match(/\p{Surrogate}/gu)?.length ?? 0;
  return count;
}

/** Code units collected before they are handed on, and those that `String.fromCharCode` takes at once. */
const UNITS_COLLECTED = 1 << 18;
const UNITS_AT_ONCE = 8192;

/**
 * Hands on the code units of the rows, a large piece at a time; a piece is good until the next one. Collecting units
 * takes two thirds of the time of joining strings and encoding them.
 */
function writeRows(
  rows: Iterable<readonly string[]>,
  delimiter: Delimiter,
  handOn: (units: Uint16Array) => void,
): void {
  const kinds = unitKinds(delimiter);
  const delimiterUnit = delimiter.charCodeAt(0);
  let units = new Uint16Array(UNITS_COLLECTED);
  let length = 0;
  const makeRoom = (needed: number): void => {
    if (length + needed <= units.length) return;
    handOn(units.subarray(0, length));
    length = 0;
    if (needed > units.length) units = new Uint16Array(needed);
  };
  for (const row of rows) {
    for (let place = 0; place < row.length; place += 1) {
      const cell = row[place] ?? '';
      // At most every unit is doubled, with two quotes and a delimiter around them.
      makeRoom(cell.length * 2 + 3);
      if (place > 0) units[length++] = delimiterUnit;
      length = writeCell(cell, kinds, units, length);
    }
    makeRoom(2);
    units[length++] = CR;
    units[length++] = LF;
  }
  handOn(units.subarray(0, length));
}

const PLAIN = 0;
/** Makes its cell be quoted. */
const QUOTED = 1;
/** A surrogate, which may be alone, or a byte order mark, which may begin a cell. */
const DOUBTFUL = 2;

/** For each code unit, what it means to the cell that holds it. */
function unitKinds(delimiter: Delimiter): Uint8Array {
  const kinds = new Uint8Array(1 << 16).fill(DOUBTFUL, 0xd800, 0xe000);
  kinds[BOM] = DOUBTFUL;
  // Excel quotes for the comma too in "Unicode Text", although the tab is the delimiter.
  for (const unit of [TAB, LF, CR, QUOTE, COMMA, delimiter.charCodeAt(0)]) kinds[unit] = QUOTED;
  return kinds;
}

/** Writes a cell from a place of `units` on and answers the place after it. Most cells are copied as they are. */
function writeCell(cell: string, kinds: Uint8Array, units: Uint16Array, start: number): number {
  let at = start;
  for (let place = 0; place < cell.length; place += 1) {
    const unit = cell.charCodeAt(place);
    if (kinds[unit] !== PLAIN) return writeSpecialCell(cell, kinds, units, start);
    units[at++] = unit;
  }
  return at;
}

function writeSpecialCell(cell: string, kinds: Uint8Array, units: Uint16Array, start: number): number {
  const quoted = isQuoted(cell, kinds);
  let at = start;
  if (quoted) units[at++] = QUOTE;
  for (let place = 0; place < cell.length; place += 1) {
    const unit = cell.charCodeAt(place);
    if (kinds[unit] === PLAIN) units[at++] = unit;
    else if (unit === QUOTE) {
      units[at++] = QUOTE;
      units[at++] = QUOTE;
    } else if (unit !== CR) units[at++] = wellFormed(cell, place);
    else if (cell.charCodeAt(place + 1) !== LF) units[at++] = LF;
  }
  if (quoted) units[at++] = QUOTE;
  return at;
}

/** A byte order mark that begins the text would be taken for the file's own, so it is quoted wherever it begins a cell. */
function isQuoted(cell: string, kinds: Uint8Array): boolean {
  if (cell.startsWith(BOM_TEXT)) return true;
  for (let place = 0; place < cell.length; place += 1) {
    if (kinds[cell.charCodeAt(place)] === QUOTED) return true;
  }
  return false;
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

/** The bytes of code units, low byte first: no copy on the machines of today, which store them so. */
function lowByteFirst(units: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(units.buffer, units.byteOffset, units.byteLength);
  const view = new DataView(units.buffer, units.byteOffset, units.byteLength);
  if (view.getUint16(0, true) === units[0]) return bytes;
  units.forEach((unit, place) => {
    view.setUint16(2 * place, unit, true);
  });
  return bytes;
}
