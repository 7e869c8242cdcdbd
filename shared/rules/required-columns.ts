import { type ColumnKey, columnOf } from '../columns/catalogue.ts';
import type { Settings } from './settings.ts';

/** Required wherever the organization's template has it: the vendor's older page lists License type as required. */
export const REQUIRED_BY_TEMPLATE = ['licenseType'] as const satisfies readonly ColumnKey[];

/** Columns that templates of the older generation do not have: there the Bulk Create page asks for what they say. */
const ABSENT_IN_OLDER: readonly ColumnKey[] = ['role', 'canManageTeams'];

/** Whether each person must have a text in a column, under an organization's template or, for null, without one. */
export function isRequired(key: ColumnKey, template: Settings['template']): boolean {
  if (REQUIRED_BY_TEMPLATE.some((required) => required === key)) return template?.includes(key) === true;
  const isAbsent = template !== null && ABSENT_IN_OLDER.includes(key) && !template.includes(key);
  return columnOf(key).required && !isAbsent;
}
