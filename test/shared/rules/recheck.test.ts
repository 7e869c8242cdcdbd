import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type Change, isNothing, reverseChange } from '../../../shared/roster/change.ts';
import { emptyHistory, record, redo, undo } from '../../../shared/roster/history.ts';
import { appendRow, emptyRoster, type Roster, type RowId } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check, type Checker } from '../../../shared/rules/checker.ts';
import type { ProblemCode } from '../../../shared/rules/problem.ts';
import { RULE_CODES } from '../../../shared/rules/rules.ts';
import type { TeamComparison } from '../../../shared/team/find-changes.ts';
import { countSafeFixes, safeFixes } from '../../../shared/rules/safe-fixes.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { OPTIONAL } from './build-roster.ts';
import { changeOf, edit, person, settings } from './edit-at-random.ts';
import { runs } from '../../tier.ts';

/** Everything a checker says, as text, by row; lazy facts and fixes are asked for. */
function saidOf(roster: Roster, checker: Checker): ReadonlyMap<RowId, string> {
  return new Map(
    roster.rows
      .filter((row) => checker.problemsOf(row.id).length > 0)
      .map((row) => [
        row.id,
        JSON.stringify(checker.problemsOf(row.id).map((problem) => ({ ...problem, fixes: problem.fixes }))),
      ]),
  );
}

function countsOf(checker: Checker): unknown {
  const { error, warning, rowsWithErrors, rowsWithWarnings, byCode, byColumn } = checker.counts;
  return {
    ...{ error, warning, rowsWithErrors, rowsWithWarnings, safe: countSafeFixes(checker) },
    byCode: Object.fromEntries([...byCode].sort()),
    byColumn: Object.fromEntries(byColumn),
    rows: [...checker.problemRows()].sort((one, other) => one - other),
  };
}

/** How every row stands against the current team, as text. */
function comparedOf(roster: Roster, { comparison }: Checker): unknown {
  return comparison && { ...comparison.counts, rows: roster.rows.map(({ id }) => rowOf(comparison, id)) };
}

function rowOf(comparison: TeamComparison, id: RowId): string {
  return JSON.stringify(comparison.of(id));
}

/** After each change the checker says what a fresh one would, and names every row about which it says something else. */
class Session {
  history = emptyHistory;
  readonly #roster = emptyRoster({ optional: OPTIONAL, carried: [] });
  readonly #settings: Settings;
  readonly #checker: Checker;

  constructor(people: readonly string[][], known: Settings) {
    for (const cells of people) appendRow(this.#roster, cells);
    this.#settings = known;
    this.#checker = check(this.#roster, known);
  }

  do(todo: typeof edit extends fc.Arbitrary<infer Value> ? Value : never): void {
    if (todo.kind === 'undo' || todo.kind === 'redo') {
      const step = todo.kind === 'undo' ? undo(this.history) : redo(this.history);
      if (step === null) return;
      this.history = step.history;
      this.#carryOut(todo.kind === 'undo' ? finish(reverseChange(step.step.change)) : step.step.change);
      return;
    }
    const errors = this.#checker.counts.error;
    const change = changeOf(this.#roster, this.#checker, todo);
    if (isNothing(change)) return;
    this.history = record(this.history, { label: todo.kind, change });
    this.#carryOut(change);
    if (todo.kind !== 'safe') return;
    expect(this.#checker.counts.error).toBeLessThanOrEqual(errors);
    expect(finish(safeFixes(this.#roster, this.#checker)).cells).toEqual([]);
  }

  #carryOut(change: Change): void {
    const before = saidOf(this.#roster, this.#checker);
    const { comparison } = this.#checker;
    const compared = new Map(
      this.#roster.rows.map(({ id }) => [id, comparison && rowOf(comparison, id)] as const),
    );
    finish(applyChange(this.#roster, change));
    const changed = this.#checker.recheck(change);
    const after = saidOf(this.#roster, this.#checker);
    const fresh = check(this.#roster, this.#settings);
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(saidOf(this.#roster, fresh)));
    expect(countsOf(this.#checker)).toEqual(countsOf(fresh));
    expect(comparedOf(this.#roster, this.#checker)).toEqual(comparedOf(this.#roster, fresh));
    for (const { id } of this.#roster.rows) {
      if (before.get(id) !== after.get(id) && !isLazy(before.get(id))) expect(changed).toContain(id);
      const isCompared = comparison !== null && compared.has(id) && change.columns === undefined;
      if (isCompared && compared.get(id) !== rowOf(comparison, id)) expect(changed).toContain(id);
    }
  }

  get codes(): Iterable<ProblemCode> {
    return this.#checker.counts.byCode.keys();
  }
}

/** A suggestion may come from anywhere in the roster; it is asked for when it is shown, so its row need not be named. */
function isLazy(said: string | undefined): boolean {
  return said?.includes('leader.notFound') === true;
}

describe('recheck', () => {
  const seen = new Set<ProblemCode>();

  it('says what a full check would, after any sequence of edits', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 9 }),
        settings,
        fc.array(edit, { minLength: 1, maxLength: 20 }),
        (people, known, edits) => {
          const session = new Session(people, known);
          for (const todo of edits) {
            for (const code of session.codes) seen.add(code);
            session.do(todo);
          }
        },
      ),
      { numRuns: runs(1200) },
    );
  });

  it('has come by every rule on the way', () => {
    expect([...seen].sort()).toEqual([...RULE_CODES].sort());
  });
});
