import type { Delimiter } from './formats.ts';
import { normalizeLineBreaks } from './plain-text.ts';

/** What a file holds in place of half a character. */
const REPLACEMENT = '\ufffd';

/** Rows as text, with what it took to write them. */
export interface SerializedBatch {
  readonly text: string;
  readonly rows: number;
  /** Halves of surrogate pairs that stood alone: no file can hold them, and they were written as U+FFFD. */
  readonly replaced: number;
}

/**
 * Writes rows as delimited text, the exact inverse of `parseText` but for line breaks inside a cell (written as LF, as
 * Excel does) and lone surrogates (written as U+FFFD). CR LF after each row, the last too; no byte order mark.
 */
export function serialize(rows: Iterable<readonly string[]>, delimiter: Delimiter): string {
  const special = specialIn(delimiter);
  const lines: string[] = [];
  for (const row of rows) lines.push(lineOf(row, delimiter, special));
  if (lines.length > 0) lines.push('');
  return lines.join('\r\n');
}

/** Writes rows as `serialize` does, so many at a time, so that no text grows to the longest that an engine can hold. */
export function* serializeInBatches(
  rows: Iterable<readonly string[]>,
  delimiter: Delimiter,
  rowsABatch: number,
): Generator<SerializedBatch, void> {
  let batch: (readonly string[])[] = [];
  const take = (): SerializedBatch => {
    const taken = batch;
    batch = [];
    const text = serialize(taken, delimiter);
    return {
      text,
      rows: taken.length,
      replaced: text.includes(REPLACEMENT) ? countLoneSurrogates(taken) : 0,
    };
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length === rowsABatch) yield take();
  }
  if (batch.length > 0) yield take();
}

/** Counts the halves of surrogate pairs that stand alone and so become U+FFFD in a file. */
export function countLoneSurrogates(rows: Iterable<readonly string[]>): number {
  let count = 0;
  for (const row of rows) for (const cell of row) count += cell.match(/\p{Surrogate}/gu)?.length ?? 0;
  return count;
}

/** What makes a cell need looking at: most have none of it and are written as they are. */
function specialIn(delimiter: Delimiter): RegExp {
  // Excel quotes for the comma too in "Unicode Text", although the tab is the delimiter.
  const escaped = delimiter.replace(/[\\\]^-]/, '\\$&');
  return new RegExp(`[\\t\\n\\r",${escaped}\\ud800-\\udfff]|^\\ufeff`);
}

/** Joining many short texts at once is several times as fast as adding one to the other. */
function lineOf(row: readonly string[], delimiter: Delimiter, special: RegExp): string {
  const cells: string[] = [];
  for (const cell of row) cells.push(special.test(cell) ? specialCell(cell, delimiter) : cell);
  return cells.join(delimiter);
}

function specialCell(cell: string, delimiter: Delimiter): string {
  const text = wellFormed(normalizeLineBreaks(cell));
  if (!isQuoted(text, delimiter)) return text;
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}

function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, REPLACEMENT) : text;
}

/** A byte order mark that begins the text would be taken for the file's own, so it is quoted wherever it begins a cell. */
function isQuoted(text: string, delimiter: Delimiter): boolean {
  return /^\ufeff|[\t\n",]/.test(text) || text.includes(delimiter);
}
