import { AT, type ColumnKey } from '../../person/catalogue.ts';
import type { Answer, Person } from '../../matching/answer.ts';
import { PersonIndex } from '../../matching/person-index.ts';
import type { CurrentTeam } from '../../person/team-member.ts';
import { cellAt, type Roster, type Row } from '../../roster/roster.ts';
import { inSlices, type SlicedWork, within } from '../../roster/sliced-work.ts';
import { YES } from '../../rules/assumptions.ts';
import { cleaned, comparable, isBlank } from '../../rules/cell-rules/clean-text.ts';
import { emailKey, isEmail } from '../../rules/cell-rules/email.ts';
import type { Source } from './sources.ts';
import { exclusionOf, type NamedPeople, NOBODY_NAMED, type TextOf, textMaker } from './make-text.ts';
import type { ColumnMapping } from './mapping.ts';

/** Whom the texts of the Team Leader column name, as far as can be told for sure. */
export interface FoundNamed extends NamedPeople {
  /** Rows whose text is neither an address nor an ID as it stands, and of how many of them the person is sure. */
  readonly given: number;
  readonly found: number;
  /** The texts of the others with how often they are there, the most frequent first. */
  readonly unfound: readonly { readonly text: string; readonly count: number }[];
  /** The texts of those that were found, with whom they mean. */
  readonly people: readonly { readonly text: string; readonly count: number; readonly to: string }[];
  /** People of the file who are named as somebody’s leader. */
  readonly leaders: number;
}

/** Those beside the people of the file among whom leaders are looked for. */
export interface KnownPeople {
  readonly team: CurrentTeam | null;
  /** The open roster, where a file is added to it. */
  readonly roster: Roster | null;
}

/** Nobody but the people of the file. */
export const FILE_ALONE: KnownPeople = { team: null, roster: null };

/** Nobody was looked for. */
export const NOBODY_FOUND: FoundNamed = {
  ...NOBODY_NAMED,
  given: 0,
  found: 0,
  unfound: [],
  people: [],
  leaders: 0,
};

/** Rows, and different references, between two pauses. */
const ROWS = 1000;
const REFERENCES = 200;

interface Somebody extends Person {
  readonly reference: string;
  /** Empty for somebody of the current team alone. */
  readonly rows: Row[];
}

/**
 * Finds out whom the Team Leader column of a mapping names, among the people as the mapping has them and those of the
 * current team; only where something in the mapping comes out of that.
 */
export function* findNamed(
  { rows }: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
  known: KnownPeople,
): SlicedWork<FoundNamed> {
  const leader = mapping.find(({ key }) => key === 'teamLeader');
  const asks = mapping.some(({ from }) => from.kind === 'person' || from.kind === 'leads');
  if (leader === undefined || !asks) return NOBODY_FOUND;
  const textFor = makersFor(mapping, sources);
  const exclusion = exclusionOf(mapping, sources);
  const staying = rows.filter((row) => exclusion(row) === null);
  const people = yield* within(collectPeople(staying, textFor, known), 0, 0.3);
  const index = yield* within(PersonIndex.indexing(people), 0.3, 0.6);
  const counts = new Map<string, number>();
  const referenceOf = textFor('teamLeader');
  yield* within(
    inSlices(rows, ROWS, (row) => {
      const text = comparable(referenceOf(row));
      // Whom those name who are left out is written to the second file, and counts for nothing else.
      if (!isBlank(text)) counts.set(text, (counts.get(text) ?? 0) + Number(exclusion(row) === null));
    }),
    0.6,
    0.7,
  );
  const answers = new Map<string, Answer<Somebody>>();
  yield* within(
    inSlices([...counts.keys()], REFERENCES, (text) => answers.set(text, index.find(text))),
    0.7,
    1,
  );
  const manages = leader.from.kind === 'person' && leader.from.manages;
  return summed(counts, answers, manages);
}

