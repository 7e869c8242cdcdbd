import { type ColumnKey, columnOf } from '../../person/catalogue.ts';
import { matchHeaders } from '../../person/match-headers.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { type SlicedWork, within } from '../../roster/sliced-work.ts';
import { YES } from '../../rules/assumptions.ts';
import { assignSource, CHANNEL_KEYS, type SourceUse, standingMapping } from './assign-source.ts';
import { findLeavingDate, type Guess, guessColumn, isAnybodyGone, lookAtContent } from './guess-column.ts';
import { isChoice, type Judge, sureValues, tallyValues } from './tally-values.ts';
import type { Hint } from '../../person/header-hints.ts';
import { isAway } from './known-words.ts';
import type { Source } from './sources.ts';
import { type ColumnMapping, EXCLUDED, type MappedColumn } from './mapping.ts';

/** A mapping that the user is asked about, and why each source that does not stand in its place already is in it. */
export interface ProposedMapping {
  readonly mapping: ColumnMapping;
  /** By the source’s index. */
  readonly reasons: ReadonlyMap<number, Guess>;
}

/** What must be at least as sure to be proposed. */
const LEAST_SURE = 0.5;

/** What a mapping is for: a roster of its own, or people who are added to one. */
export type MappingPurpose = 'open' | 'add';

/**
 * Proposes what the sources that nobody has taken for a column are, by their headers and by their texts, the surest
 * first and one for a column but for groups. What stands in its place stays; nothing is taken before the user says so.
 */
export function* proposeMapping(
  roster: Roster,
  sources: readonly Source[],
  judge: Judge,
  purpose: MappingPurpose = 'open',
): SlicedWork<ProposedMapping> {
  const guesses: Guessed[] = [];
  for (const [index, source] of sources.entries()) {
    if (source.key === null)
      guesses.push(
        ...guessesOf(source, lookAtContent(roster, source.position, judge.settings)).map((guess) => ({
          index,
          guess,
        })),
      );
    yield (0.5 * index) / sources.length;
  }
  const taken = takeGuesses(guesses, sources);
  const derived = [
    ...taken.mapping.map((entry) => byName(entry, roster, sources)),
    // Who is added may lead people whom the file does not have.
    ...(purpose === 'open' ? leadersOf(taken.mapping) : []),
  ];
  const mapping: MappedColumn[] = [];
  for (const entry of derived) {
    mapping.push(yield* proposeValues(entry, roster, sources, judge));
    yield 0.5 + (0.4 * mapping.length) / derived.length;
  }
  const left = yield* within(proposeLeft(roster, sources, judge), 0.9, 1);
  return { mapping: [...mapping, ...left], reasons: taken.reasons };
}

/** A Team Leader column that names people, rather than giving their addresses or IDs, is one of people. */
function byName(entry: MappedColumn, roster: Roster, sources: readonly Source[]): MappedColumn {
  const { key, from } = entry;
  const source = from.kind === 'column' ? sources[from.column] : undefined;
  if (key !== 'teamLeader' || from.kind !== 'column' || source === undefined) return entry;
  return namesPeople(roster, source)
    ? { ...entry, from: { kind: 'person', column: from.column, manages: true } }
    : entry;
}

/** Rows that are looked at to tell in which words a column names people: nearly all of them do it in one way. */
const MAX_ROWS_READ = 2000;

