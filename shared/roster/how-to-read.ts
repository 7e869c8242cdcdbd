import { z } from 'zod';
import { delimiterSchema, QUOTES } from '../text/formats.ts';
import { textEncoding } from '../text/source-form.ts';

/**
 * What the user has said about how a file is read: the sheet of a workbook; the encoding, delimiter and quotes of a text;
 * the line of the header. The rest is found out.
 */
export const howToRead = z.strictObject({
  sheet: z.string().optional(),
  encoding: textEncoding.optional(),
  delimiter: delimiterSchema.optional(),
  quote: z.enum(QUOTES).optional(),
  header: z.union([z.number().int().nonnegative(), z.literal('none')]).optional(),
});
export type HowToRead = Readonly<z.infer<typeof howToRead>>;