/** What each column of a mapping has for a row, from that row alone; nothing for one that it does not make. */
function makersFor(mapping: ColumnMapping, sources: readonly Source[]): (key: ColumnKey) => TextOf {
  return (key) => {
    const entry = mapping.find((one) => one.key === key);
    return entry === undefined ? () => '' : textMaker(entry, sources);
  };
}

function* collectPeople(
  rows: readonly Row[],
  textFor: (key: ColumnKey) => TextOf,
  { team, roster }: KnownPeople,
): SlicedWork<Somebody[]> {
  const people = new Map<string, Somebody>();
  const add = (unplaced: Omit<Somebody, 'place'>): void => {
    const somebody = { ...unplaced, place: people.size };
    const { email, employeeId, firstName, lastName } = somebody;
    const key = (email || employeeId) === '' ? `${firstName}\n${lastName}` : `${email}\n${employeeId}`;
    const same = people.get(`${somebody.from}\n${key}`);
    // Who stands in the file twice, or in the file and in the roster that it is added to, is one person.
    if (same) same.rows.push(...somebody.rows);
    else people.set(`${somebody.from}\n${key}`, somebody);
  };
  const inFile = IDENTITY.map(textFor);
  yield* within(
    inSlices(rows, ROWS, (row) => {
      add({ ...somebodyOf(row, inFile), rows: [row] });
    }),
    0,
    0.5,
  );
  const here = IDENTITY.map(
    (key): TextOf =>
      (row) =>
        cellAt(row, AT[key]),
  );
  yield* within(
    inSlices(roster?.rows ?? [], ROWS, (row) => {
      add(somebodyOf(row, here));
    }),
    0.5,
    0.9,
  );
  for (const { email, employeeId, firstName, lastName, canManageTeams: manages } of team?.people ?? []) {
    const identified = { email: emailKey(email), employeeId: cleaned(employeeId), firstName, lastName };
    add({ ...identified, manages, from: 'team', reference: email || employeeId, rows: [] });
  }
  return [...people.values()];
}

const IDENTITY = ['email', 'employeeId', 'firstName', 'lastName', 'canManageTeams'] satisfies ColumnKey[];

function somebodyOf(row: Row, makers: readonly TextOf[]): Omit<Somebody, 'place'> {
  const texts = makers.map((textOf) => cleaned(textOf(row)));
  const [email = '', employeeId = '', firstName = '', lastName = '', manages] = texts;
  const reference = isEmail(email) ? email : employeeId || email;
  const identified = { email: emailKey(email), employeeId, firstName, lastName };
  return { ...identified, manages: manages === YES, from: 'roster', reference, rows: [] };
}

function summed(
  counts: ReadonlyMap<string, number>,
  answers: ReadonlyMap<string, Answer<Somebody>>,
  manages: boolean,
): FoundNamed {
  const leaders = new Set<Row>();
  const references = new Map<string, string>();
  const unfound: { text: string; count: number }[] = [];
  const people: { text: string; count: number; to: string }[] = [];
  for (const [text, count] of counts) {
    const answer = answers.get(text);
    if (answer?.kind !== 'sure') {
      if (count > 0) unfound.push({ text, count });
      continue;
    }
    const { person, reason } = answer.match;
    if (count > 0) for (const row of person.rows) leaders.add(row);
    // What Agent Connect finds as it stands stays as it was typed.
    if (reason === 'email' || reason === 'id' || person.reference === '') continue;
    references.set(text, person.reference);
    people.push({ text, count, to: person.reference });
  }
  const found = sumOf(people);
  const byCount = (one: { count: number }, other: { count: number }): number => other.count - one.count;
  return {
    personOf: (text) => references.get(comparable(text)) ?? null,
    isNamed: (row) => leaders.has(row),
    manages,
    given: found + sumOf(unfound),
    found,
    unfound: unfound.sort(byCount),
    people: people.sort(byCount),
    leaders: leaders.size,
  };
}

function sumOf(items: readonly { readonly count: number }[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}
