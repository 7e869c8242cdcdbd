import { AT } from '../person/catalogue.ts';
import { cellAt, type Roster, type Row } from '../roster/roster.ts';
import { inSlices, type SlicedWork, within } from '../roster/sliced-work.ts';
import { emailKey } from '../rules/cell-rules/email.ts';
import { idKey } from '../rules/cell-rules/employee-id.ts';
import { IdentifierIndex, type Identifiers } from '../rules/identifier-index.ts';
import type { MatchBy } from './merge-columns.ts';

/** Why nobody can tell whom a line of the file means. */
export type Doubt =
  /** It has nothing that people are matched by. */
  | { readonly why: 'noIdentifier' }
  /** Other lines of the file have the same email address or employee ID. */
  | { readonly why: 'twiceInFile'; readonly by: keyof Identifiers; readonly others: readonly Row[] }
  /** Several rows of the roster have it. */
  | { readonly why: 'severalRows'; readonly by: keyof Identifiers }
  /** The email address is one person’s of the roster, the employee ID another’s. */
  | { readonly why: 'twoPeople'; readonly byEmail: Row; readonly byId: Row }
  /** Other lines of the file mean the same row. */
  | { readonly why: 'sameRow'; readonly others: readonly Row[] };

/** Whom a line of the file means. Without a doubt: the one row that it may be, or none for someone new. */
export interface Match {
  /** Of the file. */
  readonly row: Row;
  readonly doubt: Doubt | null;
  /** Of the roster, at most `MAX_CANDIDATES`. */
  readonly candidates: readonly Row[];
}

/** The lines of a file with whom of the roster they mean. */
export interface Matches {
  readonly people: readonly Match[];
  /** Rows of the roster that no line of the file can mean. */
  readonly missing: readonly Row[];
  /** Whether anybody of the roster, and of the file, has what people are matched by. */
  readonly identified: { readonly roster: Presence; readonly file: Presence };
}

/** Whether anybody has an email address, and an employee ID; false where it is not asked for. */
export type Presence = { readonly [Part in keyof Identifiers]: boolean };

/** Rows of the roster among which the user may choose. */
export const MAX_CANDIDATES = 20;

/** Rows between two pauses. */
const SLICE = 500;

/**
 * Finds whom of the roster each line of a file means, by value maps; pauses every few milliseconds. A line whose
 * identifier comes again in the file is in doubt, and so is each that may mean a row which another may mean as well: what
 * is left without doubt changes each row once at most, and finds the same people when the file is merged again.
 */
export function* matchPeople(roster: Roster, file: Roster, by: MatchBy): SlicedWork<Matches> {
  const here = yield* within(indexing(roster, by), 0, 0.35);
  const there = yield* within(indexing(file, by), 0.35, 0.7);
  const claims = new Claims();
  const people: Match[] = [];
  yield* within(
    inSlices(file.rows, SLICE, (row) => people.push(matchOf(row, by, here.index, there.index, claims))),
    0.7,
    0.9,
  );
  yield* within(
    inSlices(people, SLICE, (match, place) => (people[place] = unlessClaimed(match, claims))),
    0.9,
    1,
  );
  return {
    people,
    missing: roster.rows.filter((row) => !claims.isClaimed(row)),
    identified: { roster: here.presence, file: there.presence },
  };
}

/** What identifies the person of a row, as far as it is asked for. */
function identifiersOf(row: Row, by: MatchBy): Identifiers {
  return {
    email: by === 'employeeId' ? '' : emailKey(cellAt(row, AT.email)),
    employeeId: by === 'email' ? '' : idKey(cellAt(row, AT.employeeId)),
  };
}

interface Indexed {
  readonly index: IdentifierIndex<Row>;
  readonly presence: Presence;
}

function* indexing({ rows }: Roster, by: MatchBy): SlicedWork<Indexed> {
  const index = new IdentifierIndex<Row>();
  const presence = { email: false, employeeId: false };
  yield* inSlices(rows, SLICE, (row) => {
    const identifiers = identifiersOf(row, by);
    index.add(row, identifiers);
    presence.email ||= identifiers.email !== '';
    presence.employeeId ||= identifiers.employeeId !== '';
  });
  return { index, presence };
}

