import { isAscii } from 'node:buffer';
import { cellFormat, type CellFormat, GENERAL } from './number-format.ts';
import { damaged, Unreadable } from './unreadable.ts';
import { readRichText, XmlReader } from './xml-reader.ts';
import type { ZipParts } from './zip-parts.ts';

/** A sheet and the part that holds its cells. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What a workbook says about its cells outside of its sheets. */
export interface WorkbookIndex {
  /** Worksheets, in the order of their tabs. */
  readonly sheets: readonly Sheet[];
  readonly strings: readonly string[];
  /** By the style number of a cell. */
  readonly formats: readonly CellFormat[];
}

interface Relation {
  readonly id: string;
  /** Last word of the relation's type (`worksheet`, `styles`, …), the same in both forms of the standard. */
  readonly type: string;
  readonly part: string;
}

/** Reads everything of a workbook but its sheets. Throws `Unreadable`; a zip that is no workbook is `notText`. */
export function readWorkbookIndex(parts: ZipParts): WorkbookIndex {
  const main = relationsOf(parts, '').find((relation) => relation.type === 'officeDocument');
  if (main === undefined) throw new Unreadable(otherForm(parts) ?? { kind: 'notText' });
  if (main.part.endsWith('.bin')) throw new Unreadable({ kind: 'otherForm', form: 'Excel Binary (.xlsb)' });
  const relations = relationsOf(parts, main.part);
  const { sheets, from1904 } = readMainPart(openPart(parts, main.part), relations);
  const partOf = (type: string): string | undefined => relations.find((r) => r.type === type)?.part;
  const [styles, strings] = [partOf('styles'), partOf('sharedStrings')];
  return {
    sheets,
    formats: styles === undefined ? [] : readFormats(openPart(parts, styles), from1904),
    strings: strings === undefined ? [] : readSharedStrings(openPart(parts, strings)),
  };
}

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.spreadsheet';

/** What other spreadsheet a zip is; null where it is none. */
function otherForm(parts: ZipParts): Unreadable['why'] | null {
  if (parts.has('Index/Document.iwa')) return { kind: 'otherForm', form: 'Apple Numbers (.numbers)' };
  const isOpen = parts.has('mimetype') && parts.read('mimetype').toString('latin1').startsWith(OPEN_DOCUMENT);
  return isOpen ? { kind: 'otherForm', form: 'OpenDocument (.ods)' } : null;
}

/** The XML of a part of the workbook. Throws `Unreadable` where it is missing, damaged or not in its encoding. */
export function readPart(parts: ZipParts, part: string): string {
  const bytes = parts.read(part);
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  try {
    // The cells of a sheet are numbers and tags as a rule, and plain ASCII is copied several times as fast as decoded.
    return isAscii(bytes)
      ? bytes.toString('latin1')
      : new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return damaged();
  }
}

function openPart(parts: ZipParts, part: string): XmlReader {
  return new XmlReader(readPart(parts, part));
}

/** The relations of a part, or of the package itself for '': ECMA-376 part 2, 6.5. */
function relationsOf(parts: ZipParts, source: string): Relation[] {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const part = `${folder}_rels/${source.slice(folder.length)}.rels`;
  if (!parts.has(part)) return [];
  const relations: Relation[] = [];
  const reader = openPart(parts, part);
  for (let token = reader.next(); token !== 'over'; token = reader.next()) {
    if (token !== 'start' || reader.name !== 'Relationship') continue;
    const type = reader.attribute('Type') ?? '';
    relations.push({
      id: reader.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: partAt(reader.attribute('Target') ?? '', folder),
    });
  }
  return relations;
}

/** The name of the part that a relation points to, from the folder of the part that has the relation. */
function partAt(target: string, folder: string): string {
  const base = `zip://parts/${folder}`;
  return URL.canParse(target, base) ? new URL(target, base).pathname.slice(1) : damaged();
}

/** The states of a sheet that has no tab: ECMA-376 part 1, 18.18.68. Excel shows a sheet of any other. */
const HIDDEN = new Set(['hidden', 'veryHidden']);

function readMainPart(reader: XmlReader, relations: readonly Relation[]) {
  const sheets: Sheet[] = [];
  let from1904 = false;
  let isWorkbook = false;
  for (let token = reader.next(); token !== 'over'; token = reader.next()) {
    if (token !== 'start') continue;
    if (reader.name === 'workbook') isWorkbook = true;
    if (reader.name === 'workbookPr') from1904 = /^(?:1|true)$/.test(reader.attribute('date1904') ?? '');
    if (reader.name !== 'sheet') continue;
    const id = reader.attribute('id');
    const relation = relations.find((r) => r.id === id && r.type === 'worksheet');
    if (relation === undefined) continue;
    const hidden = HIDDEN.has(reader.attribute('state') ?? '');
    sheets.push({ name: reader.attribute('name') ?? '', part: relation.part, hidden });
  }
  // A Word document is a zip of parts as well; its main part is no workbook.
  if (!isWorkbook) throw new Unreadable({ kind: 'notText' });
  return { sheets, from1904 };
}

/** The format of each cell style: ECMA-376 part 1, 18.8.10 and 18.8.31. Styles of one number format share it. */
function readFormats(reader: XmlReader, from1904: boolean): CellFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellStyles = false;
  for (let token = reader.next(); token !== 'over'; token = reader.next()) {
    if (reader.name === 'cellXfs') inCellStyles = token === 'start' && !reader.empty;
    if (token !== 'start') continue;
    const id = Number(reader.attribute('numFmtId'));
    if (reader.name === 'numFmt') codes.set(id, reader.attribute('formatCode') ?? '');
    if (reader.name === 'xf' && inCellStyles) ids.push(id);
  }
  const formats = new Map([...new Set(ids)].map((id) => [id, cellFormat(id, codes.get(id), from1904)]));
  return ids.map((id) => formats.get(id) ?? GENERAL);
}

function readSharedStrings(reader: XmlReader): string[] {
  const strings: string[] = [];
  for (let token = reader.next(); token !== 'over'; token = reader.next()) {
    if (token === 'start' && reader.name === 'si') strings.push(readRichText(reader));
  }
  return strings;
}
