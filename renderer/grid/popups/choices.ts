import { AT, columns, type FieldKind } from '../../../shared/person/catalogue.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import { EMPLOYMENT_STATUSES, LICENSE_TYPES } from '../../../shared/rules/assumptions.ts';
import { comparable } from '../../../shared/rules/cell-rules/clean-text.ts';
import { formatGroups, groupNames } from '../../../shared/rules/cell-rules/groups.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { foldText } from '../../../shared/text/plain-text.ts';

/** Something that can be chosen for a cell. */
export interface Choice {
  /** The text that the cell gets. */
  readonly value: string;
  /** What is shown, and what typing is compared with. */
  readonly name: string;
  /** More about it, in smaller letters; empty where there is nothing to say. */
  readonly detail: string;
  /** A few words beside the name, where the detail has a line of its own. */
  readonly note?: string;
}

/** The choices for what was typed, best first, and how many there are beyond those. */
export interface Offer {
  readonly choices: readonly Choice[];
  readonly more: number;
}

/** A choice that is called as it is written. */
export function plainChoice(value: string, detail = ''): Choice {
  return { value, name: value, detail };
}

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

/** How well a text matches what was typed: exactly, from its start, from the start of a word, somewhere; null: not. */
function rankOf(folded: string, typed: string): 0 | 1 | 2 | 3 | null {
  const at = folded.indexOf(typed);
  if (at < 0) return null;
  if (at === 0) return folded.length === typed.length ? 0 : 1;
  return beginsWord(folded, typed, at) ? 2 : 3;
}

function beginsWord(folded: string, typed: string, first: number): boolean {
  for (let at = first; at >= 0; at = folded.indexOf(typed, at + 1))
    if (!/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return true;
  return false;
}

/** The choices that match what was typed, best first and otherwise in their order, at most so many. */
export function rankChoices(choices: readonly Choice[], typed: string, most: number): Offer {
  const wanted = foldText(typed.trim());
  const found = choices
    .flatMap((choice) => {
      const rank = wanted === '' ? 0 : rankOf(foldText(choice.name), wanted);
      return rank === null ? [] : [{ choice, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
  return { choices: found.slice(0, most), more: Math.max(0, found.length - most) };
}

/**
 * The one value that a typed beginning can only mean, as Excel's AutoComplete finds it; null where there are several or
 * none, and where what was typed is itself a value.
 */
export function completeText(values: Iterable<string>, typed: string): string | null {
  const start = typed.toLowerCase();
  if (start.trim() === '') return null;
  let only: string | null = null;
  for (const value of values) {
    const lower = value.toLowerCase();
    if (lower === start) return null;
    // Lower case may be of another length, as with “İ”; then nothing can be put after what was typed.
    if (!lower.startsWith(start) || lower.length !== value.length) continue;
    if (only !== null && only !== value) return null;
    only = value;
  }
  return only;
}

/** The name that is being typed in a text of groups: what stands around the caret between braces and commas. */
export function nameAtCaret(text: string, caret: number): string {
  const before = /[^{},]*$/.exec(text.slice(0, caret))?.[0] ?? '';
  const after = /^[^{},]*/.exec(text.slice(caret))?.[0] ?? '';
  return (before + after).trim();
}

/**
 * The groups that a text has, apart from a name at the caret that is still being typed. Where the form is wrong, its
 * names are read as they were most likely meant.
 */
export function chosenGroups(text: string, caret: number): readonly string[] {
  const names = groupNames(text) ?? comparable(text).split(/[{},]/);
  const once = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const typed = nameAtCaret(text, caret);
  return text === formatGroups(once) ? once : once.filter((name) => name !== typed);
}

/**
 * The text after a group was chosen: in the list if it was not, out of it if it was. What was typed at the caret to find
 * the group gives way to it; other names stay, whatever they are.
 */
export function toggleGroup(text: string, caret: number, group: string): string {
  const chosen = chosenGroups(text, caret);
  if (chosen.includes(group)) return formatOrNothing(chosen.filter((name) => name !== group));
  const typed = nameAtCaret(text, caret);
  const isSearch = foldText(group).includes(foldText(typed));
  const kept = chosen.filter((name) => name !== typed || !isSearch);
  const other = typed !== '' && !isSearch && !kept.includes(typed) ? [typed] : [];
  return formatOrNothing([...kept, ...other, group]);
}

function formatOrNothing(names: readonly string[]): string {
  return names.length === 0 ? '' : formatGroups(names);
}
