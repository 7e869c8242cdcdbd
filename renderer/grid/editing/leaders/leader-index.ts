import type { CurrentTeam } from '../../../../shared/current-team/current-team.ts';
import type { Roster, RowId } from '../../../../shared/roster/roster.ts';
import { type Candidate, candidateOfRow, keyOf } from './candidate.ts';
import { type PeopleRun, runOf } from './people-run.ts';
import { TeamRuns } from './team-runs.ts';

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
