import type { RowComparison } from '../../shared/comparison/row-comparison.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import type { Document } from '../app/session/document.ts';
import { type MarkLook, ROW_MARKS } from '../upload/marks/row-mark.ts';

/** How the gutter shows a row of a bulk update; one that is as in Agent Connect has no mark. */
const TEAM_MARKS = {
  new: { label: 'Not in Agent Connect', tone: 'accent', strokes: ROW_MARKS.create.strokes },
  changed: { label: 'Differs from Agent Connect', tone: 'accent', strokes: ROW_MARKS.changed.strokes },
  unchanged: null,
} as const satisfies Record<RowComparison['kind'], MarkLook | null>;

/** The mark of a row by how it stands against the current team. */
export function teamMarkOf(
  { checker: { comparison } }: Pick<Document, 'checker'>,
  row: RowId,
): MarkLook | null {
  const compared = comparison?.of(row);
  return compared ? TEAM_MARKS[compared.kind] : null;
}