function matchOf(
  row: Row,
  by: MatchBy,
  here: IdentifierIndex<Row>,
  there: IdentifierIndex<Row>,
  claims: Claims,
): Match {
  const { email, employeeId } = identifiersOf(row, by);
  if (email === '' && employeeId === '') return { row, doubt: { why: 'noIdentifier' }, candidates: [] };
  const found = { byEmail: here.byEmail(email), byId: here.byId(employeeId) };
  const sameEmail = there.byEmail(email);
  const sameId = there.byId(employeeId);
  const twice = sameEmail.length > 1 ? sameEmail : sameId.length > 1 ? sameId : null;
  if (twice === null) return claiming(matchAmong(row, employeeId, found), found, claims);
  // Who comes a thousand times claims once for all: each list of rows is gone through once.
  // Stryker disable next-line ConditionalExpression,EqualityOperator,LogicalOperator,StringLiteral: claiming again claims nothing else, and nobody goes by an empty identifier
  if (email !== '' && sameEmail[0] === row) claims.addAll(found.byEmail, sameEmail);
  // Stryker disable next-line ConditionalExpression,EqualityOperator,LogicalOperator,StringLiteral: as above
  if (employeeId !== '' && sameId[0] === row) claims.addAll(found.byId, sameId);
  const others = twice.slice(0, MAX_CLAIMANTS + 1).filter((other) => other !== row);
  const doubt: Doubt = {
    why: 'twiceInFile',
    by: twice === sameEmail ? 'email' : 'employeeId',
    others: others.slice(0, MAX_CLAIMANTS),
  };
  return { row, doubt, candidates: firstOf(found) };
}

interface Found {
  readonly byEmail: readonly Row[];
  readonly byId: readonly Row[];
}

/** Whom a line means that has its identifiers for itself in the file. */
function matchAmong(row: Row, employeeId: string, { byEmail, byId }: Found): Match {
  const [one] = byEmail;
  const [other] = byId;
  if (one === undefined || other === undefined) {
    const [by, rows] = byId.length === 0 ? (['email', byEmail] as const) : (['employeeId', byId] as const);
    return among(row, rows, by);
  }
  const both = byEmail.filter((person) => idKey(cellAt(person, AT.employeeId)) === employeeId);
  if (both.length > 0) return among(row, both, 'email');
  return {
    row,
    doubt: { why: 'twoPeople', byEmail: one, byId: other },
    candidates: firstOf({ byEmail, byId }),
  };
}

function among(row: Row, rows: readonly Row[], by: keyof Identifiers): Match {
  if (rows.length > 1)
    return { row, doubt: { why: 'severalRows', by }, candidates: rows.slice(0, MAX_CANDIDATES) };
  return { row, doubt: null, candidates: rows };
}

function claiming(match: Match, found: Found, claims: Claims): Match {
  if (match.doubt === null) claims.addAll(match.candidates, [match.row]);
  else {
    claims.addAll(found.byEmail, [match.row]);
    claims.addAll(found.byId, [match.row]);
  }
  return match;
}

/** Rows that have either, each once. */
function firstOf({ byEmail, byId }: Found): Row[] {
  const first = [...byEmail.slice(0, MAX_CANDIDATES), ...byId.slice(0, MAX_CANDIDATES)];
  return [...new Set(first)].slice(0, MAX_CANDIDATES);
}

function unlessClaimed(match: Match, claims: Claims): Match {
  const [row] = match.candidates;
  if (match.doubt !== null || row === undefined) return match;
  const others = claims.othersOf(row, match.row);
  return others.length === 0 ? match : { ...match, doubt: { why: 'sameRow', others } };
}

/** Lines of the file that are remembered, and named, for a row of the roster; more are only more. */
export const MAX_CLAIMANTS = 3;

/** Which lines of a file may mean which rows of a roster. */
export class Claims {
  /** By `Row.index`, the first line that may mean it. */
  readonly #first: (Row | undefined)[] = [];
  /** The further ones; hardly a row has any. */
  readonly #others = new Map<Row, Row[]>();

  /** Each of some rows of the roster may be meant by each of some lines of the file. */
  addAll(rows: readonly Row[], lines: readonly Row[]): void {
    // Stryker disable next-line EqualityOperator,ConditionalExpression: a shorter list is only cheaper, since as many lines are named
    const some = lines.length > MAX_CLAIMANTS ? lines.slice(0, MAX_CLAIMANTS + 1) : lines;
    for (const row of rows) for (const line of some) this.#add(row, line);
  }

  isClaimed({ index }: Row): boolean {
    return this.#first[index] !== undefined;
  }

  /** The lines that may mean a row beside one that may, at most `MAX_CLAIMANTS`. */
  othersOf(row: Row, line: Row): readonly Row[] {
    const first = this.#first[row.index];
    const others = this.#others.get(row);
    if (others === undefined) return first === undefined || first === line ? NOBODY : [first];
    const all = first === undefined ? others : [first, ...others];
    return all.filter((other) => other !== line).slice(0, MAX_CLAIMANTS);
  }

  #add(row: Row, line: Row): void {
    const first = this.#first[row.index];
    if (first === undefined) this.#first[row.index] = line;
    else if (first !== line) this.#addAnother(row, line);
  }

  #addAnother(row: Row, line: Row): void {
    const others = this.#others.get(row);
    if (others === undefined) this.#others.set(row, [line]);
    // Stryker disable next-line EqualityOperator,ConditionalExpression: one line more is remembered and never named
    else if (others.length < MAX_CLAIMANTS && !others.includes(line)) others.push(line);
  }
}

const NOBODY: readonly Row[] = [];
