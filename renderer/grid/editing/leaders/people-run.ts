import type { Candidate } from './candidate.ts';

/** People in a row whose texts are searched as one, which is many times faster than one after the other. */
export interface PeopleRun {
  readonly people: readonly Candidate[];
  /** Their folded texts, one behind the other. */
  readonly text: string;
  /** Where each one's text ends. */
  readonly ends: readonly number[];
}

/** Puts people together for searching. */
export function runOf(people: readonly Candidate[]): PeopleRun {
  let end = 0;
  const ends = people.map(({ folded }) => (end += folded.length));
  return { people, text: people.map(({ folded }) => folded).join(''), ends };
}

/** The people in whose texts every part stands, in their order; fastest where the first part is the rarest. */
export function peopleWith(runs: readonly PeopleRun[], [part = '', ...rest]: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { people, text, ends } of runs) {
    let index = 0;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, ends[index])) {
      while (at >= (ends[index] ?? Infinity)) index += 1;
      const person = people[index];
      if (person === undefined) break;
      if (rest.length === 0 || hasAll(text.slice(ends[index - 1] ?? 0, ends[index]), rest))
        found.push(person);
    }
  }
  return found;
}

function hasAll(text: string, parts: readonly string[]): boolean {
  return parts.every((part) => text.includes(part));
}

/**
 * The people of whom a line begins with a part, in their order: those of whom it is the whole line, and the first of
 * the others.
 */
export function peopleStarting(
  runs: readonly PeopleRun[],
  part: string,
  most: number,
): { readonly exact: Candidate[]; readonly others: Candidate[] } {
  const [exact, others]: [Candidate[], Candidate[]] = [[], []];
  const sign = `\n${part}`;
  for (const { people, text, ends } of runs) {
    let index = 0;
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      while (at >= (ends[index] ?? Infinity)) index += 1;
      const person = people[index];
      const found = text.startsWith('\n', at + sign.length) ? exact : others;
      if (person && (found === exact || found.length < most) && found.at(-1) !== person) found.push(person);
    }
  }
  return { exact, others };
}
