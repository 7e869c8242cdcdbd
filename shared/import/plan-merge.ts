import { type Failure, failed } from '../failures/failures.ts';
import { failure, type Result, success } from '../failures/result.ts';
import type { CurrentTeam } from '../person/team-member.ts';
import { type CellChange, MAX_ROWS } from '../roster/change.ts';
import { cellAt, type Roster, type Row } from '../roster/roster.ts';
import { inSlices, type SlicedWork, within } from '../roster/sliced-work.ts';
import { isBlank } from '../rules/cell-rules/clean-text.ts';
import { type Match, type Matches, matchPeople } from './match-people.ts';
import {
  isBrought,
  isIdentifier,
  type MergeChoices,
  type MergeColumn,
  mergeColumns,
} from './merge-columns.ts';
import type { MergeEntry, MergeFile, MergePlan, PlannedColumn } from './merge-plan.ts';
import { knowLeaders, type Mend, type Sayings, saysTheSame } from './same-leader.ts';

/** Rows between two pauses; each has 17 cells and more to compare. */
const SLICE = 500;

/** What tells that two different texts say the same. */
export interface MergeKnowledge {
  readonly mend: Mend;
  /** Null where the current team is not known. */
  readonly team: CurrentTeam | null;
}

/**
 * Works out what adding a file to the open roster would do, in slices of a few milliseconds: who is new, what changes
 * about whom, who is in doubt, and whom the file does not have. Fails with `merge.…` where people cannot be matched.
 */
export function* planMerge(
  roster: Roster,
  file: MergeFile,
  choices: MergeChoices,
  { mend, team }: MergeKnowledge,
): SlicedWork<Result<MergePlan, Failure>> {
  if (file.roster.rows.length === 0) return failure(failed('merge.noPeople', { name: file.name }));
  const columns = mergeColumns(roster, file.roster, file.columns);
  const matches = yield* within(matchPeople(roster, file.roster, choices.matchBy), 0, 0.5);
  const unmatchable = whyNotMatched(roster, file, columns, choices, matches);
  if (unmatchable !== null) return failure(unmatchable);
  const leaders = columns.find(({ key, from }) => key === 'teamLeader' && !choices.leftOut.has(from));
  const peoples = { roster: roster.rows, file: file.roster.rows, team: team?.people ?? [] };
  const sameLeader = yield* within(knowLeaders(matches.people, leaders, peoples), 0.5, 0.6);
  const planner = new Planner(columns, choices, { mend, sameLeader });
  yield* within(
    inSlices(matches.people, SLICE, (match) => {
      planner.take(match);
    }),
    0.6,
    1,
  );
  const rows = roster.rows.length + planner.added.length;
  if (rows > MAX_ROWS) return failure(failed('merge.tooManyRows', { name: file.name, rows, most: MAX_ROWS }));
  return success({ ...planner.plan(), missing: matches.missing });
}

function whyNotMatched(
  { rows }: Roster,
  { name }: MergeFile,
  columns: readonly MergeColumn[],
  { matchBy: by }: MergeChoices,
  { identified: { roster, file } }: Matches,
): Failure | null {
  if (!columns.some((column) => isIdentifier(column) && (by === 'emailThenId' || by === column.key)))
    return failed('merge.noIdentifierColumn', { name, by });
  if (!file.email && !file.employeeId) return failed('merge.noIdentifiers', { name, by });
  // A roster in which nobody is identified has nobody of the file.
  const isUnidentified = by === 'emailThenId' && !roster.email && !roster.employeeId;
  if (rows.length === 0 || isUnidentified) return null;
  if ((roster.email && file.email) || (roster.employeeId && file.employeeId)) return null;
  return failed('merge.nothingInCommon', { name, by: file.email ? 'email' : 'employeeId' });
}

/** A column on whose way the texts that go into it are counted. */
type CountedColumn = { -readonly [Part in keyof PlannedColumn]: PlannedColumn[Part] };

