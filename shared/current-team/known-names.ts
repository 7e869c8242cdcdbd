import type { ColumnKey } from '../person/catalogue.ts';
import type { Settings } from '../rules/settings.ts';
import type { CurrentTeam } from './current-team.ts';

/**
 * The roles and groups that somebody of a current team has, in order; null where the snapshot does not tell them, or
 * nobody has one, which says nothing about what there is.
 */
export function knownNames({ people, untold }: CurrentTeam): Pick<Settings, 'roles' | 'groups'> {
  const [roles, groups] = [new Set<string>(), new Set<string>()];
  for (const member of people) {
    if (member.role !== '') roles.add(member.role);
    for (const group of member.groups) groups.add(group);
  }
  const known = (key: ColumnKey, names: ReadonlySet<string>): readonly string[] | null =>
    untold.includes(key) || names.size === 0 ? null : [...names].sort();
  return { roles: known('role', roles), groups: known('groups', groups) };
}
