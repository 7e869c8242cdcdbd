/** Windows-1252 from 0x80 to 0x9f; its five gaps stay the control characters of Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const BYTE_OF = new Map(Array.from(WINDOWS_1252, (character, at) => [character, 0x80 + at]));

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

/**
 * The text that was meant, if UTF-8 was read as Windows-1252 or Latin-1 and every non-ASCII character of it decodes
 * back to letters that people write; otherwise null.
 */
export function mendMojibake(text: string): string | null {
  if (!MOJIBAKE_HINT.test(text)) return null;
  let mended = '';
  let found = false;
  for (const stretch of stretches(text)) {
    const decoded = decodeStretch(stretch);
    found ||= decoded !== null;
    mended += decoded ?? stretch;
  }
  return found ? mended : null;
}

/** Cuts a text where characters stand that Windows-1252 does not have: they were never misread. */
function* stretches(text: string): Generator<string> {
  let from = 0;
  let inside = true;
  for (let at = 0; at <= text.length; at += 1) {
    const isByte = at < text.length && byteOf(text, at) >= 0;
    if (at < text.length && isByte === inside) continue;
    if (at > from) yield text.slice(from, at);
    from = at;
    inside = isByte;
  }
}

function byteOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x100 ? code : (BYTE_OF.get(text.charAt(at)) ?? -1);
}

function decodeStretch(text: string): string | null {
  const parts: string[] = [];
  const seen: number[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    if (text.charCodeAt(at) < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(byteOf(text, at));
    const point = length === 0 ? -1 : decodeSequence(text, at, length);
    if (point < 0 || !mayBeMeant(text, at, point)) return null;
    if (at > from) parts.push(text.slice(from, at));
    parts.push(String.fromCodePoint(point));
    seen.push(point);
    at += length;
    from = at;
  }
  return isConvincing(seen) ? parts.join('') + text.slice(from) : null;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The code point of a UTF-8 sequence (RFC 3629), or -1 where it is not one. */
function decodeSequence(text: string, at: number, length: number): number {
  let point = byteOf(text, at) & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1) {
    const byte = at + next < text.length ? byteOf(text, at + next) : -1;
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
function isConvincing(points: readonly number[]): boolean {
  const sure = points.some(
    (point) => point < 0x180 || (point >= 0x2010 && point <= 0x2122) || point === 0xfeff || point >= 0x1f000,
  );
  return sure || points.length >= 2;
}
