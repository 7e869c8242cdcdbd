import { makeZip } from './make-zip.ts';

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
  return makeZip(partsOfWorkbook(parts));
}

/** The parts of that workbook by name, for a zip of another form. */
export function partsOfWorkbook(parts: Parts): Readonly<Record<string, string | Buffer>> {
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
  return { ...files, ...parts.more };
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
