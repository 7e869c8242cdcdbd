import type { z } from 'zod';
import { columns, type FieldKind } from '../columns/catalogue.ts';
import { NO, YES } from './assumptions.ts';
import { isCleanText, isPlain } from './cell-rules/clean-text.ts';
import { isEmail } from './cell-rules/email.ts';
import { MIXED_SCRIPT } from './cell-rules/text-script.ts';
import { cellSchema, findingsIn } from './cell-schema.ts';
import type { CellContext, CellFinding } from './finding.ts';

/** Distinct texts of a column whose findings are remembered; a hostile file may have a million. */
const MOST_REMEMBERED = 50_000;

const NONE: readonly CellFinding[] = [];

/** Texts in which no rule of their kind of column can find anything, told without asking the rules: most cells. */
const SURELY_FINE: Partial<Record<FieldKind, (typed: string) => boolean>> = {
  text: isFineLine,
  longText: isFineText,
  leader: isFineLine,
  photoUrl: isFineLine,
  password: isPlain,
  email: isEmail,
  yesNo: (typed) => typed === YES || typed === NO,
  employeeId: (typed) => /^[A-Za-z0-9]{1,15}$/.test(typed),
};

function isFineLine(typed: string): boolean {
  return isFineText(typed) && !/[\n\r]/.test(typed);
}

function isFineText(typed: string): boolean {
  if (typed === '' || /^[=+\-@\r]/.test(typed)) return false;
  return isPlain(typed) || (isCleanText(typed) && !MIXED_SCRIPT.test(typed));
}

class ColumnRules {
  readonly #schema: z.ZodType<string>;
  readonly #isFine: ((typed: string) => boolean) | undefined;
  readonly #remembered = new Map<string, readonly CellFinding[]>();

  constructor(schema: z.ZodType<string>, field: FieldKind) {
    this.#schema = schema;
    this.#isFine = SURELY_FINE[field];
  }

  look(typed: string): readonly CellFinding[] {
    if (this.#isFine?.(typed)) return NONE;
    const remembered = this.#remembered.get(typed);
    if (remembered !== undefined) return remembered;
    const found = findingsIn(this.#schema, typed);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(typed, found);
    return found;
  }

  forget(): void {
    this.#remembered.clear();
  }
}

/** The cell rules of every column; what they find in a text is remembered, so that each text is judged once. */
export class CellRules {
  readonly #columns: readonly ColumnRules[];

  constructor(context: () => CellContext) {
    this.#columns = columns.map((column) => new ColumnRules(cellSchema(column, context), column.field));
  }

  /** What the rules of the column at a position find in a text, in the order of the rules. */
  look(position: number, typed: string): readonly CellFinding[] {
    return this.#columns[position]?.look(typed) ?? NONE;
  }

  /** Forgets what was found in a column, because the context that it was found in is another now. */
  forget(position: number): void {
    this.#columns[position]?.forget();
  }
}
