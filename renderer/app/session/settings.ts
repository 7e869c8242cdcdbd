import type { ColumnKey } from '../../../shared/person/catalogue.ts';
import { templateKeys } from '../../../shared/export/template.ts';
import type { OrganizationTemplate } from '../../../shared/organization/profile.ts';
import { localDay } from '../../../shared/rules/cell-rules/calendar.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import type { SessionState } from './state.ts';

type Known = Pick<SessionState, 'organizations' | 'mode'>;

/** What the roster is for: where no current team is known, nothing can be said of a bulk update. */
export function currentMode({ organizations, mode }: Known): Settings['mode'] {
  return organizations.known === null ? 'create' : mode;
}

/** What the rules know beside the roster: the day, and what is known of the organization that is worked with. */
export function currentSettings(state: Known): Settings {
  const { known, profile } = state.organizations;
  return {
    today: today(),
    dayOrder: profile.dayOrder,
    mode: currentMode(state),
    roles: namesOf(profile.roles, known?.roles ?? null),
    groups: namesOf(profile.groups, known?.groups ?? null),
    team: known?.team ?? null,
    template: profile.template && keysOf(profile.template),
  };
}

type Names = readonly string[] | null;

/** Whether two settings make the same problems of a roster on the same day. */
export function isSameKnowledge(a: Settings, b: Settings): boolean {
  return (
    a.team === b.team &&
    a.mode === b.mode &&
    a.dayOrder === b.dayOrder &&
    isSameList(a.roles, b.roles) &&
    isSameList(a.groups, b.groups) &&
    isSameList(a.template, b.template)
  );
}

function isSameList(a: Names, b: Names): boolean {
  if (a === null || b === null || a === b) return a === b;
  return a.length === b.length && a.every((name, at) => name === b[at]);
}

/** Lists that were made of two; asked for at every change of the session, they stay the same until one of the two is another. */
const made = new WeakMap<readonly string[], { readonly ofTeam: Names; readonly names: Names }>();

/** The names that somebody has listed and those that people of the current team have; null if nothing is known of either. */
function namesOf(listed: readonly string[], ofTeam: Names): Names {
  if (listed.length === 0 || ofTeam === null) return listed.length === 0 ? ofTeam : listed;
  const before = made.get(listed);
  if (before?.ofTeam === ofTeam) return before.names;
  const names = [...new Set([...listed, ...ofTeam])];
  made.set(listed, { ofTeam, names });
  return names;
}

const keys = new WeakMap<OrganizationTemplate, readonly ColumnKey[]>();

/** The columns that a template has, found once. */
function keysOf(template: OrganizationTemplate): readonly ColumnKey[] {
  const found = keys.get(template) ?? templateKeys(template);
  keys.set(template, found);
  return found;
}

/** The local day, as YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return localDay(now);
}
