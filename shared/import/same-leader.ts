import { AT } from '../person/catalogue.ts';
import type { TeamMember } from '../person/team-member.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { inSlices, type SlicedWork, within } from '../roster/sliced-work.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { emailKey } from '../rules/cell-rules/email.ts';
import { idKey } from '../rules/cell-rules/employee-id.ts';
import { type Identifiers, identifiersOf } from '../rules/identifier-index.ts';
import { normalizeLineBreaks } from '../text/plain-text.ts';
import type { Match } from './match-people.ts';
import type { MergeColumn } from './merge-columns.ts';

/** Whether two texts of Team Leader, one an address and the other an ID, are known to name the same person. */
export type SameLeader = (one: string, other: string) => boolean;

/** Those among whom a leader is looked for; each of them may know what the others do not. */
export interface Peoples {
  readonly roster: readonly Row[];
  readonly file: readonly Row[];
  readonly team: readonly TeamMember[];
}

/** Rows between two pauses. */
const SLICE = 2000;

/**
 * Finds out, in slices, who is named by an address in one place and by an ID in the other. Only those whom a line of the
 * file and its row of the roster name so are looked for: most files name all leaders in one way.
 */
export function* knowLeaders(
  matches: readonly Match[],
  column: MergeColumn | undefined,
  { roster, file, team }: Peoples,
): SlicedWork<SameLeader> {
  const named = column ? yield* within(namedTwoWays(matches, column), 0, 0.2) : new Set<string>();
  if (named.size === 0) return () => false;
  const known = [
    yield* within(knowing(named, roster, identifiersIn), 0.2, 0.5),
    yield* within(knowing(named, file, identifiersIn), 0.5, 0.8),
    yield* within(knowing(named, team, identifiersOf), 0.8, 1),
  ];
  return (one, other) => {
    const address = isAddress(one) ? one : other;
    const id = address === one ? other : one;
    if (!isAddress(address) || isAddress(id)) return false;
    const said = known.map((people) => people.areOne(emailKey(address), idKey(id)));
    return said.includes(true) && !said.includes(false);
  };
}

function* knowing<Person>(
  named: ReadonlySet<string>,
  people: readonly Person[],
  identify: (person: Person) => Identifiers,
): SlicedWork<Known> {
  const known = new Known(named);
  yield* inSlices(people, SLICE, (person) => {
    known.add(identify(person));
  });
  return known;
}

/** Leaders as they are compared, where one text is an address and the other is not. */
function* namedTwoWays(
  matches: readonly Match[],
  { from, to }: MergeColumn,
): SlicedWork<ReadonlySet<string>> {
  const named = new Set<string>();
  yield* inSlices(matches, SLICE, ({ row, candidates }) => {
    const text = cellAt(row, from);
    for (const candidate of candidates) {
      const own = cellAt(candidate, to);
      if (own === text || own === '' || text === '' || isAddress(own) === isAddress(text)) continue;
      named.add(isAddress(own) ? emailKey(own) : idKey(own));
      named.add(isAddress(text) ? emailKey(text) : idKey(text));
    }
  });
  return named;
}

function isAddress(text: string): boolean {
  return text.includes('@');
}

function identifiersIn(row: Row): Identifiers {
  return identifiersOf({ email: cellAt(row, AT.email), employeeId: cellAt(row, AT.employeeId) });
}

/** What one list of people tells about some addresses and IDs. */
class Known {
  readonly #named: ReadonlySet<string>;
  /** Null where several people have it. */
  readonly #byEmail = new Map<string, Identifiers | null>();
  readonly #byId = new Map<string, Identifiers | null>();

  constructor(named: ReadonlySet<string>) {
    this.#named = named;
  }

  add(person: Identifiers): void {
    const { email, employeeId } = person;
    // Stryker disable ConditionalExpression: who is not named is remembered, then, and never asked for
    if (email !== '' && this.#named.has(email)) put(this.#byEmail, email, person);
    if (employeeId !== '' && this.#named.has(employeeId)) put(this.#byId, employeeId, person);
    // Stryker restore ConditionalExpression
  }

  /** Whether an address and an ID are the same person’s; null where these people do not tell. */
  areOne(email: string, employeeId: string): boolean | null {
    const one = this.#byEmail.get(email);
    const other = this.#byId.get(employeeId);
    if (one === null || other === null) return false;
    if (one && other) return one === other;
    // Who has another ID, or another address, is someone else.
    if ((one?.employeeId ?? '') !== '' || (other?.email ?? '') !== '') return false;
    return null;
  }
}

function put(people: Map<string, Identifiers | null>, key: string, person: Identifiers): void {
  people.set(key, people.has(key) ? null : person);
}

/** The text of a column, by its position, as all safe fixes would leave it. */
export type Mend = (position: number, text: string) => string;

/** What tells that two different texts say the same. */
export interface Sayings {
  readonly mend: Mend;
  readonly sameLeader: SameLeader;
}

/**
 * Whether two texts of a column say the same: a file that has “Yes” and “3/15/26” where the roster’s own such texts were
 * mended to “y” and “2026-03-15” changes nothing.
 */
export function saysTheSame(
  position: number,
  one: string,
  other: string,
  { mend, sameLeader }: Sayings,
): boolean {
  if (one === other || plain(one) === plain(other)) return true;
  if (position === AT.email) return emailKey(one) === emailKey(other);
  if (IDS.includes(position) && isSameId(one, other)) return true;
  if (position === AT.teamLeader && sameLeader(one, other)) return true;
  return plain(mend(position, one)) === plain(mend(position, other));
}

const IDS: readonly number[] = [AT.employeeId, AT.teamLeader];

function isSameId(one: string, other: string): boolean {
  const id = idKey(one);
  return id !== '' && id === idKey(other);
}

function plain(text: string): string {
  return comparable(normalizeLineBreaks(text));
}
