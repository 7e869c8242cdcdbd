import type { ColumnKey, FieldKind } from '../person/catalogue.ts';
import type { FactsByCode } from './facts.ts';
import type { ProblemCode } from './problem.ts';
import type { Settings } from './settings.ts';
import type { NameList } from './name-list.ts';

/** A new text for the cell that was checked. */
export interface CellFix {
  readonly safe: boolean;
  readonly to: string;
}

interface CellFindingOf<Code extends ProblemCode> {
  readonly code: Code;
  readonly facts: FactsByCode[Code];
  readonly fixes: readonly CellFix[];
}

/** What a cell rule found in a text, whichever row it stands in. */
export type CellFinding = { [Code in ProblemCode]: CellFindingOf<Code> }[ProblemCode];

/** The order of day and month in dates such as 03/04/2026; null where nothing tells. */
export type DayOrder = 'dmy' | 'mdy' | null;

/** What the cells of a column have in common, for rules that judge one of them. */
export interface Habits {
  /** Whether so many cells hold a word that it stands for nothing: nobody has ten people called None. */
  isRepeated(key: ColumnKey, word: string): boolean;
  /** Whether each number in a column of IDs is written with `.0`. */
  areDecimal(key: ColumnKey): boolean;
}

/** The habits of columns of which nothing is known. */
export const NO_HABITS: Habits = { isRepeated: () => false, areDecimal: () => false };

/** What cell rules may know beside the text. `dayOrder` is the roster's own where its dates tell. */
export interface CellContext {
  readonly settings: Settings;
  readonly roles: NameList | null;
  readonly groups: NameList | null;
  readonly dayOrder: DayOrder;
  readonly habits: Habits;
}

/** Looks at the text of a cell, as typed, in a column of a kind. */
export type CellCheck = (
  typed: string,
  context: CellContext,
  field: FieldKind,
  key: ColumnKey,
) => CellFinding | null;
