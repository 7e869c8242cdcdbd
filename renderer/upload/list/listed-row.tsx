import type { RowId } from '../../../shared/roster/roster.ts';
import { ROW_MARKS, type RowMark } from '../marks/row-mark.ts';
import '../marks/row-mark.css';

/** One value of a person, old and new. */
export interface ListedChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly permanent: boolean;
}

/** One row of the roster as the upload's lists show it. */
export interface ListedRow {
  /** As a spreadsheet shows it. */
  readonly line: string;
  readonly name: string;
  readonly mark: RowMark;
  readonly changes: readonly ListedChange[];
  /** Reasons and what else there is to say, in sentences. */
  readonly sentences: readonly string[];
  /** The cell that it leads to; null where the row is not in the open roster. */
  readonly place: { readonly row: RowId; readonly position: number } | null;
}

/** The icon of a mark beside words that say the same. */
export function MarkIcon({ mark }: { readonly mark: RowMark }) {
  const { tone, strokes } = ROW_MARKS[mark];
  return (
    <span className="row-mark" data-tone={tone} aria-hidden>
      <svg viewBox="0 0 16 16">
        <path d={strokes} />
      </svg>
    </span>
  );
}
