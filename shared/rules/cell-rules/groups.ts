import { BRACES_OF_GROUPS } from '../assumptions.ts';
import type { UnknownName } from '../facts.ts';
import type { CellFinding, CellFix, CellCheck } from '../finding.ts';
import { cleaned, comparable, isBlank } from './clean-text.ts';
import { onOneLine } from './mend-text.ts';

type Malformed = Extract<CellFinding, { code: 'groups.malformed' }>['facts']['reason'];

/** What a cell of groups says. `names` is null where it cannot be told which groups are meant. */
interface GroupsRead {
  readonly names: readonly string[] | null;
  readonly malformed: Malformed | null;
  /** Whether what is wrong is only the braces. */
  readonly sure: boolean;
}

/** Writes group names in the form of the article: `{Support, Tier 2}`. */
export function formatGroups(names: readonly string[]): string {
  return `{${names.join(', ')}}`;
}

/** The names of the groups in a cell, or null where its braces or commas leave it open which are meant. */
export function groupNames(typed: string): readonly string[] | null {
  const { names, sure } = readGroups(comparable(onOneLine(typed, 'groups')));
  return sure ? names : null;
}

function readGroups(value: string): GroupsRead {
  if (value === '') return { names: [], malformed: null, sure: true };
  const opened = value.startsWith('{');
  const closed = value.endsWith('}');
  const inner = value.slice(opened ? 1 : 0, closed ? value.length - 1 : value.length);
  if (!/[{}]/.test(inner)) return readInner(inner, opened, closed);
  if (opened && closed && /^[^{}]*(?:\}\s*,\s*\{[^{}]*)+$/.test(inner)) {
    const read = readInner(inner.replace(/\}\s*,\s*\{/g, ','), true, true);
    return BRACES_OF_GROUPS === 'shared' ? { ...read, malformed: read.malformed ?? 'separateBraces' } : read;
  }
  return { names: null, malformed: isBalanced(value) ? 'nested' : 'unbalanced', sure: false };
}

function readInner(inner: string, opened: boolean, closed: boolean): GroupsRead {
  const names = inner.split(',').map((name) => name.trim());
  if (opened && closed && inner.trim() === '') return { names: [], malformed: null, sure: true };
  const malformed = opened && closed ? null : opened || closed ? 'unbalanced' : 'noBraces';
  if (names.includes('')) return { names: null, malformed: malformed ?? 'emptyName', sure: false };
  const sure = opened || closed || !/[;|[\]()]/.test(inner);
  return { names, malformed, sure };
}

function isBalanced(value: string): boolean {
  let open = 0;
  for (const character of value) {
    if (character === '{') open += 1;
    if (character === '}') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** `groups.malformed`: not names in one pair of braces, parted by commas. */
export const checkGroupsForm: CellCheck = (typed) => {
  const value = cleaned(onOneLine(typed, 'groups'));
  const { names, malformed, sure } = readGroups(value);
  if (malformed === null) return null;
  return {
    code: 'groups.malformed',
    facts: { value, reason: malformed },
    fixes: names === null ? likelyFixes(value) : [{ safe: sure, to: formatGroups(names) }],
  };
};

/** Where longer lists are torn, no guess mends them. */
const LONGEST_GUESSED = 10_000;

function likelyFixes(value: string): CellFix[] {
  if (value.length > LONGEST_GUESSED) return [];
  const names = value
    .split(/[{},]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? [] : [{ safe: false, to: formatGroups(names) }];
}

/** `groups.duplicate`: one group twice in a cell. */
export const checkGroupsTwice: CellCheck = (typed) => {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const name of groupNames(typed) ?? []) (once.has(name) ? twice : once).add(name);
  if (twice.size === 0) return null;
  return {
    code: 'groups.duplicate',
    facts: { names: [...twice] },
    fixes: [{ safe: true, to: formatGroups([...once]) }],
  };
};

/** Unknown groups of a cell that are looked up and named: nobody is in as many. */
const MOST_UNKNOWN = 200;

/** `groups.unknown`: groups that the organization does not have; not looked for where they are not known. */
export const checkGroupNames: CellCheck = (typed, context) => {
  if (context.groups === null || isBlank(typed)) return null;
  const names = groupNames(typed) ?? [];
  const unknown = new Map<string, UnknownName>();
  for (const name of names) {
    if (unknown.has(name)) continue;
    const facts = context.groups.unknown(name);
    if (facts !== null) unknown.set(name, facts);
    if (unknown.size === MOST_UNKNOWN) break;
  }
  if (unknown.size === 0) return null;
  return {
    code: 'groups.unknown',
    facts: { names: [...unknown.values()] },
    fixes: unknownFixes(names, unknown),
  };
};

function unknownFixes(names: readonly string[], unknown: ReadonlyMap<string, UnknownName>): CellFix[] {
  const all = [...unknown.values()];
  const fixes: CellFix[] = [];
  const rename = (may: (facts: UnknownName) => boolean): string =>
    formatGroups(
      names.map((name) => {
        const facts = unknown.get(name);
        return typeof facts?.nearest === 'string' && may(facts) ? facts.nearest : name;
      }),
    );
  if (all.some((facts) => facts.sameLetters)) {
    fixes.push({ safe: true, to: rename((facts) => facts.sameLetters) });
  }
  if (all.some((facts) => facts.nearest !== null && !facts.sameLetters)) {
    fixes.push({ safe: false, to: rename(() => true) });
  }
  return fixes;
}
