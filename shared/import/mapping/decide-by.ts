import { columnOf } from '../../person/catalogue.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { NO, YES } from '../../rules/assumptions.ts';
import { comparable } from '../../rules/cell-rules/clean-text.ts';
import type { Settings } from '../../rules/settings.ts';
import { withFrom } from './assign-source.ts';
import { lookAtContent } from './guess-column.ts';
import type { FoundNamed } from './find-named.ts';
import { isAway } from './known-words.ts';
import { MASK, type Source } from './sources.ts';
import { exclusionOf } from './make-text.ts';
import {
  type ColumnMapping,
  EXCLUDED,
  MAX_REMEMBERED_LENGTH,
  type MappedColumn,
  type MappedKey,
} from './mapping.ts';

/** Different texts of a column that can decide; fewer are few in any file. */
const MAX_TEXTS = 40;
const FEW_TEXTS = 12;
/** The share of different texts above which a column says something of each person rather than of kinds of people. */
const MAX_DIFFERENT = 0.5;

/** A source whose texts can decide, by its index, and how well they part people into kinds. */
interface Decider {
  readonly index: number;
  /** Different texts, no text counted as one. */
  readonly kinds: number;
}

/**
 * The sources whose texts can decide what a column has, by their index, those that part people into the fewest kinds
 * first: the ones that say two or more things of people, and each of many, such as a job title, a site or a status.
 */
export function findDeciders(roster: Roster, sources: readonly Source[], settings: Settings): number[] {
  return sources
    .flatMap((source, index) => decidersOf(roster, source, index, settings))
    .sort((one, other) => one.kinds - other.kinds)
    .map(({ index }) => index);
}

function decidersOf(roster: Roster, source: Source, index: number, settings: Settings): Decider[] {
  const { position, samples } = source;
  if (samples.length === 0 || samples.includes(MASK)) return [];
  const { texts, different, looks } = lookAtContent(roster, position, settings);
  const distinct = Math.round(different * texts);
  const isFew = distinct <= FEW_TEXTS || (distinct <= MAX_TEXTS && different < MAX_DIFFERENT);
  const isOfOne = Math.max(looks.email, looks.date, looks.digits, looks.lastFirst) >= MAX_DIFFERENT;
  if (!isFew || isOfOne || different > MAX_DIFFERENT) return [];
  const hasBlanks = roster.rows.some((row) => cellAt(row, position).trim() === '');
  const kinds = distinct + Number(hasBlanks);
  return kinds > 1 ? [{ index, kinds }] : [];
}

/** What a decision is proposed by. */
interface Grounds {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly named: FoundNamed;
}

/**
 * The mapping in which the texts of a source decide what a column has: who manages teams by whether most of those with
 * a text are named as leaders, who is left out by what the text says of them; else nothing is decided yet.
 */
export function proposeDecision(
  mapping: ColumnMapping,
  target: MappedKey,
  column: number,
  { roster, sources, named }: Grounds,
): ColumnMapping {
  const isYesNo = target !== EXCLUDED && columnOf(target).field === 'yesNo';
  const from = { kind: 'by', column, rest: isYesNo ? NO : '' } as const;
  const position = sources[column]?.position ?? Infinity;
  const exclusion = exclusionOf(mapping, sources);
  const counts = new Map<string, { all: number; named: number }>();
  for (const row of roster.rows) {
    const text = comparable(cellAt(row, position)).slice(0, MAX_REMEMBERED_LENGTH);
    if (text === '' || (target !== EXCLUDED && exclusion(row) !== null)) continue;
    const count = counts.get(text) ?? { all: 0, named: 0 };
    counts.set(text, { all: count.all + 1, named: count.named + Number(named.isNamed(row)) });
  }
  const isYes = (text: string, count: { all: number; named: number }): boolean => {
    if (target === 'canManageTeams') return count.named * 2 >= count.all;
    return (target === EXCLUDED || target === 'deactivated') && isAway(text);
  };
  const values: MappedColumn['values'] = [...counts].flatMap(([text, count]) =>
    isYes(text, count) ? [{ from: text, to: YES }] : [],
  );
  return withFrom(mapping, target, from, values);
}
