import type { FindQuery } from '../../shared/find/compile-query.ts';
import { type FoundCells, noFoundCells } from '../../shared/find/found-cells.ts';
import type { RowId } from '../../shared/roster/roster.ts';

/** The cells that a search in the selection looks at, as they were selected when it began. */
export interface FindRange {
  readonly rows: ReadonlySet<RowId>;
  readonly positions: readonly number[];
}

/** Where a search looks: in one column, or in all that are shown but for temporary passwords; in a range or everywhere. */
export interface FindPlace {
  readonly column: number | null;
  readonly range: FindRange | null;
}

/** How far the search is; a failure is said in the bar. */
export type FindProgress =
  | { readonly kind: 'searching' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly why: string };

/** The bar for finding and replacing, and what was found. */
export interface Find {
  readonly isShown: boolean;
  readonly isReplacing: boolean;
  readonly query: FindQuery;
  readonly place: FindPlace;
  readonly replacement: string;
  readonly found: FoundCells;
  /** What matches in hidden columns: counted, but neither gone to nor replaced. */
  readonly hidden: FoundCells;
  /** The searched columns by their positions, in the order on the screen. */
  readonly order: readonly number[];
  readonly progress: FindProgress;
  /** Which field the focus should go to. A new object is a new request. */
  readonly focus: { readonly field: 'find' | 'replace' };
}

export const initialFind: Find = {
  isShown: false,
  isReplacing: false,
  query: { text: '', matchCase: false, wholeCell: false, isExpression: false },
  place: { column: null, range: null },
  replacement: '',
  found: noFoundCells(),
  hidden: noFoundCells(),
  order: [],
  progress: { kind: 'done' },
  focus: { field: 'find' },
};
