import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../shared/text/parse-text.ts';
import { countLoneSurrogates, encodeUtf16, serialize } from '../../../shared/text/serialize.ts';
import { anyDelimiter, anyRows, asFilesHold } from './arbitrary-rows.ts';

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
    expect(countLoneSurrogates(rows)).toBe(4);
  });

  it('reads back a text far larger than its room, rows of no cells among it', () => {
    const rows = Array.from({ length: 90_000 }, (_, row) =>
      row % 3 === 0 ? [] : [`cell ${row}`, '"'.repeat(row % 7)],
    );
    const read = parseText(serialize(rows, '\t'), '\t');
    expect(read).toEqual(rows.map((row) => (row.length === 0 ? [''] : row)));
    expect(Buffer.from(encodeUtf16(rows, '\t')).toString('utf16le')).toBe(`\uFEFF${serialize(rows, '\t')}`);
  });

  it('writes nothing for no rows', () => {
    expect(serialize([], '\t')).toBe('');
  });

  it('is what parseText reads back, for every string that a file can hold', () => {
    fc.assert(
      fc.property(anyRows, anyDelimiter, (rows, delimiter) => {
        const read = parseText(serialize(rows, delimiter), delimiter);
        expect(read).toEqual(rows.map((row) => row.map(asFilesHold)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('encodeUtf16', () => {
  it('writes a byte order mark and then what serialize writes, low byte first', () => {
    fc.assert(
      fc.property(anyRows, anyDelimiter, (rows, delimiter) => {
        const expected = Buffer.from(`\uFEFF${serialize(rows, delimiter)}`, 'utf16le');
        expect(Buffer.compare(encodeUtf16(rows, delimiter), expected)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('grows for a cell larger than its room', () => {
    const cell = '"'.repeat(300_000);
    expect(encodeUtf16([[cell]], '\t').length).toBe(2 * (1 + 600_002 + 2));
  });
});
