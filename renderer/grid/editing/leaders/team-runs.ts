import type { CurrentTeam } from '../../../../shared/current-team/current-team.ts';
import { type Candidate, candidateOfMember, keyOf } from './candidate.ts';
import { type PeopleRun, runOf } from './people-run.ts';

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
export class TeamRuns {
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
