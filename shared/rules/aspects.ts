import { columns } from '../person/catalogue.ts';
import type { RowId } from '../roster/roster.ts';
import type { ProblemCode } from './problem.ts';
import type { Mark, RosterIndex } from './roster-rules/roster-index.ts';
import { RULE_CODES, ruleOf } from './rules.ts';

/**
 * What can be checked of a row, by number: each of its cells by position, the rules about it as a whole, and how it
 * stands in each index. A problem belongs to one aspect and is found again by checking that alone.
 */
export type Aspect = number;

/** The rules about the row as a whole. */
export const WHOLE_ROW: Aspect = columns.length;

/** How a row stands in an index, by the index's place in the list of all. */
export function aspectOfIndex(place: number): Aspect {
  return WHOLE_ROW + 1 + place;
}

/** The aspect of each rule whose problems are not of the cell that they stand in. */
export function aspectsByCode(indexes: readonly RosterIndex[]): ReadonlyMap<ProblemCode, Aspect> {
  const aspects = new Map<ProblemCode, Aspect>();
  for (const code of RULE_CODES) if (ruleOf(code).scope === 'row') aspects.set(code, WHOLE_ROW);
  for (const [place, { codes }] of indexes.entries()) {
    for (const code of codes) aspects.set(code, aspectOfIndex(place));
  }
  return aspects;
}

/** The aspects of rows that are to be checked again; a row has few, so that a list is the quickest set. */
export class DirtyRows {
  readonly #dirty = new Map<RowId, Aspect[]>();

  add(row: RowId, aspect: Aspect): void {
    const aspects = this.#dirty.get(row);
    if (aspects === undefined) this.#dirty.set(row, [aspect]);
    else if (!aspects.includes(aspect)) aspects.push(aspect);
  }

  /** What an index calls to have rows checked again. */
  marker(aspect: Aspect): Mark {
    return (row) => {
      this.add(row, aspect);
    };
  }

  get size(): number {
    return this.#dirty.size;
  }

  entries(): Iterable<readonly [RowId, readonly Aspect[]]> {
    return this.#dirty;
  }

  clear(): void {
    this.#dirty.clear();
  }
}
