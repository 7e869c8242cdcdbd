import { textOfUnits } from './map-units.ts';

/** Windows-1252 from 0x80 to 0x9f; its five gaps stay the control characters of Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/** The byte of each code unit above Latin-1 that Windows-1252 has; 0 where it has none. */
const BYTE_OF = new Uint8Array(0x2123);
for (let at = 0; at < WINDOWS_1252.length; at += 1) BYTE_OF[WINDOWS_1252.charCodeAt(at)] = 0x80 + at;
const NO_BYTE = -1;

/** A byte that begins a UTF-8 sequence and one that goes on with it, both read as Windows-1252. */
export const MOJIBAKE_HINT = new RegExp(
  `[\\u00c2-\\u00f4][\\u0080-\\u00bf${WINDOWS_1252.replace(/[\x80-\x9f]/g, '')}]`,
);

/** Sequences that no language writes; where the rest does not decode they still show that text was damaged. */
const SURE_SIGN = /[a-z]Ã[\u00a1-\u00bfƒ…†‡ˆ‰Š‹ŒŽ˜šœžŸ€]|â€[™œ˜\x9d¦“”]|ï¿½|ðŸ[\u0080-\u00bf˜™š]/;

/** Whether a text that does not decode as a whole still surely holds mojibake. */
export function hasSignOfMojibake(text: string): boolean {
  return MOJIBAKE_HINT.test(text) && SURE_SIGN.test(text);
}

/** Answered for a stretch that is not mojibake. */
const NOT_DAMAGED = -1;

/**
 * The text that was meant, if UTF-8 was read as Windows-1252 or Latin-1 and every non-ASCII character of it decodes
 * back to letters that people write; otherwise null. It is cut where characters stand that Windows-1252 does not have:
 * they were never misread.
 */
export function mendMojibake(text: string): string | null {
  if (!MOJIBAKE_HINT.test(text)) return null;
  // What is decoded is shorter than what it was read as.
  const units = new Uint16Array(text.length);
  let length = 0;
  let found = false;
  for (let from = 0; from < text.length;) {
    const to = endOfStretch(text, from);
    const end = decodeStretch(text, from, to, units, length);
    found ||= end !== NOT_DAMAGED;
    length =
      end === NOT_DAMAGED
        ? copyUnits(text, from, to + 1, units, length)
        : copyUnits(text, to, to + 1, units, end);
    from = to + 1;
  }
  return found ? textOfUnits(units, length) : null;
}

/** The first place from another on with a character that Windows-1252 does not have, or the text's length. */
function endOfStretch(text: string, from: number): number {
  let to = from;
  while (to < text.length && byteAt(text, to) !== NO_BYTE) to += 1;
  return to;
}

function byteAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x100) return code;
  const byte = BYTE_OF[code] ?? 0;
  return byte === 0 ? NO_BYTE : byte;
}

/** Writes a part of a text, no further than it goes, and answers where that ends. */
function copyUnits(text: string, from: number, to: number, units: Uint16Array, start: number): number {
  const count = Math.min(to, text.length) - from;
  for (let at = 0; at < count; at += 1) units[start + at] = text.charCodeAt(from + at);
  return start + count;
}

/** Writes what a stretch decodes to and answers where that ends, or `NOT_DAMAGED`. */
function decodeStretch(text: string, from: number, to: number, units: Uint16Array, start: number): number {
  let end = start;
  let count = 0;
  let isSure = false;
  for (let at = from; at < to;) {
    const unit = text.charCodeAt(at);
    let point = unit;
    if (unit < 0x80) at += 1;
    else {
      const length = sequenceLength(byteAt(text, at));
      point = length === 0 || at + length > to ? -1 : decodeSequence(text, at, length);
      if (point < 0 || !mayBeMeant(text, at, point)) return NOT_DAMAGED;
      count += 1;
      isSure ||= isConvincing(point);
      at += length;
    }
    end = writePoint(point, units, end);
  }
  return isSure || count >= 2 ? end : NOT_DAMAGED;
}

function writePoint(point: number, units: Uint16Array, at: number): number {
  if (point < 0x10000) {
    units[at] = point;
    return at + 1;
  }
  units[at] = 0xd7c0 + (point >> 10);
  units[at + 1] = 0xdc00 + (point & 0x3ff);
  return at + 2;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The code point of a UTF-8 sequence (RFC 3629), or -1 where it is not one. */
function decodeSequence(text: string, at: number, length: number): number {
  let point = byteAt(text, at) & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1) {
    const byte = byteAt(text, at + next);
    if (byte < 0x80 || byte > 0xbf) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least || point > 0x10ffff || isSurrogate ? -1 : point;
}

/** Control characters, unassigned corners and U+FFFD are not what anyone meant; `Â ` after a capital may be a name. */
function mayBeMeant(text: string, at: number, point: number): boolean {
  if (point < 0xa0 || point === 0xfffd) return false;
  if (point === 0xa0) return !/[A-ZÀ-Þ]/.test(text.charAt(at - 1));
  return point !== 0xd7 && point !== 0xf7 && !(point >= 0x250 && point < 0x2b0);
}

/**
 * One decoded letter of Western or Central European Latin, a typographic mark or an emoji is proof enough; letters of
 * other scripts never come alone, and É® or Ü™ would decode to them.
 */
function isConvincing(point: number): boolean {
  return point < 0x180 || (point >= 0x2010 && point <= 0x2122) || point === 0xfeff || point >= 0x1f000;
}