/** Goes through the lines of the file in their order and settles what becomes of each. */
class Planner {
  readonly added: MergeEntry[] = [];
  readonly #changed: MergeEntry[] = [];
  readonly #unchanged: MergeEntry[] = [];
  readonly #doubtful: MergeEntry[] = [];
  /** Rows of the roster that a line in doubt was said to mean. */
  readonly #chosen = new Set<Row>();
  readonly #columns: readonly CountedColumn[];
  readonly #taken: readonly CountedColumn[];
  readonly #brought: readonly CountedColumn[];
  readonly #choices: MergeChoices;
  readonly #sayings: Sayings;

  constructor(columns: readonly MergeColumn[], choices: MergeChoices, sayings: Sayings) {
    this.#columns = columns.map((column) => ({
      ...column,
      taken: !choices.leftOut.has(column.from),
      changes: 0,
      isWritten: false,
    }));
    this.#taken = this.#columns.filter(({ taken }) => taken);
    this.#brought = this.#columns.filter(isBrought);
    this.#choices = choices;
    this.#sayings = sayings;
  }

  take(match: Match): void {
    const entry = this.#entryOf(match);
    if (entry.doubt !== null) this.#doubtful.push(entry);
    if (entry.outcome === 'new') this.added.push(entry);
    if (entry.outcome === 'changed') this.#changed.push(entry);
    if (entry.outcome === 'unchanged') this.#unchanged.push(entry);
  }

  plan(): Omit<MergePlan, 'missing'> {
    return {
      columns: this.#columns,
      added: this.added,
      changed: this.#changed,
      unchanged: this.#unchanged,
      doubtful: this.#doubtful,
    };
  }

  #entryOf(match: Match): MergeEntry {
    const [only] = match.candidates;
    const meant = match.doubt === null ? (only ?? 'new') : this.#chosenFor(match);
    if (meant === null) return { ...match, outcome: 'leftOut', target: null, changes: [] };
    if (meant === 'new') {
      this.#noteNew(match.row);
      return { ...match, outcome: 'new', target: null, changes: [] };
    }
    const changes = this.#changesOf(match.row, meant);
    return { ...match, outcome: changes.length > 0 ? 'changed' : 'unchanged', target: meant, changes };
  }

  /** Whom the user said that a line in doubt means; nobody is changed by two lines. */
  #chosenFor({ row, candidates }: Match): Row | 'new' | null {
    const meant = this.#choices.meant.get(row.id);
    if (meant === undefined) return null;
    if (meant === 'new') return candidates.length === 0 ? 'new' : null;
    const target = candidates.find(({ id }) => id === meant);
    if (target === undefined || this.#chosen.has(target)) return null;
    this.#chosen.add(target);
    return target;
  }

  #changesOf(row: Row, target: Row): readonly CellChange[] {
    let changes: CellChange[] | null = null;
    // A plain loop: most of millions of texts are the same.
    for (const column of this.#taken) {
      const from = cellAt(target, column.to);
      const text = cellAt(row, column.from);
      if (text === from) continue;
      const to = this.#textFor(column, text, from);
      if (to === from) continue;
      changes ??= [];
      changes.push({ row: target.id, position: column.to, from, to });
      column.changes += 1;
      column.isWritten = true;
    }
    return changes ?? NONE;
  }

  /** The text that a cell of the roster gets where the file has another; its own where that says the same. */
  #textFor({ to: position }: MergeColumn, text: string, own: string): string {
    if (isBlank(text)) return this.#choices.blanks === 'keep' || isBlank(own) ? own : '';
    return saysTheSame(position, text, own, this.#sayings) ? own : text;
  }

  #noteNew(row: Row): void {
    for (const column of this.#brought) column.isWritten ||= cellAt(row, column.from) !== '';
  }
}

const NONE: readonly CellChange[] = [];
