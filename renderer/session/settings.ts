import type { Settings } from '../../shared/rules/settings.ts';

/** What the rules know beside the roster while no organization is set up: the day, and nothing of the current team. */
export function currentSettings(now: Date = new Date()): Settings {
  const two = (part: number): string => String(part).padStart(2, '0');
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return { today, dayOrder: null, mode: 'create', roles: null, groups: null, team: null };
}