/** Whether a text of a column says who is meant in other words than an address or an ID. */
export function namesPeople({ rows }: Roster, { position }: Pick<Source, 'position'>): boolean {
  return rows.slice(0, MAX_ROWS_READ).some((row) => /\S[\s,(<:=]+\S/.test(cellAt(row, position).trim()));
}

/** Who leads, where a file has leaders and does not say of anybody that they manage teams. */
function leadersOf(mapping: ColumnMapping): MappedColumn[] {
  const has = (key: ColumnKey): boolean => mapping.some((entry) => entry.key === key);
  return has('teamLeader') && !has('canManageTeams')
    ? [{ key: 'canManageTeams', from: { kind: 'leads' }, values: [] }]
    : [];
}

/** Different texts of a column at most that says how people stand with the employer. */
const MAX_STANDINGS = 40;

/** The share of texts that must say how somebody stands. */
const MIN_STANDING_SHARE = 0.8;

/**
 * Whom the file has though they are away for longer or gone: in a bulk update they are deactivated, else their rows are
 * left out. The first column that says such a thing of anybody decides, and a leaving date that has come.
 */
function* proposeLeft(roster: Roster, sources: readonly Source[], judge: Judge): SlicedWork<MappedColumn[]> {
  const { mode, today: day } = judge.settings;
  if (mode === 'update' && sources.some(({ key }) => key === 'deactivated')) return [];
  const key = mode === 'update' ? 'deactivated' : EXCLUDED;
  const [status] = yield* proposeAway(roster, sources, judge, key);
  const column = findLeavingDate(roster, sources, judge.settings);
  const source = column === null ? undefined : sources[column];
  if (column === null || source === undefined || !isAnybodyGone(roster, source, day))
    return status === undefined ? [] : [status];
  const by = status?.from.kind === 'by' ? status.from.column : null;
  return [{ key, from: { kind: 'left', column, by, day }, values: status?.values ?? [] }];
}

/** The entry of the first column whose texts say of anybody that they are away for longer or gone. */
function* proposeAway(
  roster: Roster,
  sources: readonly Source[],
  judge: Judge,
  key: 'deactivated' | typeof EXCLUDED,
): SlicedWork<MappedColumn[]> {
  for (const [column, source] of sources.entries()) {
    const { looks } = lookAtContent(roster, source.position, judge.settings);
    if (looks.standing < MIN_STANDING_SHARE) continue;
    const entry = leftBy(column, key);
    const { values: texts } = yield* tallyValues(roster.rows, entry, sources, judge);
    const gone = texts.filter(({ text }) => isAway(text));
    if (gone.length > 0 && texts.length <= MAX_STANDINGS)
      return [{ ...entry, values: gone.map(({ text }) => ({ from: text, to: YES })) }];
  }
  return [];
}

/** The entry by which the texts of a source decide who is left out or deactivated; nobody yet. */
export function leftBy(column: number, key: 'deactivated' | typeof EXCLUDED): MappedColumn {
  return { key, from: { kind: 'by', column, rest: '' }, values: [] };
}

interface Guessed {
  readonly index: number;
  readonly guess: Guess;
}

/** A header that two columns have is as good as known: which of them it is, the texts decide. */
function guessesOf({ header }: Source, content: ReturnType<typeof lookAtContent>): Guess[] {
  const claims = matchHeaders([header])[0]?.claims ?? null;
  return guessColumn(header, content).map((guess) =>
    guess.what === claims
      ? { ...guess, why: `It is one of several columns for ${columnOf(claims).header}.` }
      : guess,
  );
}

function takeGuesses(guesses: readonly Guessed[], sources: readonly Source[]): ProposedMapping {
  let mapping = standingMapping(sources);
  const reasons = new Map<number, Guess>();
  for (const { index, guess } of guesses.toSorted((a, b) => b.guess.confidence - a.guess.confidence)) {
    const use = useFor(guess.what, mapping);
    if (use === null || reasons.has(index) || guess.confidence < LEAST_SURE) continue;
    mapping = assignSource(mapping, sources, index, use);
    reasons.set(index, guess);
  }
  return { mapping, reasons };
}

/** What a source can be used for while others have their columns; null where its column is made of another. */
function useFor(what: Hint, mapping: ColumnMapping): SourceUse | null {
  const isFree = (key: ColumnKey): boolean => !mapping.some((entry) => entry.key === key);
  if (what === 'channels') return CHANNEL_KEYS.every(isFree) ? { kind: 'channels' } : null;
  if (what !== 'name') {
    const isGroups = columnOf(what).field === 'groups';
    return isGroups || isFree(what) ? { kind: 'column', key: what } : null;
  }
  if (isFree('firstName'))
    return isFree('lastName') ? { kind: 'name' } : { kind: 'column', key: 'firstName' };
  return isFree('lastName') ? { kind: 'column', key: 'lastName' } : null;
}

/** A column with what its texts surely mean. */
export function* proposeValues(
  entry: MappedColumn,
  roster: Roster,
  sources: readonly Source[],
  judge: Judge,
): SlicedWork<MappedColumn> {
  if (!isChoice(entry.key) || (entry.from.kind !== 'column' && entry.from.kind !== 'joined')) return entry;
  return { ...entry, values: sureValues(yield* tallyValues(roster.rows, entry, sources, judge)) };
}
