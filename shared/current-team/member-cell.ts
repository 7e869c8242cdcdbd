import type { ColumnKey } from '../person/catalogue.ts';
import { NO, YES } from '../rules/assumptions.ts';
import { formatGroups } from '../rules/cell-rules/groups.ts';
import type { TeamMember } from './current-team.ts';

/** What someone's cell of a column would be in a roster. */
export function memberCell(member: TeamMember, key: ColumnKey): string {
  if (key === 'temporaryPassword') return '';
  const value = member[key];
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? YES : NO;
  return value.length === 0 ? '' : formatGroups(value);
}
