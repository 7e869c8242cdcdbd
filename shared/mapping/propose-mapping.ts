import { type ColumnKey, columnOf } from '../columns/catalogue.ts';
import { matchHeaders } from '../columns/match-headers.ts';
import type { Roster } from '../roster/roster.ts';
import { type SlicedWork } from '../roster/sliced-work.ts';
import { assignSource, type SourceUse, standingMapping } from './assign-source.ts';
import { lookAtContent } from './column-content.ts';
import type { Judge } from './count-fit.ts';
import { type Guess, guessColumn } from './guess-column.ts';
import type { Hint } from '../columns/header-hints.ts';
import type { Source } from './list-sources.ts';
import type { ColumnMapping, MappedColumn } from './mapping.ts';
import { isChoice, sureValues, tallyValues } from './tally-values.ts';

/** A mapping that the user is asked about, and why each source that does not stand in its place already is in it. */
export interface ProposedMapping {
  readonly mapping: ColumnMapping;
  /** By the source’s index. */
  readonly reasons: ReadonlyMap<number, Guess>;
}

/** What must be at least as sure to be proposed. */
const LEAST_SURE = 0.5;

/**
 * Proposes what the sources that nobody has taken for a column are, by their headers and by their texts, the surest
 * first and one for a column but for groups. What stands in its place stays; nothing is taken before the user says so.
 */
export function* proposeMapping(
  roster: Roster,
  sources: readonly Source[],
  judge: Judge,
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
  const mapping: MappedColumn[] = [];
  for (const entry of taken.mapping) {
    mapping.push(yield* proposeValues(entry, roster, sources, judge));
    yield 0.5 + (0.5 * mapping.length) / taken.mapping.length;
  }
  return { mapping, reasons: taken.reasons };
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
  if (!isChoice(entry.key)) return entry;
  return { ...entry, values: sureValues(yield* tallyValues(roster.rows, entry, sources, judge)) };
}
