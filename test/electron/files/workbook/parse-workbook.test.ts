import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';
import { makeWorkbook, type Parts } from '../make-workbook.ts';

function read(parts: Parts, sheet: string | null = null) {
  return parseWorkbook(makeWorkbook(parts), 'a.xlsx', sheet);
}

/** The rows of a sheet with one cell a row. */
function shown(cells: readonly string[], parts: Parts = {}): string[] {
  const sheet = cells.map((cell, at) => `<row r="${at + 1}">${cell}</row>`).join('');
  const answer = read({ ...parts, sheet });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.rows.map((row) => row.join('|'));
}

const number = (stored: string, style = 0): string => `<c s="${style}"><v>${stored}</v></c>`;

describe('parseWorkbook, cells as shown', () => {
  it('keeps the zeros of IDs, whether text or a number format holds them', () => {
    const cells = [
      '<c t="str"><v>0000017</v></c>',
      number('17', 1),
      number('17', 2),
      number('17', 3),
      number('123456789', 4),
    ];
    const formats = ['0000000', '&quot;EMP&quot;0000', '00000;-00000', '000-00-0000'];
    expect(shown(cells, { formats })).toEqual(['0000017', '0000017', 'EMP0017', '00017', '123-45-6789']);
  });

  it('writes integers in full', () => {
    const stored = [
      '12345',
      '5.0',
      '1.2345678901234568E+17',
      '1E5',
      '12345678901234567890',
      '-7',
      '1.23456789012346E+019',
    ];
    expect(shown(stored.map((value) => number(value)))).toEqual([
      '12345',
      '5',
      '123456789012345680',
      '100000',
      '12345678901234567890',
      '-7',
      '12345678901234600000',
    ]);
  });

  it('drops grouping, decimals and exponents of an integer, which is an ID, but not of other numbers', () => {
    const formats = ['#,##0', '0.00', '0.00E+00', '0%'];
    const cells = [
      number('12345', 1),
      number('12345', 2),
      number('12345', 3),
      number('0.5', 4),
      number('12.345', 2),
      number('0.30000000000000004'),
    ];
    expect(shown(cells, { formats })).toEqual(['12345', '12345', '12345', '50%', '12.35', '0.3']);
  });

  it('writes dates as YYYY-MM-DD, with a time only where they have one', () => {
    const formats = ['dd/mm/yyyy', 'yyyy-mm-dd hh:mm', 'h:mm', '[$-409]d\\-mmm\\-yy;@'];
    const cells = [
      number('46096', 1),
      number('46096.5', 2),
      number('0.354166666666667', 3),
      number('46096', 4),
      number('46096', 5),
      number('60', 1),
      number('1', 1),
      number('-5', 1),
    ];
    expect(shown(cells, { formats })).toEqual([
      '2026-03-15',
      '2026-03-15 12:00',
      '08:30',
      '2026-03-15',
      '2026-03-15',
      '1900-02-29',
      '1900-01-01',
      '-5',
    ]);
  });

  it('counts days from 1904 where the workbook says so', () => {
    const parts = { formats: ['yyyy-mm-dd'], workbookPr: '<workbookPr date1904="1"/>' };
    expect(shown([number('44634', 1), number('0', 1)], parts)).toEqual(['2026-03-15', '1904-01-01']);
  });

  it('reads booleans, errors, formulas with their last value, ISO dates and inline text', () => {
    const cells = [
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#REF!</v></c>',
      '<c t="str"><f>A1&amp;B1</f><v>Zoë</v></c>',
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="d"><v>2026-03-15T00:00:00</v></c>',
      '<c t="inlineStr"><is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></is></c>',
    ];
    expect(shown(cells)).toEqual(['TRUE', 'FALSE', '#REF!', 'Zoë', '2', '2026-03-15', 'rich text']);
  });

  it('joins rich text, leaves phonetic readings out, and decodes escapes and line breaks', () => {
    const strings =
      '<si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si><si><t>a_x000D_\nb_x005F_x0041_&#10;&amp;</t></si><si><t><![CDATA[<b>]]></t></si><si/>';
    const cells = [0, 1, 2, 3].map((at) => `<c t="s"><v>${at}</v></c>`);
    expect(shown(cells, { strings })).toEqual(['東京', 'a\nb_x0041_\n&', '<b>']);
  });

  it('leaves rows and cells where they stand, hidden ones too, and ends a row with its last text', () => {
    const sheet =
      '<row r="2" hidden="1"><c r="B2" t="str"><v>b</v></c><c r="D2" s="1"/></row><row r="4"><c r="A4" t="str"><v>a</v></c></row><row r="9"><c r="A9" s="1"/></row>';
    expect(read({ sheet })).toMatchObject({ value: { rows: [[], ['', 'b'], [], ['a']] } });
  });

  it('shows merged cells once', () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>hidden</v></c></row><row r="2"><c r="A2" t="str"><v>too</v></c><c r="C2" t="str"><v>c</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
    expect(read({ sheet })).toMatchObject({ value: { rows: [['a'], ['', '', 'c']] } });
  });

  it('reads elements with a namespace prefix', () => {
    const xml =
      '<x:worksheet xmlns:x="main"><x:sheetData><x:row><x:c t="str"><x:v>a &gt; b</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(read({ more: { 'xl/worksheets/sheet1.xml': xml } })).toMatchObject({
      value: { rows: [['a > b']] },
    });
  });
});

