/** Bytes looked at from each part of a long file, and bytes kept of them. */
const PART = 1 << 18;
const MOST_KEPT = 1 << 14;

const LINE_FEED = 0x0a;

/** Bytes that separate cells and lines; no encoding in use has them inside a character. */
const SEPARATORS = new Set([0x09, LINE_FEED, 0x0d, 0x22, 0x2c, 0x3b]);

/**
 * The cells of a delimited text that are not plain ASCII, each once, one a line: what tells the encodings apart,
 * without the headers, addresses and numbers that are the same in all of them. Taken from the head, middle and tail.
 */
export function tellingBytes(bytes: Uint8Array): Buffer {
  const seen = new Set<string>();
  const cells: Buffer[] = [];
  let kept = 0;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const part of partsOf(withoutLastCell(all)))
    for (const cell of tellingCells(part)) {
      const key = cell.toString('latin1');
      if (seen.has(key)) continue;
      seen.add(key);
      kept += cell.length + 1;
      if (kept > MOST_KEPT && cells.length > 0) return Buffer.concat(cells);
      cells.push(Buffer.concat([cell, Buffer.of(LINE_FEED)]));
    }
  return Buffer.concat(cells);
}

/** A file that was cut off ends in the middle of a character, which would speak against its own encoding. */
function withoutLastCell(bytes: Buffer): Buffer {
  const end = bytes.findLastIndex((byte) => SEPARATORS.has(byte));
  const rest = bytes.subarray(0, end + 1);
  return rest.some((byte) => byte >= 0x80) ? rest : bytes;
}

/** A short file as a whole, a long one in three parts: head, middle and tail. */
export function partsOf(bytes: Buffer): Buffer[] {
  if (bytes.length <= 3 * PART) return [bytes];
  const middle = Math.floor((bytes.length - PART) / 2);
  return [0, middle, bytes.length - PART].map((from) => bytes.subarray(from, from + PART));
}

/** The same parts without the lines that are cut at their ends; a part without a line end is cut as it is. */
export function linesOfParts(bytes: Buffer): Buffer[] {
  const parts = partsOf(bytes);
  return parts.map((part, place) => {
    const from = place === 0 ? 0 : part.indexOf(LINE_FEED) + 1;
    const to = place === parts.length - 1 ? part.length : part.lastIndexOf(LINE_FEED) + 1;
    return part.subarray(from, Math.max(from, to));
  });
}

/** The first and last cell of a part may be cut: a cell counts only between two separators or at an end of the file. */
function* tellingCells(part: Buffer): Generator<Buffer> {
  let from = 0;
  let telling = false;
  for (let at = 0; at <= part.length; at += 1) {
    const byte = part[at] ?? LINE_FEED;
    if (byte >= 0x80) telling = true;
    else if (SEPARATORS.has(byte)) {
      if (telling) yield part.subarray(from, at);
      from = at + 1;
      telling = false;
    }
  }
}
