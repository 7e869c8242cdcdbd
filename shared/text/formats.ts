import { z } from 'zod';

/** What stands between the cells of a line: any single character that `isDelimiter` takes. */
export type Delimiter = string;

/**
 * The separators that programs write, in the order in which they win when nothing tells them apart: those of
 * spreadsheets, those of databases and mainframes, and the control characters of Hive and of ASCII.
 */
export const DELIMITERS = ['\t', ',', ';', '|', '^', '~', '¦', '\u0001', '\u001f'] as const;

/** Whether a text can separate cells: one character, but a quotation mark, half of a pair or a line end. */
export function isDelimiter(text: string): boolean {
  return /^[^"\r\n\ufeff\p{Surrogate}]$/u.test(text);
}

/** A separator as it crosses to the host or is kept. */
export const delimiterSchema = z.string().refine(isDelimiter);

/** One and several of a separator, in words. */
const DELIMITER_WORDS: ReadonlyMap<Delimiter, readonly [one: string, several: string]> = new Map([
  ['\t', ['tab', 'tabs']],
  [',', ['comma', 'commas']],
  [';', ['semicolon', 'semicolons']],
  ['|', ['vertical bar', 'vertical bars']],
  ['^', ['caret', 'carets']],
  ['~', ['tilde', 'tildes']],
  ['¦', ['broken bar', 'broken bars']],
  [':', ['colon', 'colons']],
  [' ', ['space', 'spaces']],
]);

/** A separator in words: “comma”, or “#” in quotation marks, or the code of what cannot be seen. */
export function delimiterName(delimiter: Delimiter): string {
  return DELIMITER_WORDS.get(delimiter)?.[0] ?? delimiterSign(delimiter);
}

/** What stands between the cells, in words: “commas”. */
export function delimiterNames(delimiter: Delimiter): string {
  return DELIMITER_WORDS.get(delimiter)?.[1] ?? delimiterSign(delimiter);
}

function delimiterSign(delimiter: Delimiter): string {
  const isSeen = /[^\p{C}\p{Z}]/u.test(delimiter);
  const code = (delimiter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return isSeen ? `“${delimiter}”` : `the character U+${code}`;
}

/** The marks that may enclose a cell: `"`, `'`, or none, where every mark is text. */
export const QUOTES = ['double', 'single', 'none'] as const;
export type Quote = (typeof QUOTES)[number];

interface TextFormat {
  readonly kind: 'text';
  readonly label: string;
  readonly extension: string;
  readonly encoding: 'utf-16le' | 'utf-8';
  readonly delimiter: Delimiter;
  /** Whether Agent Connect's Bulk Create takes it: only UTF-16 text is documented to be. */
  readonly accepted: boolean;
}

interface WorkbookFormat {
  readonly kind: 'workbook';
  readonly label: string;
  readonly extension: string;
  /** The name of its only sheet. */
  readonly sheet: string;
  readonly accepted: false;
}

/** The forms a roster is written in; the names are those of the command line's `--format`. All texts carry a BOM. */
export const WRITE_FORMATS = {
  'unicode-text': {
    kind: 'text',
    label: 'Unicode text (UTF-16, tabs)',
    extension: 'txt',
    encoding: 'utf-16le',
    delimiter: '\t',
    accepted: true,
  },
  'utf16-csv': {
    kind: 'text',
    label: 'UTF-16 CSV (commas)',
    extension: 'csv',
    encoding: 'utf-16le',
    delimiter: ',',
    accepted: true,
  },
  'utf8-csv': {
    kind: 'text',
    label: 'UTF-8 CSV',
    extension: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    accepted: false,
  },
  xlsx: { kind: 'workbook', label: 'Excel workbook', extension: 'xlsx', sheet: 'Roster', accepted: false },
} as const satisfies Record<string, TextFormat | WorkbookFormat>;

/** The name of a form a roster is written in. */
export type WriteFormat = keyof typeof WRITE_FORMATS;

/** The names, the default first. */
export const WRITE_FORMAT_NAMES = [
  'unicode-text',
  'utf16-csv',
  'utf8-csv',
  'xlsx',
] as const satisfies WriteFormat[];
