import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipboardTable, clipboardText, needsTable, readClipboard } from '../../../shared/text/clipboard.ts';

const table = (...rows: (string | { text: string; digits: string })[][]) =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell, digits: null } : cell)));

describe('clipboardText', () => {
  it('quotes for tabs and line breaks, not for commas and quotes inside, as Excel does', () => {
    const rows = [['{Support, Tier 2}', 'say "hi"', 'a\tb', 'two\r\nlines "here"', '0020017']];
    expect(clipboardText(rows)).toBe(
      '{Support, Tier 2}\tsay "hi"\t"a\tb"\t"two\nlines ""here"""\t0020017\r\n',
    );
  });

  it('is read again as it was written, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', '\t', '\n', ',', ' ', 'a', '\uFEFF'), maxLength: 6 }),
      fc.constant(''),
    );
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(rows, (rows) => {
        expect(readClipboard(clipboardText(rows), null)).toEqual(rows);
      }),
    );
  });
});

describe('clipboardTable', () => {
  it('security 9: holds every text as text and nothing as markup', () => {
    const html = clipboardTable([['<img src=x onerror="alert(1)"> & co', ' two  spaces', 'a\nb', '007']]);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co');
    expect(html).toContain(
      '<span style="mso-spacerun:yes"> </span>two<span style="mso-spacerun:yes">  </span>spaces',
    );
    expect(html).toContain('>a<br>b</td>');
    expect(html).toContain('mso-number-format:"\\@"');
    expect(html).not.toContain('<img');
  });

  it('keeps all spaces at both ends of a line, and tabs', () => {
    const space = (some: string): string => `<span style="mso-spacerun:yes">${some}</span>`;
    expect(clipboardTable([['   a  \n b']])).toContain(
      `${space('   ')}a${space('  ')}<br>${space(' ')}b</td>`,
    );
    expect(clipboardTable([['a\tb']])).toContain('a<span style="mso-tab-count:1">\t</span>b');
  });
});

describe('readClipboard', () => {
  it('keeps trailing empty cells and rows, and takes the last line end for no row', () => {
    expect(readClipboard('a\t\t\r\n\t\t\r\n', null)).toEqual([
      ['a', '', ''],
      ['', '', ''],
    ]);
    expect(readClipboard('one', null)).toEqual([['one']]);
    expect(readClipboard('one\n', null)).toEqual([['one']]);
  });

  it('makes all rows as wide as the widest', () => {
    expect(readClipboard('a\tb\tc\nd', null)).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
    ]);
  });

  it('lets the table tell quotes of the text from quotes around it, as Excel writes both alike', () => {
    expect(readClipboard('"surrounded"\t3\r\n', table(['"surrounded"', '3']))).toEqual([
      ['"surrounded"', '3'],
    ]);
    expect(readClipboard('"surrounded"\t3\r\n', null)).toEqual([['surrounded', '3']]);
    // Two cells that each begin with a quote look like one with a tab.
    expect(readClipboard('"A\tB"\r\n', table(['"A', 'B"']))).toEqual([['"A', 'B"']]);
    expect(readClipboard('"A\tB"\r\n', table(['A B']))).toEqual([['A\tB']]);
  });

  it('takes line breaks from the table where the text has spaces, as LibreOffice writes it', () => {
    expect(readClipboard('two lines\tx\n', table(['two\nlines', 'x']))).toEqual([['two\nlines', 'x']]);
  });

  it('keeps the spaces that a table joins', () => {
    expect(readClipboard(' two  spaces \t"x"', table(['two spaces', 'x']))).toEqual([[' two  spaces ', 'x']]);
  });

  it('has the digits of numbers that the text shortens from the table', () => {
    const digits = table(['Ana', { text: '5,51198E+12', digits: '5511981918127' }]);
    expect(readClipboard('Ana\t5,51198E+12\r\n', digits)).toEqual([['Ana', '5511981918127']]);
    expect(readClipboard('Ana\t42\r\n', table(['Ana', { text: '42', digits: '41' }]))).toEqual([
      ['Ana', '42'],
    ]);
  });

  it('takes empty rows at the end from the table, since one column shows them as line ends alone', () => {
    expect(readClipboard('a\n', table(['a'], ['']))).toEqual([['a'], ['']]);
    expect(readClipboard(' two  spaces \n', table(['two spaces'], ['']))).toEqual([[' two  spaces '], ['']]);
    expect(readClipboard('a\n', table(['a'], ['', 'other']))).toEqual([['a']]);
  });

  it('takes the table where the text breaks a cell in two that it did not quote', () => {
    expect(readClipboard('one\ntwo\tx\n', table(['one\ntwo', 'x']))).toEqual([['one\ntwo', 'x']]);
  });

  it('trusts the text where the table is of something else', () => {
    expect(readClipboard('a\t"b"', table(['menu'], ['links']))).toEqual([['a', 'b']]);
  });

  it('has the table alone where there is no text', () => {
    expect(readClipboard('', table(['a', 'b\nc'], ['', 'd']))).toEqual([
      ['a', 'b\nc'],
      ['', 'd'],
    ]);
  });

  it('knows when the table is worth reading', () => {
    expect(needsTable('a\tb', '<table><tr><td>a<td>b</table>')).toBe(false);
    expect(needsTable('a b', 'a<br/>b')).toBe(true);
    expect(needsTable('"a"', '<table>')).toBe(true);
    expect(needsTable('1.23E+12', '<table>')).toBe(true);
    expect(needsTable('', '<table>')).toBe(true);
  });
});
