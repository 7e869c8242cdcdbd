import { z } from 'zod';
import { assertNever } from '../failures/result.ts';
import { encodingLabel } from '../text/encodings.ts';
import { delimiterNames, delimiterSchema } from '../text/formats.ts';
import type { SourceForm } from '../text/source-form.ts';

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

const LINE_ENDS = {
  crlf: 'lines end as on Windows (CR LF)',
  lf: 'lines end as on Linux and Mac (LF)',
  cr: 'lines end as on old Macs (CR)',
  mixed: 'lines end in different ways',
  none: 'it is one line',
} as const;

/** What a file is, in a few sentences. */
export function whatItIs(form: SourceForm, found: Diagnosis): string[] {
  const size = `${count(found.lines, 'line')}, ${count(found.columns, 'column')}`;
  const header =
    found.headerLine === null
      ? 'no header row'
      : `header in line ${found.headerLine.toLocaleString('en-US')}`;
  return [...formOf(form, found), `${size}, ${header}.`];
}

function formOf(form: SourceForm, { delimiter, lineEnds, quoted }: Diagnosis): string[] {
  if (form.kind === 'workbook')
    return [`An Excel workbook; this is the sheet “${form.sheet}” of ${count(form.sheets.length, 'sheet')}.`];
  const mark = form.bom ? 'with' : 'without';
  const cells = `Cells are separated by ${delimiterNames(delimiter ?? '\t')}${quoted === true ? ', some are quoted' : ''}`;
  return [
    `Text in ${encodingLabel(form.encoding)}, ${mark} byte order mark.`,
    `${cells}; ${LINE_ENDS[lineEnds ?? 'none']}.`,
  ];
}

/** Whether Agent Connect would take the file as it is, and why not. */
export function takenSentence(form: SourceForm, { obstacles }: Diagnosis): string {
  if (obstacles.length === 0) return 'Agent Connect takes a file of this form.';
  const reasons = obstacles.map((obstacle) => reasonOf(obstacle, form));
  return `Agent Connect would not take it as it is: ${reasons.join('; ')}.`;
}

function reasonOf(obstacle: Obstacle, form: SourceForm): string {
  switch (obstacle) {
    case 'workbook':
      return 'it is a workbook, and Agent Connect takes Unicode text';
    case 'encoding':
      return `it is ${form.kind === 'text' ? encodingLabel(form.encoding) : 'a workbook'}, and Agent Connect takes UTF-16 as Excel writes it`;
    case 'byteOrderMark':
      return 'the byte order mark is missing';
    case 'delimiter':
      return 'its cells are not separated by tabs';
    case 'aboveHeader':
      return 'the header is not its first line';
    case 'noHeader':
      return 'no line names the columns of Agent Connect';
    default:
      return assertNever(obstacle);
  }
}

/** What has happened to a column, how often, and the first cells. */
export function damageSentence({ kind, column, count: cells, examples }: Damage): string {
  const such = examples
    .map(({ line, value }) => `“${value}” (line ${line.toLocaleString('en-US')})`)
    .join(', ');
  return `${column}: ${WHAT[kind](cells)}${such === '' ? '' : `, such as ${such}`}.`;
}

const WHAT: Readonly<Record<Damage['kind'], (cells: number) => string>> = {
  leadingZeros: (cells) =>
    `${count(cells, 'number')} shorter than the others: a spreadsheet has likely dropped the zeros in front`,
  roundedNumbers: (cells) => `${count(cells, 'number')} rounded by a spreadsheet: the last digits are lost`,
  hashes: (cells) => `${count(cells, 'cell')} saved as #### from a column that was too narrow`,
  mojibake: (cells) => `${count(cells, 'text')} decoded wrongly before, with two signs for one letter`,
  lostLetters: (cells) => `${count(cells, 'text')} with letters lost to a question mark`,
  mixedDates: (cells) =>
    `${count(cells, 'date')}, of which some have the day first and others the month: some may be swapped`,
  serialDates: (cells) => `${count(cells, 'number')} among dates, as spreadsheets count days`,
};

function count(value: number, what: string): string {
  return `${value.toLocaleString('en-US')} ${what}${value === 1 ? '' : 's'}`;
}
