import { crc32, deflateRawSync } from 'node:zlib';

/** What a test changes of a plain workbook of one sheet; a part is its XML, or its bytes. */
export interface Parts {
  /** Content of `sheetData`, or the whole worksheet's if it begins with a tag of one. */
  readonly sheet?: string;
  readonly sheets?: Readonly<Record<string, string>>;
  readonly strings?: string;
  /** Custom number formats: cell style 1 has the first, style 2 the second, … */
  readonly formats?: readonly string[];
  readonly workbookPr?: string;
  /** Names of the sheets that are hidden. */
  readonly hidden?: readonly string[];
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Makes the bytes of an .xlsx workbook by hand, so that a test can put anything into it. */
export function makeWorkbook(parts: Parts): Buffer {
  const sheets = Object.entries(parts.sheets ?? { Sheet1: parts.sheet ?? '' });
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`;
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbookPart(
      sheets.map(([name]) => name),
      parts,
    ),
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': stylesPart(parts.formats ?? []),
    'xl/sharedStrings.xml': `<sst ${MAIN}>${parts.strings ?? ''}</sst>`,
  };
  for (const [at, [, rows]] of sheets.entries()) {
    const inner = rows.startsWith('<sheetData') ? rows : `<sheetData>${rows}</sheetData>`;
    files[`xl/worksheets/sheet${at + 1}.xml`] = `${HEAD}<worksheet ${MAIN}>${inner}</worksheet>`;
  }
  return makeZip({ ...files, ...parts.more });
}

function workbookPart(names: readonly string[], { hidden = [], workbookPr = '' }: Parts): string {
  const sheets = names.map((name, at) => {
    const state = hidden.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  return `${HEAD}<workbook ${MAIN} xmlns:r="${TYPE}">${workbookPr}<sheets>${sheets.join('')}</sheets></workbook>`;
}

function stylesPart(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return `<styleSheet ${MAIN}><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`;
}

/** Zips files. */
export function makeZip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name));
    const entry = [Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed];
    local.push(...entry);
    offset += entry.reduce((length, piece) => length + piece.length, 0);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
