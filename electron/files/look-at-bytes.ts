import { isUtf8 } from 'node:buffer';

/** Bytes looked at to tell what a file is; the rest of a real file is of the same kind. */
const SAMPLE = 1 << 16;

/** Characters that stand between the cells and lines of any delimited text, in whatever language it is. */
const STRUCTURE = new Set([0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b, 0x7c, 0x40]);

/** DOS's mark of the end of a file. */
const CTRL_Z = 0x1a;

/** The bytes of a block that a program may fill up with NULs after the text. */
const BLOCK = 4096;

/** One NUL in so many characters, at least, shows UTF-16, those of tabs and line ends counted three times. */
const FEWEST_NULS = 20;

/**
 * The byte order of UTF-16 text without a byte order mark, or null if the bytes are no such text: tabs, line ends and
 * commas have one NUL each in UTF-16, on the side that tells the order, even where every letter is Chinese.
 */
export function looksLikeUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length - 1, SAMPLE);
  const { little, big, nulPairs } = countNulSides(bytes, end);
  if (nulPairs > (little + big) / 8) return null;
  // A few NULs in other text make no UTF-16 of it.
  if ((little + big) * FEWEST_NULS < end / 2 || hasStrayNuls(bytes.subarray(0, SAMPLE))) return null;
  if (little > 0 && little > big * 4) return 'utf-16le';
  return big > 0 && big > little * 4 ? 'utf-16be' : null;
}

/** How often a text character has its NUL after it (little endian) or before it (big endian), and pairs that are only NULs. */
function countNulSides(bytes: Buffer, end: number): { little: number; big: number; nulPairs: number } {
  const sides = { little: 0, big: 0, nulPairs: 0 };
  for (let at = 0; at < end; at += 2) {
    const pair = bytes.readUInt16BE(at);
    const first = pair >> 8;
    const second = pair & 0xff;
    if (second === 0 && isText(first)) sides.little += STRUCTURE.has(first) ? 3 : 1;
    else if (first === 0 && isText(second)) sides.big += STRUCTURE.has(second) ? 3 : 1;
    else if (pair === 0) sides.nulPairs += 1;
  }
  return sides;
}

/**
 * Whether bytes are another text with a NUL here and there: half of those of UTF-16 are NULs, or the others are no UTF-8;
 * and each of its separators and line ends has one.
 */
function hasStrayNuls(bytes: Buffer): boolean {
  const others = bytes.filter((byte) => byte !== 0);
  const nuls = bytes.length - others.length;
  // A sample may end in the middle of a character.
  const whole = bytes.length < SAMPLE ? others : others.subarray(0, others.lastIndexOf(0x0a) + 1);
  return nuls * 4 < bytes.length && (nuls === 1 || isUtf8(whole));
}

/**
 * Whether bytes are no text of one byte a sign: NULs and control characters, which no spreadsheet writes. A bad one among
 * many letters is no reason to refuse a file: a rule flags it in its cell.
 */
export function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  // What programs fill the last block of a file with is no part of the text.
  const end = sample.findLastIndex((byte) => byte !== CTRL_Z && byte !== 0) + 1;
  // More of it than text is no end of a text.
  if (end === 0 || sample.length - end > Math.max(end, BLOCK)) return true;
  let controls = 0;
  for (const byte of sample.subarray(0, end)) if (!isText(byte)) controls += 1;
  return controls > Math.max(end / 50, Math.min(2, end / 4));
}

function isText(byte: number): boolean {
  return byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Whether a text announces another alphabet by escape sequences, as ISO-2022-JP and its kin do: ECMA-35, 13.2.2. */
export function switchesAlphabets(bytes: Buffer): boolean {
  return bytes.includes('\u001b$B') || bytes.includes('\u001b$@') || bytes.includes('\u001b$)C');
}

/** How many times as many characters as errors make a text UTF-8 that was damaged, rather than another encoding. */
const FEW_ERRORS = 4;

/**
 * Whether bytes that are not all UTF-8 are so for the greatest part: a text that was cut off, or into which lines of
 * another encoding were pasted. Text of any other encoding looks like UTF-8 in a few places at most.
 */
export function isMostlyUtf8(bytes: Buffer): boolean {
  let characters = 0;
  let errors = 0;
  for (let at = afterAscii(bytes, 0); at < bytes.length; at = afterAscii(bytes, at)) {
    const length = lengthOfCharacter(bytes, at);
    if (length === 0) errors += 1;
    else if (length > 1) characters += 1;
    at += Math.max(length, 1);
  }
  return characters >= errors * FEW_ERRORS;
}

/** The place of the first byte from `from` on that is beyond ASCII, or the end. */
function afterAscii(bytes: Buffer, from: number): number {
  let at = from;
  // Eight at a time: a large text is ASCII for the greatest part.
  while (at + 8 <= bytes.length && ((bytes.readInt32LE(at) | bytes.readInt32LE(at + 4)) & 0x80808080) === 0)
    at += 8;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  return at;
}

/** Bytes of the UTF-8 character at a place, or 0 where there is none. */
function lengthOfCharacter(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
