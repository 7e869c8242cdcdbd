import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';
import { makeWorkbook, type Parts } from '../make-workbook.ts';
import { makeZip } from '../make-zip.ts';
import { sample } from '../../../tier.ts';

const read = (parts: Parts) => parseWorkbook(makeWorkbook(parts), 'a.xlsx', null);

describe('security 7: parseWorkbook, what comes in', () => {
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
      value: { rows: [['a'], ['a'], [], ['a']], traits: { merged: ['A2:A3', 'A4:A9'] }, isAll: true },
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

  it('workbook.tooLarge: a long text that a small workbook names everywhere', () => {
    const sheet = '<row><c t="s"><v>0</v></c></row>'.repeat(300);
    const bomb = makeWorkbook({ strings: `<si><t>${'a'.repeat(1_000_000)}</t></si>`, sheet });
    expect(bomb.length).toBeLessThan(10_000);
    expect(parseWorkbook(bomb, 'a', null)).toMatchObject({
      failure: {
        code: 'workbook.tooLarge',
        facts: { what: 'its texts have more than 200 million characters' },
      },
    });
  });

  it('reads macros, links to other workbooks and pictures for what they are: no cells', () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const links = `<externalLink xmlns:r="${type}"><externalBook r:id="rId1"><sheetDataSet><sheetData><row><cell><v>secret</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`;
    const more = {
      'xl/vbaProject.bin': Buffer.alloc(5000, 7),
      'xl/externalLinks/externalLink1.xml': links,
      'xl/media/image1.png': Buffer.alloc(100, 1),
    };
    const sheet =
      '<row><c t="str"><f>[1]Sheet1!A1</f><v>Role</v></c><c t="e"><f>[1]Sheet1!B1</f><v>#REF!</v></c></row>';
    expect(read({ sheet, more })).toMatchObject({ value: { rows: [['Role', '#REF!']] } });
  });

  it('reads the strict form of the standard', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const sheet = `<worksheet xmlns="${strict}/spreadsheetml/main"><sheetData><row><c t="d"><v>2026-03-15T00:00:00.000</v></c><c t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>`;
    const relation = `<Relationships><Relationship Id="rId1" Type="${strict}/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`;
    const more = { 'xl/worksheets/sheet1.xml': sheet, '_rels/.rels': relation };
    expect(read({ more })).toMatchObject({ value: { rows: [['2026-03-15', 'a']] } });
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
    for (const length of sample([...whole.keys()].slice(4))) {
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
      [{ mimetype: `${mimetype}-template`, 'content.xml': '<a/>' }, 'OpenDocument (.ods)'],
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
    expect(read({ sheet: `<row><c s="1"><v>1E309</v></c></row>`, formats: ['yyyy-mm-dd'] })).toMatchObject({
      value: { rows: [[`1${'0'.repeat(309)}`]] },
    });
  });
});
