import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delimiter } from '../../../shared/text/formats.ts';
import { createTextParser, parseText } from '../../../shared/text/parse-text.ts';
import { serialize } from '../../../shared/text/serialize.ts';
import { anyDelimiter, anyRows, cutAt } from './arbitrary-rows.ts';
import { runs } from '../../tier.ts';

function readSlices(slices: readonly string[], delimiter: Delimiter = '\t') {
  const parser = createTextParser(delimiter);
  const rows = slices.flatMap((slice) => parser.push(slice)).concat(parser.end());
  return { rows, problems: parser.problems };
}

describe('parseText', () => {
  it('ends rows at CR, LF and CR LF, mixed too', () => {
    expect(parseText('a\tb\r\nc\td\re\tf\ng', '\t')).toEqual([['a', 'b'], ['c', 'd'], ['e', 'f'], ['g']]);
  });

  it('reads no row after the last line break, and one empty cell of a blank line', () => {
    expect(parseText('a\r\n', ',')).toEqual([['a']]);
    expect(parseText('"a"\r\n', ',')).toEqual([['a']]);
    expect(parseText('a\n\n"b"\n', ',')).toEqual([['a'], [''], ['b']]);
    expect(parseText('\n', ',')).toEqual([['']]);
    expect(parseText('', ',')).toEqual([]);
  });

  it('reads quoted cells with delimiters, doubled quotes and line breaks, which become LF', () => {
    expect(parseText('"a,b","c ""d""","e\r\nf\rg\nh",""\r\n', ',')).toEqual([
      ['a,b', 'c "d"', 'e\nf\ng\nh', ''],
    ]);
  });

  it('takes a byte order mark at the start for no text, and any other for text', () => {
    expect(parseText('\uFEFFRole,\uFEFFx\n', ',')).toEqual([['Role', '\uFEFFx']]);
    expect(parseText('\uFEFF"Role"\n', ',')).toEqual([['Role']]);
    expect(parseText('\uFEFF', ',')).toEqual([]);
  });

  it('takes a quote inside an unquoted cell for text', () => {
    const { rows, problems } = readSlices(['Ann "Annie" Lee\t5" \ty\n']);
    expect(rows).toEqual([['Ann "Annie" Lee', '5" ', 'y']]);
    expect(problems).toEqual([]);
  });
});

describe('parseText, quotation marks that somebody has chosen', () => {
  it('encloses cells in single quotes', () => {
    expect(parseText("'a,b','O''Neil',O'Neil,\"c\"\n", ',', 'single')).toEqual([
      ['a,b', "O'Neil", "O'Neil", '"c"'],
    ]);
    expect(parseText("'t Hooft,x\ny,z\n", ',', 'single')).toEqual([
      ["'t Hooft", 'x'],
      ['y', 'z'],
    ]);
  });

  it('takes every mark for text', () => {
    expect(parseText('"a,b"\n\'c\'\n', ',', 'none')).toEqual([['"a', 'b"'], ["'c'"]]);
  });
});

describe('a misused quote', () => {
  it('that is never closed is text, and swallows no row', () => {
    const { rows, problems } = readSlices(['a\tb\n"c\td\ne\t"f\tg"\n']);
    expect(rows).toEqual([
      ['a', 'b'],
      ['"c', 'd'],
      ['e', 'f\tg'],
    ]);
    expect(problems).toEqual([{ line: 2, what: 'opening' }]);
  });

  it('that is closed in the middle of a cell is text', () => {
    const { rows, problems } = readSlices(['"Bob" Smith\tx\nAnn\t"y"\n']);
    expect(rows).toEqual([
      ['"Bob" Smith', 'x'],
      ['Ann', 'y'],
    ]);
    expect(problems).toEqual([{ line: 1, what: 'opening' }]);
  });

  it('is found twice in a row, after cells with line breaks, and at the end without a line break', () => {
    const { rows, problems } = readSlices(['1\n"a\nb"\t"c\t"d" e\t"f"\n"g']);
    expect(rows).toEqual([['1'], ['a\nb', '"c', '"d" e', 'f'], ['"g']]);
    expect(problems.map(({ line }) => line)).toEqual([2, 2, 3]);
  });

  it('is counted by the lines that a spreadsheet shows', () => {
    expect(readSlices(['"a\nb\nc"\n', '\n', 'd\n"e\n']).problems).toEqual([{ line: 4, what: 'opening' }]);
  });

  it('found too often makes every quote text from that row on', () => {
    const line = '"Bob" Smith\t"x"\n';
    const { rows, problems } = readSlices([line.repeat(30)]);
    expect(rows).toHaveLength(30);
    expect(rows[0]).toEqual(['"Bob" Smith', 'x']);
    expect(rows[25]).toEqual(['"Bob" Smith', '"x"']);
    expect(problems.at(-1)).toEqual({ line: 21, what: 'ignored' });
  });

  it('found too often within one row leaves that row as it was typed', () => {
    const row = Array.from({ length: 25 }, (_, place) => `"${String(place)}" x`);
    expect(readSlices([row.join('\t')]).rows).toEqual([row]);
  });
});

