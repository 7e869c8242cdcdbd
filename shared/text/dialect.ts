// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the rooms that import this file see the types only so
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { matchHeaders } from '../columns/match-headers.ts';
import { type Delimiter, DELIMITERS } from './formats.ts';
import { normalizeLineBreaks } from './line-breaks.ts';

/** Characters and rows of the sample that are looked at. */
const MOST_TEXT = 1 << 16;
const MOST_ROWS = 25;

/**
 * Guesses the delimiter from the beginning of a text: the one that shows most headers of known columns, or else the one
 * that splits most rows into the same number of cells. A text of one column is taken for tab-delimited.
 */
export function detectDelimiter(sample: string): Delimiter {
  const text = normalizeLineBreaks(sample.slice(0, MOST_TEXT).replace(/^\uFEFF/, ''));
  const found = DELIMITERS.map((delimiter) => evidenceFor(delimiter, text));
  return found.reduce((best, next) => (isStronger(next, best) ? next : best)).delimiter;
}

interface Evidence {
  readonly delimiter: Delimiter;
  /** Columns of the catalogue that the best row names. */
  readonly headers: number;
  /** Rows that have the most frequent number of cells, if that is two or more. */
  readonly agreeing: number;
  readonly cells: number;
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
  return { delimiter, headers: Math.max(0, ...headers), agreeing, cells };
}

/** The first rows without blank ones and without the last, which the sample may have cut, if there are others. */
function firstRows(delimiter: Delimiter, text: string): string[][] {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: MOST_ROWS });
  const { data } = parser.parse(text, 0, false);
  const rows = data.length > 1 && data.length < MOST_ROWS && !text.endsWith('\n') ? data.slice(0, -1) : data;
  return rows.slice(0, MOST_ROWS).filter((row) => row.length > 1 || row[0] !== '');
}
