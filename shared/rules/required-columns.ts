import { type ColumnKey, columnOf } from '../person/catalogue.ts';
import { BULK_UPDATE_NEEDS } from './assumptions.ts';
import type { Settings } from './settings.ts';

/** Required wherever the organization's template has it: the vendor's older page lists License type as required. */
export const REQUIRED_BY_TEMPLATE = ['licenseType'] as const satisfies readonly ColumnKey[];

/** Columns that templates of the older generation do not have: there the Bulk Create page asks for what they say. */
const ABSENT_IN_OLDER: readonly ColumnKey[] = ['role', 'canManageTeams'];

/**
 * Whether each person must have a text in a column, by the organization's template, if there is one, and what the
 * roster is for.
 */
export function isRequired(key: ColumnKey, { template, mode }: Pick<Settings, 'template' | 'mode'>): boolean {
  if (key === 'teamLeader' && mode === 'update') return BULK_UPDATE_NEEDS.teamLeader;
  if (REQUIRED_BY_TEMPLATE.some((required) => required === key)) return template?.includes(key) === true;
  const isAbsent = template !== null && ABSENT_IN_OLDER.includes(key) && !template.includes(key);
  return columnOf(key).required && !isAbsent;
}
