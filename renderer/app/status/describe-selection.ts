import { lineOf, type Row } from '../../../shared/roster/roster.ts';
import { headerAt } from '../../../shared/roster/grid-layout.ts';
import { type Block, blockOf } from '../../grid/view/places.ts';
import { lineInFile } from '../session/people.ts';
import type { Document, Selection } from '../session/document.ts';

/**
 * What is selected, in a few words: “Line 3, Email Address”, “8 cells in 4 rows” or “4 rows selected”; empty for
 * nothing and for the empty last row. Only what is shown counts; `shown` are the positions of the shown columns.
 */
export function describeSelection(
  document: Document,
  selection: Selection | null,
  shown: readonly number[],
): string {
  const block = blockOf(document, selection, shown);
  const line = selection && document.roster.byId.get(selection.anchor.row);
  if (selection === null || block === null || !line) return '';
  const { rows, columns } = sizeOf(block);
  if (selection.kind === 'columns')
    return columns === 1
      ? `${headerAt(document.roster, selection.anchor.position)}, the whole column`
      : `${count(columns)} whole columns`;
  if (selection.kind === 'rows')
    return rows === 1 ? lineWords(document, line) : `${count(rows)} rows selected`;
  if (rows * columns === 1)
    return `${lineWords(document, line)}, ${headerAt(document.roster, selection.anchor.position)}`;
  return `${count(rows * columns)} cells in ${rows === 1 ? 'one row' : `${count(rows)} rows`}`;
}

/** “Line 7”, with the line of the file where that is another. */
function lineWords(document: Document, row: Row): string {
  const inFile = lineInFile(document, row);
  return `Line ${count(lineOf(row))}${inFile === null ? '' : ` (${count(inFile)} in the file)`}`;
}

function sizeOf({ firstRow, lastRow, firstColumn, lastColumn }: Block): { rows: number; columns: number } {
  return { rows: lastRow - firstRow + 1, columns: lastColumn - firstColumn + 1 };
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
