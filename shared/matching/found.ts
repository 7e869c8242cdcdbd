import { type Answer, type Match, type Person, type Reason, REASONS } from './answer.ts';

/** Candidates that an answer names. */
const MAX_CANDIDATES = 10;

/** People of one name who are told apart; of more, nobody is proposed: the user searches among them. */
export const MAX_NAMESAKES = 50;

const RANK = Object.fromEntries(REASONS.map((reason, rank) => [reason, rank])) as Readonly<
  Record<Reason, number>
>;

/** People who may be meant, each once, by their strongest reason. */
export class Found<Someone extends Person> {
  readonly #reasons = new Map<Someone, Reason>();

  constructor(matches: readonly Match<Someone>[]) {
    for (const { person, reason } of matches) this.add(person, reason);
  }

  add(person: Someone, reason: Reason): void {
    const known = this.#reasons.get(person);
    if (known === undefined || RANK[reason] < RANK[known]) this.#reasons.set(person, reason);
  }

  get size(): number {
    return this.#reasons.size;
  }

  all(): Match<Someone>[] {
    return [...this.#reasons].map(([person, reason]) => ({ person, reason }));
  }

  /** The person who comes first by their texts. */
  first(): Someone | undefined {
    return [...this.#reasons.keys()].sort(compareByText)[0];
  }

  /** The strongest reason first, then those who can manage teams, then by their texts; the near ones only among themselves. */
  answer(): Answer<Someone> {
    if (this.size === 0) return { kind: 'unknown' };
    const all = this.all();
    const strong = all.filter(({ reason }) => RANK[reason] < RANK.nearEmail);
    const meant = strong.length > 0 ? strong : all;
    if (meant.length >= MAX_NAMESAKES) return { kind: 'doubtful', candidates: [], more: meant.length };
    const candidates = meant.sort(compareMatches);
    return {
      kind: 'doubtful',
      candidates: candidates.slice(0, MAX_CANDIDATES),
      more: Math.max(0, candidates.length - MAX_CANDIDATES),
    };
  }
}

function compareMatches(one: Match<Person>, other: Match<Person>): number {
  return (
    RANK[one.reason] - RANK[other.reason] ||
    Number(other.person.manages === true) - Number(one.person.manages === true) ||
    compareByText(one.person, other.person)
  );
}

function compareByText(one: Person, other: Person): number {
  const [a, b] = [textOf(one), textOf(other)];
  return a < b ? -1 : a > b ? 1 : one.place - other.place;
}

function textOf({ lastName, firstName, email, employeeId, from }: Person): string {
  return [lastName, firstName, email, employeeId, from].join('\n');
}
