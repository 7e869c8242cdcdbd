import { AT, columns, type FieldKind } from '../../../../shared/person/catalogue.ts';
import { cellAt, type Roster } from '../../../../shared/roster/roster.ts';
import { EMPLOYMENT_STATUSES, LICENSE_TYPES } from '../../../../shared/rules/assumptions.ts';
import { comparable } from '../../../../shared/rules/cell-rules/clean-text.ts';
import { groupNames } from '../../../../shared/rules/cell-rules/groups.ts';
import type { Settings } from '../../../../shared/rules/settings.ts';
import { type Choice, plainChoice } from './choice.ts';

/** The roles that every organization has from the start, as the vendor calls them. */
const VENDOR_ROLES = ['Team Leader', 'Team Member', 'Admin'];

const YES_NO = [plainChoice('y', 'yes'), plainChoice('n', 'no')];

type Known = (roster: Roster, settings: Settings) => readonly Choice[];

const KNOWN: Partial<Record<FieldKind, Known>> = {
  role: (roster, { roles }) => (roles ? roles.map((role) => plainChoice(role)) : rolesOf(roster)),
  groups: (roster, { groups }) => (groups ? groups.map((group) => plainChoice(group)) : groupsOf(roster)),
  employmentStatus: () => EMPLOYMENT_STATUSES.map((status) => plainChoice(status)),
  licenseType: () => LICENSE_TYPES.map((type) => plainChoice(type)),
  yesNo: () => YES_NO,
  deactivated: () => [plainChoice('y', 'takes the access away'), plainChoice('n', 'leaves it')],
};

/** Whether the cells of a column are chosen from what is known. */
export function hasChoices(position: number): boolean {
  const field = columns[position]?.field;
  return field !== undefined && field in KNOWN;
}

/**
 * What can be chosen for a cell of a column: what the organization has, where that is known, else what stands in the
 * roster, most used first. One pass over the column at most.
 */
export function knownChoices(roster: Roster, settings: Settings, position: number): readonly Choice[] {
  const field = columns[position]?.field;
  return (field && KNOWN[field]?.(roster, settings)) ?? [];
}

/** Fields whose texts are one person's own, so that nobody would choose one for another. */
const PERSONAL: readonly (FieldKind | undefined)[] = [
  'email',
  'employeeId',
  'longText',
  'photoUrl',
  'password',
];

/** The texts that stand in a column, most used first; none where each is one person's own. */
export function textsInUse(roster: Roster, position: number): readonly Choice[] {
  return PERSONAL.includes(columns[position]?.field) ? [] : byUse(textCounts(roster, position));
}

function rolesOf(roster: Roster): Choice[] {
  const counts = new Map<string, number>();
  for (const [text, count] of textCounts(roster, AT.role)) add(counts, comparable(text), count);
  const used = byUse(counts);
  const rest = VENDOR_ROLES.filter((role) => !counts.has(role));
  return [...used, ...rest.map((role) => plainChoice(role))];
}

function groupsOf(roster: Roster): Choice[] {
  const counts = new Map<string, number>();
  for (const [text, count] of textCounts(roster, AT.groups))
    for (const name of groupNames(text) ?? []) add(counts, name, count);
  return byUse(counts);
}

/** How often each text stands in a column; columns of choices have few different ones. */
function textCounts({ rows }: Roster, position: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) add(counts, cellAt(row, position), 1);
  return counts;
}

function add(counts: Map<string, number>, text: string, count: number): void {
  if (text !== '') counts.set(text, (counts.get(text) ?? 0) + count);
}

function byUse(counts: ReadonlyMap<string, number>): Choice[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) =>
      plainChoice(name, count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`),
    );
}
