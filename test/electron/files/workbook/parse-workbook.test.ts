import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';
import { makeWorkbook, makeZip, type Parts } from '../make-workbook.ts';

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

describe('parseWorkbook, what comes in', () => {
  it('workbook.tooLarge: far cells are refused by their place, at once', () => {
    const sheet =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(read({ sheet })).toMatchObject({
      failure: {
        code: 'workbook.tooLarge',
        facts: { what: expect.stringContaining('row 1,048,576 and column 16,384') as string },
      },
    });
  });

  it('ignores far cells without text, and a merged range over everything', () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(read({ sheet })).toMatchObject({ value: { rows: [['1']] } });
  });

  it('tells which cells are merged over several rows and hold text', () => {
    const rows = [1, 2, 3, 4].map((row) => `<row r="${row}"><c r="A${row}" t="str"><v>a</v></c></row>`);
    const merged = ['A1:C1', 'A2:A3', 'B1:B4', 'A4:A9'].map((range) => `<mergeCell ref="${range}"/>`);
    const sheet = `<sheetData>${rows.join('')}</sheetData><mergeCells>${merged.join('')}</mergeCells>`;
    expect(read({ sheet })).toMatchObject({
      value: { rows: [['a'], ['a'], [], ['a']], merged: ['A2:A3', 'A4:A9'], isAll: true },
    });
  });

  it('workbook.damaged: ranges by the thousand that overlap end at once', () => {
    const rows = Array.from({ length: 5000 }, () => '<row><c t="str"><v>a</v></c></row>').join('');
    const merged = '<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000);
    const sheet = `<sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells>`;
    expect(read({ sheet })).toMatchObject({ failure: { code: 'workbook.damaged' } });
    const apart = Array.from({ length: 5000 }, (_, row) => `<mergeCell ref="A${row + 1}:F${row + 1}"/>`);
    const many = `<sheetData>${rows}</sheetData><mergeCells>${apart.join('')}</mergeCells>`;
    expect(read({ sheet: many })).toMatchObject({ ok: true });
  });

  it('reads no more rows than it is asked for', () => {
    const sheet = Array.from({ length: 9 }, (_, row) => `<row><c><v>${row}</v></c></row>`).join('');
    expect(parseWorkbook(makeWorkbook({ sheet }), 'a', null, 2)).toMatchObject({
      value: { rows: [['0'], ['1']], isAll: false },
    });
    expect(parseWorkbook(makeWorkbook({ sheet }), 'a', null, 9)).toMatchObject({ value: { isAll: true } });
  });

  it('workbook.tooLarge: counts what it unpacks, whatever the file declares', () => {
    const bomb = makeWorkbook({ more: { 'xl/worksheets/sheet1.xml': Buffer.alloc(201_000_000, 32) } });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(parseWorkbook(bomb, 'a', null)).toMatchObject({ failure: { code: 'workbook.tooLarge' } });
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(201_000_000);
    for (let at = bomb.indexOf(declared); at >= 0; at = bomb.indexOf(declared)) bomb.writeUInt32LE(1000, at);
    expect(parseWorkbook(bomb, 'a', null)).toMatchObject({ failure: { code: 'workbook.tooLarge' } });
  });

  it('workbook.tooLarge: more than 2,000 parts', () => {
    const more = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`xl/media/${at}`, '']));
    expect(read({ more })).toMatchObject({ failure: { code: 'workbook.tooLarge' } });
  });

  it('workbook.unsafe: a part declares a document type', () => {
    const doctype = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>';
    expect(read({ more: { 'xl/worksheets/sheet1.xml': doctype } })).toMatchObject({
      failure: { code: 'workbook.unsafe' },
    });
  });

  const damage: readonly [string, Parts][] = [
    ['a tag that is not closed', { sheet: '<row><c t="str"><v>a' }],
    ['a string that is not there', { sheet: '<row><c t="s"><v>7</v></c></row>' }],
    ['an unknown entity', { sheet: '<row><c t="str"><v>&secret;</v></c></row>' }],
    ['a reference that is none', { sheet: '<row><c r="?1"><v>1</v></c></row>' }],
    [
      'bytes that are no UTF-8',
      { more: { 'xl/worksheets/sheet1.xml': Buffer.from('<worksheet>\xe9</worksheet>', 'latin1') } },
    ],
  ];
  for (const [what, parts] of damage) {
    it(`workbook.damaged: ${what}`, () => {
      expect(read(parts)).toMatchObject({ failure: { code: 'workbook.damaged' } });
    });
  }

  it('workbook.damaged: cut off at any byte', () => {
    const whole = makeWorkbook({ sheet: '<row><c t="str"><v>a</v></c></row>' });
    for (let length = 4; length < whole.length; length += 1) {
      const read = parseWorkbook(whole.subarray(0, length), 'a', null);
      expect(read, `${length} bytes`).toMatchObject({ failure: { code: 'workbook.damaged' } });
    }
  });

  it('workbook.damaged: a byte of a part is another one', () => {
    const whole = makeWorkbook({ sheet: '<row><c t="str"><v>a</v></c></row>' });
    const at = whole.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 20;
    whole.writeUInt8(whole.readUInt8(at) ^ 0x40, at);
    expect(parseWorkbook(whole, 'a', null)).toMatchObject({ failure: { code: 'workbook.damaged' } });
  });

  it('workbook.otherForm: OpenDocument, Numbers and binary workbooks are named', () => {
    const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
    const binary =
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
    const forms: readonly (readonly [Record<string, string>, string])[] = [
      [{ mimetype, 'content.xml': '<a/>' }, 'OpenDocument (.ods)'],
      [{ 'Index/Document.iwa': 'a' }, 'Apple Numbers (.numbers)'],
      [{ '_rels/.rels': binary, 'xl/workbook.bin': 'a' }, 'Excel Binary (.xlsb)'],
    ];
    for (const [files, form] of forms)
      expect(parseWorkbook(makeZip(files), 'a', null)).toMatchObject({
        failure: { code: 'workbook.otherForm', facts: { form } },
      });
  });

  it('file.notText: a zip that is no workbook', () => {
    expect(parseWorkbook(makeZip({ 'a.txt': 'a' }), 'a', null)).toMatchObject({
      failure: { code: 'file.notText' },
    });
  });
});

describe('parseWorkbook, values that no writer writes', () => {
  it('workbook.damaged: a row that is no number of a row, a relation that points nowhere', () => {
    const damagedFailure = { failure: { code: 'workbook.damaged' } };
    expect(read({ sheet: '<row r="1.5"><c t="str"><v>a</v></c></row>' })).toMatchObject(damagedFailure);
    const more = {
      '_rels/.rels': '<Relationships><Relationship Id="a" Type="t" Target="//["/></Relationships>',
    };
    expect(read({ more })).toMatchObject(damagedFailure);
  });

  it('shows a date of more than all days as its number', () => {
    expect(shown([number('1E309', 1)], { formats: ['yyyy-mm-dd'] })).toEqual([`1${'0'.repeat(309)}`]);
  });
});
