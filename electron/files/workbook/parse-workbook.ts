import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, success, type Result } from '../../../shared/failures/result.ts';
import { chooseSheet, type ChosenSheet } from './choose-sheet.ts';
import { readSheetRows, type SheetRows } from './sheet-rows.ts';
import { Unreadable } from './unreadable.ts';
import { readWorkbookIndex } from './workbook-index.ts';
import { XmlReader } from './xml-reader.ts';
import { ZipParts } from './zip-parts.ts';

/** The cells of one sheet of a workbook as shown, and the names of the sheets to choose from. */
export interface WorkbookRows extends SheetRows {
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
