import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import type { Roster, RowId } from '../../../shared/roster/roster.ts';
import { foldText } from '../../../shared/text/plain-text.ts';
import {
  type Candidate,
  candidateOfMember,
  candidateOfRow,
  keyOf,
  type PeopleRun,
  peopleStarting,
  peopleWith,
  runOf,
} from './leader-candidates.ts';

/** Rows of a slice: few enough to take one in anew after every edit of one of them. */
const SLICE = 500;

/** Who may be named as Team Leader, in their order: the roster's, then the current team's. */
export interface Candidates {
  /** Those who can manage teams. */
  readonly managers: readonly PeopleRun[];
  readonly others: readonly PeopleRun[];
}

/** The people of some rows that follow each other. */
interface Slice {
  readonly managers: PeopleRun;
  readonly others: PeopleRun;
  /** Those of the current team among them, by key. */
  readonly members: readonly string[];
}

/**
 * Everyone who may be named as Team Leader, of the roster and the current team. It is filled in slices when it is first
 * asked for; after a change only the slices that it touched are taken in anew.
 */
export class LeaderIndex {
  /** Whose people are in it beside the roster's. */
  readonly team: CurrentTeam | null;
  readonly #roster: Roster;
  readonly #members: TeamRuns;
  /** As they were when they were last looked at; rows that are gone may be left over. */
  readonly #byRow = new Map<RowId, Candidate>();
  /** By place in the roster; those that are not filled or were touched since are missing. */
  readonly #slices = new Map<number, Slice>();
  /** What was answered last; null when somebody came, went or changed since. */
  #candidates: Candidates | null = null;

  constructor(roster: Roster, team: CurrentTeam | null) {
    this.team = team;
    this.#roster = roster;
    this.#members = new TeamRuns(team);
  }

  /** Whether everyone is in it. */
  get isComplete(): boolean {
    return this.#members.isComplete && this.#missing() === null;
  }

  /** Takes in everyone who is missing, with a pause after every slice. */
  *fill(): Generator<void, void> {
    // The team first: the slices of the roster tell who of it is among them.
    for (const filling = this.#members.fill(); filling.next().done !== true;) {
      this.#candidates = null;
      yield;
    }
    for (let place = this.#missing(); place !== null; place = this.#missing()) {
      this.#candidates = null;
      this.#slices.set(place, this.#slice(place));
      yield;
    }
  }

  /** Rows changed; with `structure`, some may have come, gone or moved. */
  touch(rows: Iterable<RowId>, structure: boolean): void {
    this.#candidates = null;
    if (structure) this.#slices.clear();
    for (const id of rows) {
      this.#byRow.delete(id);
      const row = this.#roster.byId.get(id);
      if (row) this.#slices.delete(Math.floor(row.index / SLICE));
    }
  }

  /** Everyone who is in it; someone of the current team who is in the roster as the roster has them. */
  candidates(): Candidates {
    this.#candidates ??= this.#collect();
    return this.#candidates;
  }

  #collect(): Candidates {
    const inOrder = [...this.#slices].sort(([a], [b]) => a - b).map(([, slice]) => slice);
    const here = new Set(inOrder.flatMap(({ members }) => members));
    const all = [...inOrder, ...this.#members.without(here)];
    return { managers: all.map(({ managers }) => managers), others: all.map(({ others }) => others) };
  }

  #missing(): number | null {
    const count = Math.ceil(this.#roster.rows.length / SLICE);
    if (this.#slices.size === count) return null;
    for (let place = 0; place < count; place += 1) if (!this.#slices.has(place)) return place;
    return null;
  }

  #slice(place: number): Slice {
    const rows = this.#roster.rows.slice(place * SLICE, (place + 1) * SLICE);
    return this.#sliceOf(
      rows.flatMap((row) => {
        const person = this.#byRow.get(row.id) ?? candidateOfRow(row);
        if (person === null) return [];
        this.#byRow.set(row.id, person);
        return person;
      }),
    );
  }

  #sliceOf(people: readonly Candidate[]): Slice {
    return {
      managers: runOf(people.filter(({ canManage }) => canManage)),
      others: runOf(people.filter(({ canManage }) => !canManage)),
      members: this.#members.size === 0 ? [] : people.map(keyOf).filter((key) => this.#members.has(key)),
    };
  }
}

/** People of a part: few enough to take one in within a few milliseconds. */
const PART = 500;

/** The people of a part of the current team who are not in the roster. */
interface TeamRun {
  readonly managers: PeopleRun;
  readonly others: PeopleRun;
}

interface Part {
  readonly members: readonly (readonly [string, Candidate])[];
  /** The keys of those whom `run` leaves out. */
  without: ReadonlySet<string>;
  run: TeamRun;
}

/** Those of the current team who may be named as Team Leader, in parts that are taken in and drawn anew one by one. */
class TeamRuns {
  readonly #team: CurrentTeam | null;
  readonly #parts: Part[] = [];
  readonly #keys = new Set<string>();

  constructor(team: CurrentTeam | null) {
    this.#team = team;
  }

  /** Whether everyone is in it. */
  get isComplete(): boolean {
    return this.#parts.length * PART >= (this.#team?.people.length ?? 0);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  get size(): number {
    return this.#keys.size;
  }

  /** Takes in everyone who is missing, with a pause after every part. */
  *fill(): Generator<void, void> {
    while (!this.isComplete) {
      this.#add();
      yield;
    }
  }

  /** Everyone who is not among these keys. */
  without(here: ReadonlySet<string>): TeamRun[] {
    return this.#parts.map((part) => {
      const left = new Set(part.members.flatMap(([key]) => (here.has(key) ? key : [])));
      if (isSame(part.without, left)) return part.run;
      part.without = left;
      part.run = runsOf(part.members.flatMap(([key, person]) => (left.has(key) ? [] : person)));
      return part.run;
    });
  }

  #add(): void {
    const from = this.#parts.length * PART;
    const people = this.#team?.people.slice(from, from + PART) ?? [];
    const members = people.flatMap((member) => {
      const person = candidateOfMember(member);
      if (person === null || this.#keys.has(keyOf(person))) return [];
      this.#keys.add(keyOf(person));
      return [[keyOf(person), person] as const];
    });
    this.#parts.push({ members, without: new Set(), run: runsOf(members.map(([, person]) => person)) });
  }
}

function runsOf(people: readonly Candidate[]): TeamRun {
  return {
    managers: runOf(people.filter(({ canManage }) => canManage)),
    others: runOf(people.filter(({ canManage }) => !canManage)),
  };
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}

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
