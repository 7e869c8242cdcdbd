import type { z } from 'zod';
import { columns, type FieldKind } from '../columns/catalogue.ts';
import { NO, YES } from './assumptions.ts';
import { isPlain, SUSPICIOUS } from './cell-rules/clean-text.ts';
import { MOJIBAKE_HINT } from './cell-rules/damaged-text.ts';
import { isEmail } from './cell-rules/email.ts';
import { MIXED_SCRIPT } from './cell-rules/text-script.ts';
import { cellSchema, findingsIn } from './cell-schema.ts';
import type { CellContext, CellFinding } from './finding.ts';

/** Distinct texts of a column whose findings are remembered; a hostile file may have a million. */
const MOST_REMEMBERED = 50_000;

const NONE: readonly CellFinding[] = [];

/** What text rules may object to, in one expression: it reads each of millions of characters once. */
const TEXT_TROUBLE = anyOf(/^[ =+\-@\r]| $/, SUSPICIOUS, MOJIBAKE_HINT, MIXED_SCRIPT);
const LINE_TROUBLE = anyOf(/[\n\r]/, TEXT_TROUBLE);
const USUAL_ID = /^[A-Za-z0-9]{1,15}$/;

/** Texts in which no rule of their kind of column can find anything, told without asking the rules: most cells. */
const SURELY_FINE: Partial<Record<FieldKind, (typed: string) => boolean>> = {
  text: isFineLine,
  longText: isFineText,
  leader: isFineLine,
  photoUrl: isFineLine,
  password: isPlain,
  email: isEmail,
  yesNo: (typed) => typed === YES || typed === NO,
  employeeId: (typed) => USUAL_ID.test(typed),
};

function isFineLine(typed: string): boolean {
  return typed !== '' && !LINE_TROUBLE.test(typed);
}

function isFineText(typed: string): boolean {
  return typed !== '' && !TEXT_TROUBLE.test(typed);
}

function anyOf(...expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => source).join('|'));
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
