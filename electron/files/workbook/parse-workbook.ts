import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { headerRows, isBlankRow, knownColumns } from '../../../shared/roster/find-header.ts';
import { readSheetRows, type SheetRows } from './sheet-rows.ts';
import { Unreadable } from './unreadable.ts';
import { readPart, readWorkbookIndex, type Sheet, type WorkbookIndex } from './workbook-index.ts';
import { XmlReader } from './xml-reader.ts';
import { ZipParts } from './zip-parts.ts';

/** The cells of one sheet of a workbook as shown, and the names of the sheets to choose from. */
interface WorkbookRows extends SheetRows {
  readonly sheet: string;
  /** Visible ones. */
  readonly sheets: readonly string[];
  readonly hidden: readonly string[];
  readonly picked: ChosenSheet['picked'];
}

/**
 * Reads the named sheet of an .xlsx workbook, or else the visible one that looks most like a roster; of `mostRows` no
 * more than those. `name` is the file's, for the failure: `workbook.damaged`, `encrypted`, `unsafe`, `tooLarge`,
 * `otherForm`, `noSuchSheet`, `file.notText`, `file.empty`.
 */
export function parseWorkbook(
  bytes: Buffer,
  name: string,
  sheet: string | null,
  mostRows = Infinity,
): Result<WorkbookRows, Failure> {
  try {
    return success(readRows(new ZipParts(bytes), sheet, mostRows));
  } catch (error) {
    if (error instanceof Unreadable) return failure(failureOf(error.why, name));
    throw error;
  }
}

function readRows(parts: ZipParts, wanted: string | null, mostRows: number): WorkbookRows {
  const index = readWorkbookIndex(parts);
  const { sheet, xml, picked } = chooseSheet(parts, index, wanted);
  const read = readSheetRows(new XmlReader(xml), index, mostRows);
  if (read.rows.length === 0) throw new Unreadable({ kind: 'empty' });
  const names = (hidden: boolean): string[] =>
    index.sheets.filter((one) => one.hidden === hidden).map(({ name }) => name);
  return { ...read, sheet: sheet.name, sheets: names(false), hidden: names(true), picked };
}

function failureOf(why: Unreadable['why'], name: string): Failure {
  switch (why.kind) {
    case 'empty':
      return failed('file.empty', { name });
    case 'otherForm':
      return failed('workbook.otherForm', { name, form: why.form });
    case 'notText':
      return failed('file.notText', { name });
    case 'tooLarge':
      return failed('workbook.tooLarge', { name, what: why.what });
    case 'noSuchSheet':
      return failed('workbook.noSuchSheet', { name, sheet: why.sheet, sheets: why.sheets.join(', ') });
    case 'damaged':
      return failed('workbook.damaged', { name });
    case 'encrypted':
      return failed('workbook.encrypted', { name });
    case 'unsafe':
      return failed('workbook.unsafe', { name });
  }
}

/** The sheet to read, its XML, and why it is the one. */
interface ChosenSheet {
  readonly sheet: Sheet;
  readonly xml: string;
  readonly picked: 'chosen' | 'likeliest' | 'first';
}

/** Rows of a sheet that are looked at to tell whether it is a roster. */
const LOOKED_AT = 200;

/**
 * Chooses the sheet that is named, or else the visible one whose first rows look most like a roster, or the first with
 * text where none does; hidden ones only where the visible ones are empty. Throws `Unreadable`.
 */
function chooseSheet(parts: ZipParts, index: WorkbookIndex, wanted: string | null): ChosenSheet {
  const { sheets } = index;
  if (wanted === null) {
    const [shown, hidden] = [sheets.filter((sheet) => !sheet.hidden), sheets.filter((sheet) => sheet.hidden)];
    const chosen = likeliest(shown, parts, index) ?? likeliest(hidden, parts, index);
    if (chosen === null) throw new Unreadable({ kind: 'empty' });
    return chosen;
  }
  const sheet = sheets.find(({ name }) => name === wanted);
  if (sheet === undefined)
    throw new Unreadable({ kind: 'noSuchSheet', sheet: wanted, sheets: sheets.map(({ name }) => name) });
  return { sheet, xml: readPart(parts, sheet.part), picked: 'chosen' };
}

/** One that cannot be read is passed over only for one that looks like a roster. */
function likeliest(sheets: readonly Sheet[], parts: ZipParts, index: WorkbookIndex): ChosenSheet | null {
  let first: Sheet | null = null;
  let best: (ChosenSheet & { readonly likeness: number }) | null = null;
  let unreadable: Unreadable | null = null;
  for (const sheet of sheets) {
    try {
      const xml = readPart(parts, sheet.part);
      const likeness = likenessOf(firstTexts(xml, index));
      if (likeness === null) continue;
      first ??= sheet;
      const picked = sheet === first ? 'first' : 'likeliest';
      if (best === null || likeness > best.likeness) best = { sheet, xml, picked, likeness };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable ??= error;
    }
  }
  if (unreadable !== null && (best?.likeness ?? 0) === 0) throw unreadable;
  return best;
}

/** The first rows of a sheet, or all of them where those hold no text. */
function firstTexts(xml: string, index: WorkbookIndex): readonly (readonly string[])[] {
  const { rows, isAll } = readSheetRows(new XmlReader(xml), index, LOOKED_AT);
  return isAll || !rows.every(isBlankRow) ? rows : readSheetRows(new XmlReader(xml), index).rows;
}

/** How much the first rows of a sheet look like a roster, from 0; null where they hold no text. */
function likenessOf(rows: readonly (readonly string[])[]): number | null {
  const texts = rows.filter((row) => !isBlankRow(row));
  if (texts.length === 0) return null;
  const found = headerRows(texts);
  if (found === null) return 0;
  // People below a header count for as much as twice its columns: a list of roles has one, an empty template many.
  return knownColumns(found.header) * (texts.length > found.to + 1 ? 2 : 1);
}
