import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../shared/text/parse-text.ts';
import { serialize, serializeInBatches } from '../../../shared/text/serialize.ts';
import { anyDelimiter, anyRows, asFilesHold } from './arbitrary-rows.ts';
import { runs } from '../../tier.ts';

describe('serialize', () => {
  it('ends every row with CR LF, the last too, and quotes as Excel does', () => {
    const rows = [
      ['Role', 'Email Address', 'Group Assignments'],
      ['Agent', '', '{Support, Tier 2}'],
      ['a "b"', 'x\ty', ' spaced '],
    ];
    expect(serialize(rows, '\t')).toBe(
      'Role\tEmail Address\tGroup Assignments\r\n' +
        'Agent\t\t"{Support, Tier 2}"\r\n' +
        '"a ""b"""\t"x\ty"\t spaced \r\n',
    );
  });

  it('writes every line break inside a cell as LF', () => {
    expect(serialize([['a\r\nb\rc\nd', '\r']], '\t')).toBe('"a\nb\nc\nd"\t"\n"\r\n');
  });

  it('quotes the delimiter in use', () => {
    expect(serialize([['a;b', 'c|d']], ';')).toBe('"a;b";c|d\r\n');
    expect(serialize([['a;b', 'c|d']], '|')).toBe('a;b|"c|d"\r\n');
  });

  it('keeps a byte order mark that begins the first cell from being taken for the file’s own', () => {
    expect(serialize([['\uFEFFRole']], '\t')).toBe('"\uFEFFRole"\r\n');
  });

  it('writes U+FFFD for half a surrogate pair, never the half', () => {
    const rows = [['a\ud83d', '\ude00b', '😀', '"\ud83d"', '\ud83d\ud83d\ude00']];
    expect(serialize(rows, '\t')).toBe('a\uFFFD\t\uFFFDb\t😀\t"""\uFFFD"""\t\uFFFD😀\r\n');
  });

  it('reads back a text far larger than its room, rows of no cells among it', () => {
    const rows = Array.from({ length: 90_000 }, (_, row) =>
      row % 3 === 0 ? [] : [`cell ${row}`, '"'.repeat(row % 7)],
    );
    const read = parseText(serialize(rows, '\t'), '\t');
    expect(read).toEqual(rows.map((row) => (row.length === 0 ? [''] : row)));
  });

  it('writes nothing for no rows', () => {
    expect(serialize([], '\t')).toBe('');
  });

  it('security 11: is what parseText reads back, for every string that a file can hold', () => {
    fc.assert(
      fc.property(anyRows, anyDelimiter, (rows, delimiter) => {
        const read = parseText(serialize(rows, delimiter), delimiter);
        expect(read).toEqual(rows.map((row) => row.map(asFilesHold)));
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('serializeInBatches', () => {
  it('writes what serialize writes, so many rows at a time', () => {
    fc.assert(
      fc.property(anyRows, anyDelimiter, fc.integer({ min: 1, max: 4 }), (rows, delimiter, rowsABatch) => {
        const batches = [...serializeInBatches(rows, delimiter, rowsABatch)];
        expect(batches.map(({ text }) => text).join('')).toBe(serialize(rows, delimiter));
        expect(batches.map((batch) => batch.rows)).toEqual(
          batches.map((_, place) => Math.min(rowsABatch, rows.length - place * rowsABatch)),
        );
      }),
    );
  });

  it('counts the halves of characters that no file can hold', () => {
    const rows = [
      ['a\ud83d', '\ude00b', '😀'],
      ['"\ud83d"', '\ud83d\ud83d\ude00'],
    ];
    expect(Array.from(serializeInBatches(rows, '\t', 1), ({ replaced }) => replaced)).toEqual([2, 2]);
  });
});
