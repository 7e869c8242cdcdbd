import fc from 'fast-check';
import type { Delimiter } from '../../../shared/text/formats.ts';

export const anyDelimiter = fc.constantFrom<Delimiter>('\t', ',', ';', '|');

/** Pieces that readers and writers of delimited text get wrong, lone surrogates and byte order marks among them. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('"', '""', '\r', '\n', '\r\n', '\t', ',', ';', '|', ' ', '\u00a0'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\uFEFF', '\ud83d', '\ude00', '😀', '\u0000', '\u2028', 'é', 'e\u0301'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/) },
);

const anyCell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

/** Rows of at least one cell each. */
export const anyRows = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });

/** What a file can hold of a cell: line breaks are LF, and half a surrogate pair is U+FFFD. */
export function asFilesHold(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The text cut at the given places. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return cuts.slice(1).map((cut, index) => text.slice(cuts[index], cut));
}
