import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { readSheetRows } from './sheet-rows.ts';
import { Unreadable } from './unreadable.ts';
import { openPart, readWorkbookIndex } from './workbook-index.ts';
import { ZipParts } from './zip-parts.ts';

/** The cells of one sheet of a workbook as shown, and the names of the sheets to choose from. */
export interface WorkbookRows {
  readonly rows: string[][];
  readonly sheet: string;
  readonly sheets: readonly string[];
}

/**
 * Reads the named sheet of an .xlsx workbook, or else its first visible sheet that holds text. `name` is the file's, for
 * the failure: `workbook.damaged`, `encrypted`, `unsafe`, `tooLarge`, `noSuchSheet`, `file.notText`, `file.empty`.
 */
export function parseWorkbook(
  bytes: Buffer,
  name: string,
  sheet: string | null,
): Result<WorkbookRows, Failure> {
  try {
    return success(readRows(new ZipParts(bytes), sheet));
  } catch (error) {
    if (error instanceof Unreadable) return failure(failureOf(error.why, name));
    throw error;
  }
}

function readRows(parts: ZipParts, wanted: string | null): WorkbookRows {
  const index = readWorkbookIndex(parts);
  const sheets = index.sheets.map((sheet) => sheet.name);
  if (wanted !== null && !sheets.includes(wanted)) {
    throw new Unreadable({ kind: 'noSuchSheet', sheet: wanted, sheets });
  }
  for (const { name, part } of index.sheets) {
    if (wanted !== null && name !== wanted) continue;
    const rows = readSheetRows(openPart(parts, part), index);
    if (rows.length > 0) return { rows, sheet: name, sheets };
  }
  throw new Unreadable({ kind: 'empty' });
}

function failureOf(why: Unreadable['why'], name: string): Failure {
  switch (why.kind) {
    case 'empty':
      return failed('file.empty', { name });
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
