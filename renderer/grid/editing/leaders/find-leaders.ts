import { foldText } from '../../../../shared/text/plain-text.ts';
import type { Candidate } from './candidate.ts';
import type { Candidates } from './leader-index.ts';
import { type PeopleRun, peopleStarting, peopleWith } from './people-run.ts';

/** People who match, best first, and how many there are beyond them. */
interface FoundLeaders {
  readonly people: readonly Candidate[];
  readonly more: number;
}

/** Of more matches than these, only those from the first ones and from those that begin like the text are told apart. */
const TOLD_APART = 500;

/**
 * The people whose name, email or ID matches what was typed, those who can manage teams before all others, then the
 * better match, then their own order; at most so many.
 */
export function findLeaders({ managers, others }: Candidates, typed: string, most: number): FoundLeaders {
  const wanted = foldText(typed.trim());
  const first = matchesIn(managers, wanted, most);
  const second = matchesIn(others, wanted, most - first.people.length);
  const people = [...first.people, ...second.people];
  return { people, more: first.count + second.count - people.length };
}

interface Matches {
  /** The best, best first. */
  readonly people: readonly Candidate[];
  readonly count: number;
}

function matchesIn(runs: readonly PeopleRun[], wanted: string, most: number): Matches {
  if (wanted === '') return everyone(runs, most);
  const words = wanted.split(/\s+/).sort((a, b) => b.length - a.length);
  const all = peopleWith(runs, words);
  const isFew = all.length <= TOLD_APART;
  const { exact, others } = isFew
    ? { exact: all.filter(({ folded }) => folded.includes(`\n${wanted}\n`)), others: [] }
    : peopleStarting(runs, wanted, most);
  const told = new Set([...exact, ...others, ...all.slice(0, TOLD_APART)]);
  const people = ranked(told, wanted).slice(0, most);
  return { people, count: all.length };
}

/** Nothing was typed: the first ones. */
function everyone(runs: readonly PeopleRun[], most: number): Matches {
  const count = runs.reduce((sum, { people }) => sum + people.length, 0);
  const people: Candidate[] = [];
  for (const run of runs) people.push(...run.people.slice(0, most - people.length));
  return { people, count };
}

/** The whole of a line, its beginning, the beginning of a word, somewhere, words in different places; then their order. */
function ranked(people: Iterable<Candidate>, wanted: string): Candidate[] {
  const starts = [' ', '.', '-', '@'].map((mark) => mark + wanted);
  const signs = [[`\n${wanted}\n`], [`\n${wanted}`], starts, [wanted], ['']];
  const ranks = signs.map((): Candidate[] => []);
  for (const person of people) {
    const rank = signs.findIndex((sign) => sign.some((part) => person.folded.includes(part)));
    ranks[rank]?.push(person);
  }
  return ranks.flat();
}
