import { AT } from '../../shared/person/catalogue.ts';
import type { FieldChange } from '../../shared/comparison/field-change.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import { quoted } from '../../shared/rules/messages/words.ts';
import type { Document } from '../app/session/document.ts';

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
