/**
 * The separators that spreadsheets write between the cells of a line, in the order in which they win when nothing
 * tells them apart.
 */
export const DELIMITERS = ['\t', ',', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The marks that may enclose a cell: `"`, `'`, or none, where every mark is text. */
export const QUOTES = ['double', 'single', 'none'] as const;
export type Quote = (typeof QUOTES)[number];

/** What stands between the cells, in words. */
export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  '\t': 'tabs',
  ',': 'commas',
  ';': 'semicolons',
  '|': 'vertical bars',
};

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
