// oxlint-disable-next-line typescript/triple-slash-reference -- only so do files that import this one see the types
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { matchHeaders } from '../person/match-headers.ts';
import { type Delimiter, DELIMITERS, isDelimiter, type Quote } from './formats.ts';
import { normalizeLineBreaks } from './plain-text.ts';

/** Characters and rows of the sample that are looked at. */
const MAX_TEXT = 1 << 16;
const MAX_ROWS = 25;

/** How the cells of a text stand beside each other. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  /** Whether each line stands in quotation marks as a whole, a cell that holds the real line: what was exported twice. */
  readonly wrapped: boolean;
}

/** The dialect in which a workbook's rows cross from the host. */
export const TABS: Dialect = { delimiter: '\t', quote: 'double', wrapped: false };

/** The dialect of a text by its beginning; what the user has said of it wins. */
export function resolveDialect(
  sample: string,
  told: { readonly [Part in 'delimiter' | 'quote']?: Dialect[Part] | null | undefined } = {},
): Dialect {
  const inner = (told.quote ?? null) === null ? insideQuotes(sample, told.delimiter ?? null) : null;
  const text = inner ?? sample;
  const delimiter = told.delimiter ?? detectDelimiter(text);
  return { delimiter, quote: told.quote ?? detectQuote(text, delimiter), wrapped: inner !== null };
}

/** A line that is one cell in quotation marks. */
const WRAPPED = /^"(?:[^"]|"")+"$/;

/**
 * The first lines of a text as they stand inside of quotation marks, where each line but perhaps the header is one quoted
 * cell, and what they hold are the cells of a table; null of any other text.
 */
function insideQuotes(sample: string, told: Delimiter | null): string | null {
  const lines = wholeLines(beginningOf(sample)).filter((line) => line.trim() !== '');
  const rest = lines.slice(1);
  if (rest.length === 0 || !rest.every((line) => WRAPPED.test(line))) return null;
  const inner = lines
    .map((line) => (WRAPPED.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line))
    .join('\n');
  const { headers, agreeing, cells } = evidenceFor(told ?? detectDelimiter(inner), inner);
  return headers > 1 || (agreeing === lines.length && cells > 2) ? inner : null;
}

/** The first lines of a text without the last, which the sample may have cut, if there are others. */
function wholeLines(text: string): string[] {
  const lines = text.split('\n', MAX_ROWS);
  return lines.length > 1 && lines.length < MAX_ROWS ? lines.slice(0, -1) : lines;
}

/**
 * Guesses the delimiter from the beginning of a text: the one that its first line declares, the one that shows most
 * headers of known columns, or else the one that splits most rows into the same number of cells. A text of one column
 * is taken for tab-delimited.
 */
export function detectDelimiter(sample: string): Delimiter {
  const text = beginningOf(sample);
  const declared = /^sep=([^\n])\n/iu.exec(text)?.[1];
  const isUsual = DELIMITERS.some((one) => one === declared);
  // An unusual one is believed where there is any.
  if (declared !== undefined && isDelimiter(declared) && (isUsual || text.includes(declared, 'sep=;'.length)))
    return declared;
  const usual = DELIMITERS.map((delimiter) => evidenceFor(delimiter, text));
  const unusual = marksIn(text).flatMap((mark) => headersAlone(evidenceFor(mark, text)));
  return [...usual, ...unusual].reduce((best, next) => (isStronger(next, best) ? next : best)).delimiter;
}

/** Marks of a text that are tried beside the usual ones. */
const MAX_MARKS = 12;

/** What else than the usual separators may separate cells: the marks and control characters of the first lines. */
function marksIn(text: string): Delimiter[] {
  const lines =
    text
      .split('\n', MAX_ROWS)
      .join('')
      .match(/[^\p{L}\p{N}\p{M}\p{Cs}\s"@]/gu) ?? [];
  const marks = new Set(lines.filter((mark) => isDelimiter(mark) && !DELIMITERS.some((one) => one === mark)));
  return [...marks].slice(0, MAX_MARKS);
}

/**
 * An unusual separator is believed by the headers that it shows, where most rows have as many cells: times and paths
 * have the same number of its kind in each row too.
 */
function headersAlone({ delimiter, headers, agreeing, rows }: Evidence): Evidence[] {
  return headers > 1 && agreeing * 2 > rows ? [{ delimiter, headers, agreeing: 0, cells: 1, rows }] : [];
}

/** Whether a row is the line by which a text tells Excel its delimiter, `sep=;`; Excel does not count it as one. */
export function isSeparatorLine([first = '', ...others]: readonly string[]): boolean {
  return /^sep=.?$/iu.test(first) && others.every((text) => text === '');
}

/** Single quotes enclose cells only where most cells stand in them: `'` is a letter of many names. */
function detectQuote(sample: string, delimiter: Delimiter): Quote {
  const lines = beginningOf(sample).split('\n', MAX_ROWS);
  const cells = lines.flatMap((line) => line.split(delimiter)).filter((cell) => cell.trim() !== '');
  const enclosed = cells.filter((cell) => cell.length > 1 && cell.startsWith("'") && cell.endsWith("'"));
  return enclosed.length * 2 > cells.length ? 'single' : 'double';
}

function beginningOf(sample: string): string {
  return normalizeLineBreaks(sample.slice(0, MAX_TEXT).replace(/^\uFEFF/, ''));
}

interface Evidence {
  readonly delimiter: Delimiter;
  /** Columns of the catalogue that the best row names. */
  readonly headers: number;
  /** Rows that have the most frequent number of cells, if that is two or more. */
  readonly agreeing: number;
  readonly cells: number;
  /** Rows that were looked at. */
  readonly rows: number;
}

function isStronger(a: Evidence, b: Evidence): boolean {
  // One known header says little: the title of a list may be “Role”.
  if (a.headers !== b.headers && Math.max(a.headers, b.headers) > 1) return a.headers > b.headers;
  return a.agreeing === b.agreeing ? a.cells > b.cells : a.agreeing > b.agreeing;
}

function evidenceFor(delimiter: Delimiter, text: string): Evidence {
  const rows = firstRows(delimiter, text);
  const rowsByWidth = new Map<number, number>();
  for (const { length } of rows) if (length > 1) rowsByWidth.set(length, (rowsByWidth.get(length) ?? 0) + 1);
  const [cells, agreeing] = [...rowsByWidth].reduce(
    (best, next) => (next[1] > best[1] ? next : best),
    [1, 0],
  );
  const headers = rows.map((row) => new Set(matchHeaders(row).flatMap(({ claims }) => claims ?? [])).size);
  return { delimiter, headers: Math.max(0, ...headers), agreeing, cells, rows: rows.length };
}

/** The first rows without the last, which the sample may have cut, if there are others. */
function firstRows(delimiter: Delimiter, text: string): string[][] {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: MAX_ROWS });
  const { data } = parser.parse(text, 0, false);
  // After a line end that is an empty row.
  return data.length > 1 && data.length < MAX_ROWS ? data.slice(0, -1) : data;
}
