import type { Row } from '../roster/roster.ts';

/** Lines of the file that are remembered, and named, for a row of the roster; more are only more. */
export const MOST_CLAIMANTS = 3;

/** Which lines of a file may mean which rows of a roster. */
export class Claims {
  /** By `Row.index`, the first line that may mean it. */
  readonly #first: (Row | undefined)[] = [];
  /** The further ones; hardly a row has any. */
  readonly #others = new Map<Row, Row[]>();

  /** Each of some rows of the roster may be meant by each of some lines of the file. */
  addAll(rows: readonly Row[], lines: readonly Row[]): void {
    // Stryker disable next-line EqualityOperator,ConditionalExpression: a shorter list is only cheaper, since as many lines are named
    const some = lines.length > MOST_CLAIMANTS ? lines.slice(0, MOST_CLAIMANTS + 1) : lines;
    for (const row of rows) for (const line of some) this.#add(row, line);
  }

  isClaimed({ index }: Row): boolean {
    return this.#first[index] !== undefined;
  }

  /** The lines that may mean a row beside one that may, at most `MOST_CLAIMANTS`. */
  othersOf(row: Row, line: Row): readonly Row[] {
    const first = this.#first[row.index];
    const others = this.#others.get(row);
    if (others === undefined) return first === undefined || first === line ? NOBODY : [first];
    const all = first === undefined ? others : [first, ...others];
    return all.filter((other) => other !== line).slice(0, MOST_CLAIMANTS);
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
    else if (others.length < MOST_CLAIMANTS && !others.includes(line)) others.push(line);
  }
}

const NOBODY: readonly Row[] = [];
