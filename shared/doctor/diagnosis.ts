import { z } from 'zod';
import { delimiterSchema } from '../text/formats.ts';

/** What a spreadsheet can have done to a column before the file came here. */
const DAMAGE = [
  /** Numbers of fixed width that are shorter than the others of their column. */
  'leadingZeros',
  /** `1.23E+11`, or digits beyond the fifteenth that are all zeros. */
  'roundedNumbers',
  /** `####`, which a spreadsheet shows where a column is too narrow. */
  'hashes',
  /** UTF-8 that was read as Windows-1252: `MÃ¼ller`. */
  'mojibake',
  /** Letters that became `?` or U+FFFD. */
  'lostLetters',
  /** Some dates can only have the day first, others only the month. */
  'mixedDates',
  /** Numbers among dates, as spreadsheets count days. */
  'serialDates',
] as const;

const damage = z.strictObject({
  kind: z.enum(DAMAGE),
  /** The column's header, or its place where it has none. */
  column: z.string(),
  count: z.number().int().positive(),
  /** The first cells, by the line that a spreadsheet shows; none of a secret column. */
  examples: z.array(z.strictObject({ line: z.number().int(), value: z.string() })),
});
export type Damage = z.infer<typeof damage>;

/** Why the page of Agent Connect would not take a file as it is. */
const OBSTACLES = ['workbook', 'encoding', 'byteOrderMark', 'delimiter', 'aboveHeader', 'noHeader'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** What can be said of the form and the state of any table, whether or not it is a roster. */
export const diagnosis = z.strictObject({
  /** Null for a workbook, as are `lineEnds` and `quoted`. */
  delimiter: delimiterSchema.nullable(),
  lineEnds: z.enum(['crlf', 'lf', 'cr', 'mixed', 'none']).nullable(),
  /** Whether any cell is quoted. */
  quoted: z.boolean().nullable(),
  /** Rows, blank ones and the header included. */
  lines: z.number().int().nonnegative(),
  columns: z.number().int().nonnegative(),
  /** Null where no row names columns that Agent Connect knows. */
  headerLine: z.number().int().nullable(),
  /** Empty where Agent Connect takes the file's form; what stands in its cells is another matter. */
  obstacles: z.array(z.enum(OBSTACLES)),
  damage: z.array(damage),
});
export type Diagnosis = z.infer<typeof diagnosis>;
