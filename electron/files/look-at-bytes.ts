/** Bytes looked at to tell what a file is; the rest of a real file is of the same kind. */
const SAMPLE = 1 << 16;

/** Characters that stand between the cells and lines of any delimited text, in whatever language it is. */
const STRUCTURE = new Set([0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b, 0x7c, 0x40]);

/**
 * The byte order of UTF-16 text without a byte order mark, or null if the bytes are no such text: tabs, line ends and
 * commas have one NUL each in UTF-16, on the side that tells the order, even where every letter is Chinese.
 */
export function looksLikeUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length - 1, SAMPLE);
  let little = 0;
  let big = 0;
  let nulPairs = 0;
  for (let at = 0; at < end; at += 2) {
    const pair = bytes.readUInt16BE(at);
    const first = pair >> 8;
    const second = pair & 0xff;
    if (second === 0 && isText(first)) little += STRUCTURE.has(first) ? 3 : 1;
    else if (first === 0 && isText(second)) big += STRUCTURE.has(second) ? 3 : 1;
    else if (pair === 0) nulPairs += 1;
  }
  if (nulPairs > (little + big) / 8) return null;
  if (little > 0 && little > big * 4) return 'utf-16le';
  return big > 0 && big > little * 4 ? 'utf-16be' : null;
}

/** Whether bytes are no text of one byte a sign: NULs and control characters, which no spreadsheet writes. */
export function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (!isText(byte)) controls += 1;
  }
  return controls > sample.length / 50;
}

function isText(byte: number): boolean {
  return byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
