import { foldText } from '../choices/fold-text.ts';
import { type Candidate, referenceTo } from './candidate.ts';

/** People who match, best first, how many there are beyond them, and the one whom nothing else could mean. */
export interface FoundLeaders {
  readonly people: readonly Candidate[];
  readonly more: number;
  /** The only person who is called exactly as was typed, and can manage teams; null where there is no such one. */
  readonly certain: Candidate | null;
}

/** Ranks of a match, and as the last one words that match in different places. */
const RANKS = 5;

/**
 * The people whose name, email or ID matches what was typed, those who can manage teams before all others, then the
 * better match, then their own order; at most so many.
 */
export function findLeaders(people: Iterable<Candidate>, typed: string, most: number): FoundLeaders {
  const wanted = foldText(typed.trim());
  const words = wanted.split(/\s+/);
  const ranks = Array.from({ length: 2 * RANKS }, (): Candidate[] => []);
  const exact: Candidate[] = [];
  let count = 0;
  for (const person of people) {
    if (wanted !== '' && !words.every((word) => person.folded.includes(word))) continue;
    count += 1;
    const rank = wanted === '' ? 0 : rankIn(person.folded, wanted);
    const found = ranks[rank + (person.canManage ? 0 : RANKS)];
    if (found && found.length < most) found.push(person);
    if (rank === 0 && wanted !== '') exact.push(person);
  }
  const best = ranks.flat().slice(0, most);
  return { people: best, more: count - best.length, certain: certainOf(exact, wanted) };
}

/** A rank from 0, exactly, to 3, somewhere, for the best of the lines; by whole-text search, which is many times faster than line by line. */
function rankIn(folded: string, wanted: string): number {
  if (!folded.includes(wanted)) return RANKS - 1;
  if (folded.includes(`\n${wanted}`)) return folded.includes(`\n${wanted}\n`) ? 0 : 1;
  return WORD_STARTS.some((mark) => folded.includes(mark + wanted)) ? 2 : 3;
}

const WORD_STARTS = [' ', '.', '-', '@'];

function certainOf(exact: readonly Candidate[], wanted: string): Candidate | null {
  const [only, ...others] = exact;
  if (only === undefined || others.length > 0 || !only.canManage) return null;
  return foldText(referenceTo(only)) === wanted ? null : only;
}
