import type { Settings } from '../../shared/rules/settings.ts';
import type { SessionState } from './state.ts';

/** What the rules know beside the roster: the day, and what is known of the organization that is worked with. */
export function currentSettings({ organizations }: Pick<SessionState, 'organizations'>): Settings {
  const { known, profile } = organizations;
  return {
    today: today(),
    dayOrder: profile.dayOrder,
    mode: 'create',
    roles: namesOf(profile.roles, known?.roles),
    groups: namesOf(profile.groups, known?.groups),
    team: known?.team ?? null,
  };
}

/** The names that somebody has listed and those that people of the current team have; null if nothing is known of either. */
function namesOf(
  listed: readonly string[],
  ofTeam: readonly string[] | null = null,
): readonly string[] | null {
  if (listed.length === 0) return ofTeam;
  return [...new Set([...listed, ...(ofTeam ?? [])])];
}

/** The local day, as YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