describe('createTextParser', () => {
  it('reads the same rows however the text is cut', () => {
    fc.assert(
      fc.property(anyRows, anyDelimiter, fc.array(fc.nat(), { maxLength: 6 }), (rows, delimiter, places) => {
        const text = `\uFEFF${serialize(rows, delimiter)}`;
        const { rows: read, problems } = readSlices(cutAt(text, places), delimiter);
        expect(read).toEqual(parseText(text, delimiter));
        expect(problems).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('reads the same rows unit by unit', () => {
    fc.assert(
      fc.property(anyRows, anyDelimiter, (rows, delimiter) => {
        const text = serialize(rows, delimiter);
        expect(readSlices(text.split(''), delimiter).rows).toEqual(parseText(text, delimiter));
      }),
    );
  });

  it('security 8: loses no letter of a text that no spreadsheet wrote', () => {
    const soup = fc.array(fc.constantFrom('"', '\t', '\n', '\r', 'a', ' ', 'b'), { maxLength: 40 });
    const letters = (text: string): string => text.replace(/[^ab]/g, '');
    fc.assert(
      fc.property(soup, fc.array(fc.nat(), { maxLength: 4 }), (pieces, places) => {
        const text = pieces.join('');
        const { rows } = readSlices(cutAt(text, places));
        expect(letters(rows.flat().join(''))).toBe(letters(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('answers rows as soon as they are complete', () => {
    const parser = createTextParser(',');
    expect(parser.push('a,b\r')).toEqual([]);
    expect(parser.push('\nc,"d')).toEqual([['a', 'b']]);
    expect(parser.push('\n"')).toEqual([]);
    expect(parser.push('\ne')).toEqual([['c', 'd\n']]);
    expect(parser.end()).toEqual([['e']]);
  });

  it('reads a quoted cell of a million characters that spans many slices', () => {
    const cell = 'line\n'.repeat(200_000);
    const text = serialize(
      [
        ['a', cell],
        ['b', 'c'],
      ],
      '\t',
    );
    const { rows, problems } = readSlices(slicesOf(text));
    expect(rows.length).toBe(2);
    expect(rows[0]?.[1] === cell).toBe(true);
    expect(problems).toEqual([]);
  });

  it('waits no longer than for such a cell until a quote is closed, and goes on with the rows it swallowed', () => {
    const parser = createTextParser('\t');
    const text = `a\tb\n"5 inch\t${'Ana\tRuiz\n'.repeat(300_000)}"Bo, Li"\tx\n`;
    const read = slicesOf(text).map((slice) => parser.push(slice));
    expect(Math.max(...read.map(({ length }) => length))).toBeLessThan(150_000);
    const rows = read.flat().concat(parser.end());
    expect(rows.length).toBe(300_002);
    expect(rows.at(-1)).toEqual(['Bo, Li', 'x']);
    expect(parser.problems).toEqual([{ line: 2, what: 'opening' }]);
  });

  it('takes every quote for text from a long row on that is full of them', () => {
    const text = `a\tb\n${'x"y\t"'.repeat(400_000)}\n"c"\td\n`;
    const { rows, problems } = readSlices(slicesOf(text));
    expect(rows.map((row) => row.length)).toEqual([2, 400_001, 2]);
    expect(rows.at(-1)).toEqual(['"c"', 'd']);
    expect(problems).toEqual([{ line: 2, what: 'ignored' }]);
  });
});

function slicesOf(text: string): string[] {
  const count = Math.ceil(text.length / 65_536);
  return Array.from({ length: count }, (_, place) => text.slice(place * 65_536, (place + 1) * 65_536));
}