describe('parseWorkbook, sheets', () => {
  const cell = (text: string): string => `<row><c t="str"><v>${text}</v></c></row>`;
  const sheets = { Empty: '', Secret: cell('s'), People: cell('p'), Lists: cell('l') };

  it('takes the first visible sheet that holds text, and lists all', () => {
    expect(read({ sheets, hidden: ['Secret'] })).toMatchObject({
      value: {
        rows: [['p']],
        sheet: 'People',
        sheets: ['Empty', 'People', 'Lists'],
        hidden: ['Secret'],
        picked: 'first',
      },
    });
  });

  it('takes the visible sheet that looks most like a roster, people counting more than headers', () => {
    const row = (...texts: string[]): string =>
      `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;
    const roster = row('Spring') + row('Role', 'E-mail', 'Surname') + row('Agent', 'a@b.c', 'Eze');
    const template = row('Role', 'Email Address', 'First Name', 'Last Name', 'Team Leader');
    const named = { Read: cell('How to fill this in'), Roles: row('Role') + row('Agent') };
    expect(read({ sheets: { ...named, Template: template, People: roster } })).toMatchObject({
      value: { sheet: 'People', picked: 'likeliest' },
    });
    expect(read({ sheets: { ...named, Template: template } })).toMatchObject({
      value: { sheet: 'Template' },
    });
    expect(read({ sheets: { A: roster, B: roster } })).toMatchObject({
      value: { sheet: 'A', picked: 'first' },
    });
    expect(read({ sheets: { Notes: cell('n'), Old: roster }, hidden: ['Old'] })).toMatchObject({
      value: { sheet: 'Notes' },
    });
  });

  it('takes a hidden sheet where the visible ones are empty', () => {
    expect(read({ sheets: { Empty: '', Secret: cell('s') }, hidden: ['Secret'] })).toMatchObject({
      value: { rows: [['s']], sheet: 'Secret', hidden: ['Secret'] },
    });
  });

  it('passes over a damaged sheet only for one that looks like a roster', () => {
    const broken = { 'xl/worksheets/sheet1.xml': '<worksheet><row><c t="str"><v>a' };
    const roster = '<row><c t="str"><v>Role</v></c><c t="str"><v>Email</v></c></row>';
    expect(read({ sheets: { A: '', B: cell('b') }, more: broken })).toMatchObject({
      failure: { code: 'workbook.damaged' },
    });
    expect(read({ sheets: { A: '', B: roster }, more: broken })).toMatchObject({ value: { sheet: 'B' } });
  });

  it('takes a sheet for visible whose state Excel does not know', () => {
    const state = '<workbook><sheets><sheet name="A" state="show" r:id="rId1"/></sheets></workbook>';
    expect(read({ sheet: cell('a'), more: { 'xl/workbook.xml': state } })).toMatchObject({
      value: { sheets: ['A'], hidden: [] },
    });
  });

  it('finds a text that stands below hundreds of blank rows', () => {
    const late = { Empty: '', Late: '<row r="305"><c r="U305" t="str"><v>a</v></c></row>' };
    expect(read({ sheets: late })).toMatchObject({ value: { sheet: 'Late' } });
  });

  it('takes the sheet that is named', () => {
    expect(read({ sheets }, 'Lists')).toMatchObject({ value: { rows: [['l']], sheet: 'Lists' } });
  });

  it('takes a hidden sheet that is named', () => {
    expect(read({ sheets, hidden: ['Secret'] }, 'Secret')).toMatchObject({
      value: { rows: [['s']], picked: 'chosen' },
    });
  });

  it('workbook.noSuchSheet: lists those to choose from', () => {
    expect(read({ sheets, hidden: ['Secret'] }, 'secret')).toMatchObject({
      failure: {
        code: 'workbook.noSuchSheet',
        facts: { sheet: 'secret', sheets: 'Empty, Secret, People, Lists' },
      },
    });
  });

  it('file.empty: no sheet holds text', () => {
    expect(read({ sheets: { A: '', B: '<row><c s="1"/></row>' } })).toMatchObject({
      failure: { code: 'file.empty' },
    });
  });
});

describe('parseWorkbook, what a sheet says beside its texts', () => {
  const cell = (name: string, content: string): string => `<c r="${name}"${content}</c>`;
  const text = (name: string): string => cell(name, ' t="str"><v>a</v>');

  it('tells which rows with text and which columns are hidden', () => {
    const rows = [
      `<row r="1">${text('A1')}${text('C1')}</row>`,
      `<row r="2" hidden="1">${text('A2')}${text('B2')}</row>`,
      '<row r="3" hidden="true"><c r="A3"/></row>',
      `<row r="4" hidden="true">${text('A4')}</row>`,
      `<row r="5" hidden="0">${text('A5')}</row>`,
    ];
    const columns =
      '<cols><col min="2" max="3" hidden="true"/><col min="4" max="16384" hidden="1"/><col min="1" max="1" hidden="0"/></cols>';
    const sheet = `<worksheet>${columns}<sheetData>${rows.join('')}</sheetData></worksheet>`;
    expect(read({ more: { 'xl/worksheets/sheet1.xml': sheet } })).toMatchObject({
      value: { traits: { hiddenRows: [2, 4], hiddenColumns: [1, 2] } },
    });
  });

  it('tells which formulas were never calculated, and not those whose value is no text', () => {
    const cells = [
      text('A1'),
      cell('B1', '><f>A1</f>'),
      cell('C1', '><f>A1</f><v></v>'),
      cell('D1', ' t="str"><f>A1</f><v></v>'),
      cell('E1', '><f>1+1</f><v>2</v>'),
      cell('AB1', '><f t="shared" si="0"/><v/>'),
      cell('ZZ1', ' t="e"><f>1/0</f><v>#DIV/0!</v>'),
    ];
    expect(read({ sheet: `<row r="1">${cells.slice(0, -1).join('')}</row>` })).toMatchObject({
      value: { rows: [['a', '', '', '', '2']], traits: { uncalculated: ['B1', 'C1', 'AB1'] } },
    });
    expect(read({ sheet: `<row r="1">${cells.join('')}</row>` })).toMatchObject({
      failure: { code: 'workbook.tooLarge' },
    });
  });
});
