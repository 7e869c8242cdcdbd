import { AT, columns } from '../person/catalogue.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { type Aspect, aspectOfIndex, WHOLE_ROW } from './aspects.ts';
import type { CellRules } from './column-rules.ts';
import type { CellFinding } from './finding.ts';
import { cellProblem, rowProblem } from './make-problem.ts';
import type { Problem, ProblemCode, Severity } from './problem.ts';
import type { RosterIndex } from './roster-rules/roster-index.ts';
import type { RowContext } from './row-rules.ts';
import { RULE_CODES, ruleOf, severityOf } from './rules.ts';

const NONE: readonly Problem[] = [];
const ROW_RULES = RULE_CODES.map(ruleOf).flatMap((rule) => (rule.scope === 'row' ? [rule] : []));

/** Positions of the cells that rules about the whole row check. */
export const WHOLE_ROW_POSITIONS: ReadonlySet<number> = new Set(
  ROW_RULES.flatMap((rule) => rule.columns.map((key) => AT[key])),
);

/** Asks the rules about one aspect of one row. */
export class RowChecker {
  /** How many times rules were asked. */
  visits = 0;
  readonly #cellRules: CellRules;
  readonly #indexes: readonly RosterIndex[];
  readonly #context: RowContext;

  constructor(cellRules: CellRules, indexes: readonly RosterIndex[], context: RowContext) {
    this.#cellRules = cellRules;
    this.#indexes = indexes;
    this.#context = context;
  }

  /** The problems of an aspect of a row. */
  checkRow(row: Row, aspect: Aspect): readonly Problem[] {
    if (aspect < WHOLE_ROW) return this.#checkCell(row, aspect);
    return aspect === WHOLE_ROW ? this.#checkWhole(row) : this.#lookAround(row, aspect - aspectOfIndex(0));
  }

  /** Looks at one column of several rows and answers the problems of those cells that have any. */
  *checkBlock(rows: readonly Row[], position: number): Generator<readonly Problem[], void> {
    this.visits += rows.length;
    for (const [place, findings] of this.#cellRules.checkBlock(rows, position)) {
      const row = rows[place];
      if (row) yield this.#cellProblems(findings, row, position);
    }
  }

  #checkCell(row: Row, position: number): readonly Problem[] {
    this.visits += 1;
    return this.#cellProblems(this.#cellRules.check(position, cellAt(row, position)), row, position);
  }

  #cellProblems(findings: readonly CellFinding[], row: Row, position: number): readonly Problem[] {
    const column = columns[position];
    if (findings.length === 0 || column === undefined) return NONE;
    return findings.map((finding) => cellProblem(finding, row.id, column.key, this.#severity(finding.code)));
  }

  #checkWhole(row: Row): readonly Problem[] {
    let problems = NONE;
    for (const { check } of ROW_RULES) {
      this.visits += 1;
      const finding = check(row.cells, this.#context);
      if (finding) problems = [...problems, rowProblem(finding, row.id, this.#severity(finding.code))];
    }
    return problems;
  }

  #lookAround(row: Row, place: number): readonly Problem[] {
    this.visits += 1;
    const findings = this.#indexes[place]?.check(row) ?? [];
    return findings.map((finding) => rowProblem(finding, row.id, this.#severity(finding.code)));
  }

  #severity(code: ProblemCode): Severity {
    return severityOf(code, this.#context.settings);
  }
}
