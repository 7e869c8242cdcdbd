import type { FieldChange, RowComparison } from '../../../shared/team/find-changes.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { RowId } from '../../../shared/roster/roster.ts';
import { quoted } from '../../../shared/rules/messages/words.ts';
import type { Document } from '../../app/session/document.ts';
import { type MarkLook, ROW_MARKS } from '../../upload/marks/row-mark.ts';

/** What a cell of a bulk update would change in Agent Connect; null where that is nothing. */
export function differenceAt(
  { checker: { comparison } }: Pick<Document, 'checker'>,
  row: RowId,
  position: number,
): FieldChange | null {
  const compared = comparison?.of(row);
  if (compared?.kind !== 'changed') return null;
  return compared.changes.find(({ column }) => AT[column] === position) ?? null;
}

/** What Agent Connect has in the place of a cell's text, in a sentence. */
export function differenceSentence({ from, permanent }: FieldChange): string {
  const has =
    from === null
      ? 'It is not known what Agent Connect has here: the copy of its team does not say.'
      : from === ''
        ? 'Agent Connect has nothing here.'
        : `Agent Connect has ${quoted(from)} here.`;
  return permanent ? `${has} It never takes this change back.` : has;
}

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
