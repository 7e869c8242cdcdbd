import { z } from 'zod';
import type { SourceColumn } from './column-layout.ts';
import type { Notice } from './notices.ts';

/** What a sheet of a workbook says of its cells beside their texts. */
export const sheetTraits = z.strictObject({
  /** Ranges such as `M4:M8` that are merged over several rows and hold text, the first of them. */
  merged: z.array(z.string()).readonly(),
  /** Lines that hold text and that Excel does not show, by a filter or by hand. */
  hiddenRows: z.array(z.number().int().positive()).readonly(),
  /** Places of columns that Excel does not show, from 0. */
  hiddenColumns: z.array(z.number().int().nonnegative()).readonly(),
  /** Cells such as `D4` of formulas without a stored value, the first of them: they are empty until Excel calculates them. */
  uncalculated: z.array(z.string()).readonly(),
});
export type SheetTraits = z.infer<typeof sheetTraits>;

/** What the user should know of a sheet, by the line of its header, those of its people, and its columns. */
export function traitNotices(
  { merged, hiddenRows, hiddenColumns, uncalculated }: SheetTraits,
  headerLine: number,
  lines: readonly number[],
  columns: readonly SourceColumn[],
): Notice[] {
  const isBelow = (cell: string): boolean => Number(/^[A-Z]+(\d+)/.exec(cell)?.[1]) > headerLine;
  const notices: Notice[] = [];
  // Cells merged above the first person are part of the header or of a title.
  const ranges = merged.filter(isBelow);
  if (ranges.length > 0) notices.push({ kind: 'mergedCells', ranges });
  const cells = uncalculated.filter(isBelow);
  if (cells.length > 0) notices.push({ kind: 'uncalculated', cells });
  const hidden = new Set(hiddenRows);
  const hiddenLines = lines.filter((line) => hidden.has(line));
  if (hiddenLines.length > 0) notices.push({ kind: 'hiddenRows', lines: hiddenLines, people: lines.length });
  const headers = columns.filter(({ place }) => hiddenColumns.includes(place)).map(({ header }) => header);
  if (headers.length > 0) notices.push({ kind: 'hiddenColumns', headers });
  return notices;
}
