import { AT } from '../person/catalogue.ts';
import { ById, type RowId } from '../roster/roster.ts';
import { LiveCounts } from './problem-counts.ts';
import type { Problem } from './problem.ts';
import { RULE_CODES } from './rules.ts';

const NONE: readonly Problem[] = [];
const PLACE = new Map(RULE_CODES.map((code, place) => [code, place]));

/** The problems of all rows, in order, with their counts. */
export class ProblemStore {
  readonly counts = new LiveCounts();
  readonly #problems = new ById<readonly Problem[]>();

  of(row: RowId): readonly Problem[] {
    return this.#problems.get(row) ?? NONE;
  }

  rows(): Iterable<RowId> {
    return this.#problems.keys();
  }

  /** Puts problems, in any order, in place of those that a row had; whether it had or has any. */
  replace(row: RowId, problems: Problem[]): boolean {
    const before = this.of(row);
    if (before.length === 0 && problems.length === 0) return false;
    this.counts.count(before, -1);
    this.counts.count(problems, 1);
    if (problems.length === 0) this.#problems.delete(row);
    else this.#problems.set(row, problems.length === 1 ? problems : problems.sort(inOrder));
    return true;
  }

  clear(): void {
    this.#problems.clear();
    this.counts.clear();
  }
}

/** Problems of the whole row first, then by column, then in the order of the rules. */
function inOrder(one: Problem, other: Problem): number {
  const column = placeOf(one) - placeOf(other);
  return column !== 0 ? column : (PLACE.get(one.code) ?? 0) - (PLACE.get(other.code) ?? 0);
}

function placeOf({ column }: Problem): number {
  return column === null ? -1 : AT[column];
}
