import type { Settings } from '../../shared/rules/settings.ts';
import type { SessionState } from './state.ts';

/** What the rules know beside the roster: the day, and what is known of the organization that is worked with. */
export function currentSettings({ organizations }: Pick<SessionState, 'organizations'>): Settings {
  const { team = null, roles = null, groups = null } = organizations.known ?? {};
  return { today: today(), dayOrder: null, mode: 'create', roles, groups, team };
}

/** The local day, as YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
