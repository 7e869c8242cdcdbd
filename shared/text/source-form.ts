import { z } from 'zod';
import { assertNever } from '../failures/result.ts';
import { encodingLabel, TEXT_ENCODINGS } from './encodings.ts';

/** The name of an encoding, as a file is opened in it. */
export const textEncoding = z.enum(TEXT_ENCODINGS);

/** What a sheet of a workbook says of its cells beside their texts. */
export const sheetTraits = z.strictObject({
  /** Ranges such as `M4:M8` that are merged over several rows and hold text, the first of them. */
  merged: z.array(z.string()).readonly(),
  /** Lines that hold text and that Excel does not show, by a filter or by hand. */
  hiddenRows: z.array(z.number().int().positive()).readonly(),
  /** Places of columns that Excel does not show, from 0. */
  hiddenColumns: z.array(z.number().int().nonnegative()).readonly(),
  /** Cells such as `D4` of formulas without a stored value, the first of them: they are empty until Excel calculates them. */
  uncalculated: z.array(z.string()).readonly(),
});
export type SheetTraits = z.infer<typeof sheetTraits>;

/** What a workbook was found to hold. */
export const workbookForm = z.strictObject({
  kind: z.literal('workbook'),
  sheet: z.string(),
  /** Visible sheets, in the order of their tabs. */
  sheets: z.array(z.string()).readonly(),
  hidden: z.array(z.string()).readonly(),
  /** Why this sheet: the user chose it, it looks more like a roster than those before it, or it is the first with text. */
  picked: z.enum(['chosen', 'likeliest', 'first']),
  traits: sheetTraits,
});

/** What a file was found to be. */
export const sourceForm = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    encoding: textEncoding,
    bom: z.boolean(),
    /**
     * `sure` by a byte order mark or by what the bytes prove; `likely` and `guess` by how they read as words; `chosen`
     * by the user.
     */
    confidence: z.enum(['sure', 'likely', 'guess', 'chosen']),
    /** Encodings that read the text otherwise, the likelier first; none where it is sure. */
    others: z.array(textEncoding).readonly(),
  }),
  workbookForm,
]);
export type SourceForm = z.infer<typeof sourceForm>;

/** How sure it is what a text file was written in, for a person; null where there is nothing to doubt. */
export function encodingSentence(form: SourceForm | null): string | null {
  if (form?.kind !== 'text') return null;
  const label = encodingLabel(form.encoding);
  switch (form.confidence) {
    case 'sure':
      return null;
    case 'likely':
      return `Read as ${label}, which is likely.`;
    case 'guess':
      return `Read as ${label}, which is a guess: check that the names are spelled right.`;
    case 'chosen':
      return `Read as ${label}, as you chose.`;
    default:
      return assertNever(form.confidence);
  }
}

type Workbook = Extract<SourceForm, { kind: 'workbook' }>;

/** How many sheets a workbook has, for a person. */
export function sheetCount({ sheets, hidden }: Workbook): string {
  const all = `${sheets.length} ${sheets.length === 1 ? 'sheet' : 'sheets'}`;
  return hidden.length === 0 ? all : `${all} and ${hidden.length} hidden`;
}

/** Why the sheet that was opened is the one; null where there was nothing to choose. */
export function whySheet({ sheet, hidden, picked }: Workbook): string | null {
  if (hidden.includes(sheet))
    return picked === 'chosen' ? 'It is hidden in Excel.' : 'It is hidden; the visible ones are empty.';
  return picked === 'likeliest' ? 'It looks more like a roster than the sheets before it.' : null;
}
