import { type Column, type ColumnKey, columns, type FieldKind } from '../person/catalogue.ts';
import type { CellCheck } from './finding.ts';
import type { Severity } from './problem.ts';
import type { RowCheck } from './row-rules.ts';
import type { Settings } from './settings.ts';

interface CommonRule {
  readonly severity: Severity | ((settings: Settings) => Severity);
  /** The columns that it looks at; its problems may stand in another. */
  readonly columns: readonly ColumnKey[];
  /** The heading of its problems when they are grouped. */
  readonly title: string;
}

/** Looks at one text, whichever row it stands in. */
export interface CellRule extends CommonRule {
  readonly scope: 'cell';
  readonly check: CellCheck;
}

/** Looks at the cells of one row together. */
export interface RowRule extends CommonRule {
  readonly scope: 'row';
  readonly check: RowCheck;
}

/** Looks at a row among the others; the indexes of `roster-rules/` carry it out. */
export interface RosterRule extends CommonRule {
  readonly scope: 'roster';
}

/** Columns that several rules look at. */
export const ALL = keysWhere(() => true);
export const REQUIRED = keysWhere((column) => column.required);
export const ONE_LINE = keysWhere((column) => column.field !== 'longText' && column.field !== 'password');
export const NOT_SECRET = keysWhere((column) => column.field !== 'password');
export const NOT_SECRET_OR_URL = keysWhere(({ field }) => field !== 'password' && field !== 'photoUrl');
export const VALUES = keysWhere(({ field }) => field !== 'password' && field !== 'yesNo');
export const DATES = ofField('date');
export const FREE_TEXT = ofField('text', 'longText', 'role', 'employeeId', 'leader');

/** The columns of some kinds. */
export function ofField(...fields: FieldKind[]): readonly ColumnKey[] {
  return keysWhere((column) => fields.includes(column.field));
}

function keysWhere(holds: (column: Column) => boolean): readonly ColumnKey[] {
  return columns.filter(holds).map((column) => column.key);
}
