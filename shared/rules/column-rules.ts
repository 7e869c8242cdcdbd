import { columns, type FieldKind } from '../person/catalogue.ts';
import type { Row } from '../roster/roster.ts';
import { EARLIEST_YEAR, NO, YES } from './assumptions.ts';
import { isPlain } from './cell-rules/clean-text.ts';
import { isEmail } from './cell-rules/email.ts';
import { isDecimal } from './cell-rules/employee-id.ts';
import { doubtfulWord, isPlaceholder } from './cell-rules/placeholders.ts';
import { isUntroubledLine, isUntroubledText } from './cell-rules/untroubled-text.ts';
import { CellSchema } from './cell-schema.ts';
import { type CellContext, type CellFinding, type DayOrder, type Habits, NO_HABITS } from './finding.ts';
import { NameList } from './name-list.ts';
import type { Settings } from './settings.ts';

/** Distinct texts of a column whose findings are remembered; a hostile file may have a million. */
const MOST_REMEMBERED = 50_000;

const NONE: readonly CellFinding[] = [];

/** A date whose form and day are right in any month. */
const USUAL_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const USUAL_ID = /^[A-Za-z0-9]{1,15}$/;

/** Texts in which no rule of their kind of column can find anything, told without asking the rules: most cells. */
const SURELY_FINE: Partial<Record<FieldKind, (typed: string, today: string) => boolean>> = {
  text: isFineLine,
  longText: isFineText,
  leader: (typed) => isFineLine(typed) && !isDecimal(typed),
  photoUrl: isFineLine,
  password: isPlain,
  email: (typed) => isPlain(typed) && isEmail(typed),
  yesNo: (typed) => typed === YES || typed === NO,
  employeeId: (typed) => USUAL_ID.test(typed) && isNoWord(typed),
  date: (typed, today) => USUAL_DATE.test(typed) && typed >= `${EARLIEST_YEAR}` && typed <= today,
};

function isFineLine(typed: string): boolean {
  return typed !== '' && isUntroubledLine(typed) && isNoWord(typed);
}

function isFineText(typed: string): boolean {
  return typed !== '' && isUntroubledText(typed) && isNoWord(typed);
}

/** Whether a text is none of the words that may stand for no value. */
function isNoWord(typed: string): boolean {
  return !isPlaceholder(typed) && doubtfulWord(typed) === null;
}

type CellsFound = readonly (readonly [place: number, findings: readonly CellFinding[]])[];

class ColumnRules {
  readonly #schema: CellSchema;
  readonly #isFine: (typed: string, today: string) => boolean;
  readonly #today: string;
  readonly #remembered = new Map<string, readonly CellFinding[]>();

  constructor(schema: CellSchema, field: FieldKind, today: string) {
    this.#schema = schema;
    this.#isFine = SURELY_FINE[field] ?? (() => false);
    this.#today = today;
  }

  check(typed: string): readonly CellFinding[] {
    return this.#isFine(typed, this.#today) ? NONE : this.#judge(typed);
  }

  checkBlock(rows: readonly Row[], position: number): CellsFound {
    const found: [number, readonly CellFinding[]][] = [];
    const isFine = this.#isFine;
    const today = this.#today;
    for (let place = 0; place < rows.length; place += 1) {
      const typed = rows[place]?.cells[position] ?? '';
      if (isFine(typed, today)) continue;
      const findings = this.#judge(typed);
      if (findings.length > 0) found.push([place, findings]);
    }
    return found;
  }

  #judge(typed: string): readonly CellFinding[] {
    const remembered = this.#remembered.get(typed);
    if (remembered !== undefined) return remembered;
    const found = this.#schema.findingsIn(typed);
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

  /**
   * `ownOrder` is asked for the order of day and month that the roster's own dates tell, `habits` for what the cells of
   * its columns have in common.
   */
  constructor(settings: Settings, ownOrder: () => DayOrder, habits: Habits = NO_HABITS) {
    const context = contextOf(settings, ownOrder, habits);
    this.#columns = columns.map(
      (column) => new ColumnRules(new CellSchema(column, context), column.field, settings.today),
    );
  }

  /** What the rules of the column at a position find in a text, in the order of the rules. */
  check(position: number, typed: string): readonly CellFinding[] {
    return this.#columns[position]?.check(typed) ?? NONE;
  }

  /** The same of several rows: the cells in which something was found, by their row's place among these. */
  checkBlock(rows: readonly Row[], position: number): CellsFound {
    return this.#columns[position]?.checkBlock(rows, position) ?? [];
  }

  /** Forgets what was found in a column, because the context that it was found in is another now. */
  forget(position: number): void {
    this.#columns[position]?.forget();
  }
}

function contextOf(settings: Settings, ownOrder: () => DayOrder, habits: Habits): () => CellContext {
  const roles = settings.roles && new NameList(settings.roles);
  const groups = settings.groups && new NameList(settings.groups);
  return () => ({ settings, roles, groups, dayOrder: ownOrder() ?? settings.dayOrder, habits });
}
