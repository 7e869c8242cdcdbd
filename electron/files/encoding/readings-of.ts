import { TEXT_ENCODINGS, type TextEncoding } from '../../../shared/text/encodings.ts';
import { readLoosely } from './codecs.ts';
import { partsOf } from './telling-bytes.ts';

/** A few lines of a file as one encoding reads them; `whole` where it holds all their bytes. */
export type Readings = { encoding: TextEncoding; lines: string[]; whole: boolean }[];

/** Lines shown below the first, and bytes of each. */
const MOST_LINES = 6;
const LONGEST_LINE = 600;

/** The first line of a file and a few that are not plain ASCII, in every encoding. */
export function readingsOf(bytes: Buffer): Readings {
  const lines = tellingLines(bytes);
  // Lines of UTF-16 end in the middle of a sign if they are cut at the byte of a line end.
  const head = bytes.subarray(0, LONGEST_LINE * 2);
  return TEXT_ENCODINGS.map((encoding) =>
    encoding === 'utf-16le' || encoding === 'utf-16be'
      ? { encoding, lines: linesOf(readLoosely(head, encoding).text).slice(0, MOST_LINES + 1), whole: true }
      : readLines(lines, encoding),
  );
}

function readLines(lines: readonly Buffer[], encoding: TextEncoding): Readings[number] {
  const reads = lines.map((line) => readLoosely(line, encoding));
  return { encoding, lines: reads.map(({ text }) => text), whole: reads.every(({ whole }) => whole) };
}

function tellingLines(bytes: Buffer): Buffer[] {
  const [first, ...rest] = partsOf(bytes).flatMap((part) => cutLines(part));
  const telling = rest.filter((line) => line.some((byte) => byte >= 0x80));
  const shown = telling.length > 0 ? telling : rest;
  return [...(first ? [first] : []), ...shown.slice(0, MOST_LINES)];
}

function cutLines(part: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = 0; at <= part.length; at += 1) {
    const byte = part[at] ?? 0x0a;
    if (byte !== 0x0a && byte !== 0x0d) continue;
    if (at > from && at - from <= LONGEST_LINE) lines.push(part.subarray(from, at));
    from = at + 1;
  }
  return lines;
}

function linesOf(text: string): string[] {
  return text.split(/[\r\n]+/).map((line) => line.slice(0, LONGEST_LINE));
}
