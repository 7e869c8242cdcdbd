import type { CurrentTeam } from '../../../../shared/current-team/current-team.ts';
import type { Roster, RowId } from '../../../../shared/roster/roster.ts';
import { emailKey } from '../../../../shared/rules/cell-rules/email.ts';
import { type Candidate, candidateOfMember, candidateOfRow } from './candidate.ts';

/** People taken in between two pauses. */
const SLICE = 500;

/**
 * Everyone who may be named as Team Leader, of the roster and the current team. It is filled in slices when it is first
 * asked for, and then kept by what changes touch.
 */
export class LeaderIndex {
  readonly #roster: Roster;
  readonly #team: CurrentTeam | null;
  readonly #byRow = new Map<RowId, Candidate>();
  readonly #stale = new Set<RowId>();
  #members: readonly Candidate[] = [];
  #isComplete = false;

  constructor(roster: Roster, team: CurrentTeam | null) {
    this.#roster = roster;
    this.#team = team;
  }

  /** Whether everyone is in it. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Takes everyone in, in slices; whatever the roster was before is forgotten. Nothing happens where all are in. */
  *fill(): Generator<void, void> {
    if (this.#isComplete) return;
    this.#byRow.clear();
    this.#stale.clear();
    this.#members = (this.#team?.people ?? []).flatMap((member) => candidateOfMember(member) ?? []);
    // By index, since an edit may come between two slices; what it touches is looked at once more.
    for (let index = 0; index < this.#roster.rows.length; index += 1) {
      const id = this.#roster.rows[index]?.id;
      if (id !== undefined) this.#take(id);
      if (index % SLICE === SLICE - 1) yield;
    }
    this.#isComplete = true;
  }

  /** Rows changed; with `structure`, some may have come, gone or moved. */
  touch(rows: Iterable<RowId>, structure: boolean): void {
    if (structure) this.#isComplete = false;
    for (const row of rows) this.#stale.add(row);
  }

  /** Everyone who is in it, as they are now; someone of the current team who is in the roster as the roster has them. */
  *people(): Generator<Candidate, void> {
    for (const row of this.#stale) this.#take(row);
    this.#stale.clear();
    yield* this.#byRow.values();
    const emails = this.#members.length > 0 && new Set([...this.#byRow.values()].map(keyOf));
    for (const member of this.#members) if (emails === false || !emails.has(keyOf(member))) yield member;
  }

  #take(id: RowId): void {
    const row = this.#roster.byId.get(id);
    const candidate = row ? candidateOfRow(row) : null;
    if (candidate) this.#byRow.set(id, candidate);
    else this.#byRow.delete(id);
  }
}

function keyOf({ email, employeeId }: Candidate): string {
  return email === '' ? `id ${employeeId}` : emailKey(email);
}
