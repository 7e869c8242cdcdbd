import type { Roster, RowId } from '../roster/roster.ts';
import type { SourceForm } from '../text/source-form.ts';
import type { ExportPlan } from './plan-export.ts';

/** What a file holds that an export in its place would not. */
export interface ExportLoss {
  readonly rows: readonly RowId[];
  /** How many rows a mapping has left out of the roster. */
  readonly excluded: number;
  /** Headers of columns that are not written. */
  readonly columns: readonly string[];
  /** Other sheets of the workbook. */
  readonly sheets: readonly string[];
}

/**
 * What would be lost if a plan's file took the place of the one that its roster was read from; null where everything that
 * is in the roster stays.
 */
export function lossInPlace(plan: ExportPlan, roster: Roster, form: SourceForm | null): ExportLoss | null {
  const written = new Set(plan.written);
  const rows = roster.rows.flatMap(({ id }) => (written.has(id) ? [] : [id]));
  const sheets =
    form?.kind === 'workbook' ? [...form.sheets, ...form.hidden].filter((sheet) => sheet !== form.sheet) : [];
  const columns = plan.carriedLeftOut;
  const excluded = plan.excluded.length;
  const count = rows.length + excluded + columns.length + sheets.length;
  return count === 0 ? null : { rows, excluded, columns, sheets };
}

/** A loss in words: “2 rows (lines 4 and 7), the column “Notes””. */
export function describeLoss(loss: ExportLoss, lineOf: (row: RowId) => number): string {
  const { rows, excluded, columns, sheets } = loss;
  const lines = some(rows.map(lineOf), (line) => line.toLocaleString('en-US'));
  const parts = [
    ...(rows.length === 0
      ? []
      : [
          rows.length === 1
            ? `1 row (line ${lines})`
            : `${rows.length.toLocaleString('en-US')} rows (lines ${lines})`,
        ]),
    ...(excluded === 0
      ? []
      : [
          `${excluded.toLocaleString('en-US')} ${excluded === 1 ? 'row' : 'rows'} that the columns leave out`,
        ]),
    ...(columns.length === 0
      ? []
      : [`the ${columns.length === 1 ? 'column' : 'columns'} ${some(columns, quoted)}`]),
    ...(sheets.length === 0
      ? []
      : [`the ${sheets.length === 1 ? 'sheet' : 'sheets'} ${some(sheets, quoted)}`]),
  ];
  return LIST.format(parts);
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** Rows, columns or sheets that a sentence names before it only counts. */
const MAX_NAMED = 5;

function some<Item>(all: readonly Item[], say: (item: Item) => string): string {
  const named = all.slice(0, MAX_NAMED).map(say);
  const rest = all.length - named.length;
  return LIST.format(rest > 0 ? [...named, `${rest.toLocaleString('en-US')} more`] : named);
}

/** Characters of a name that a sentence shows. */
const MAX_NAME_LENGTH = 40;

function quoted(text: string): string {
  const letters = Array.from(text);
  return `“${letters.length > MAX_NAME_LENGTH ? `${letters.slice(0, MAX_NAME_LENGTH - 1).join('')}…` : text}”`;
}
