import type { Reply } from '../../../shared/contract.ts';
import type { Dialect } from '../../../shared/text/dialect.ts';
import type { TextEncoding } from '../../../shared/text/encodings.ts';
import { parseText } from '../../../shared/text/parse-text.ts';

/** A few lines of a file as one encoding reads them. */
export type Reading = Reply<'file.readings'>['readings'][number];

/**
 * The readings in the order in which they are worth a look: the one that was detected, the likely ones, those that
 * hold every byte, UTF-16, which holds any bytes at all, and those that cannot be the one.
 */
export function inOrder(
  readings: readonly Reading[],
  form: { readonly encoding: TextEncoding; readonly others: readonly TextEncoding[] } | null,
): Reading[] {
  const first = form === null ? [] : [form.encoding, ...form.others];
  const rank = ({ encoding, whole }: Reading): number => {
    const place = first.indexOf(encoding);
    if (place !== -1) return place;
    return first.length + (!whole ? 2 : encoding.startsWith('utf-16') ? 1 : 0);
  };
  return readings.toSorted((a, b) => rank(a) - rank(b));
}

/** Cells of a line that are shown, and characters of each. */
const MOST_CELLS = 6;
const LONGEST_CELL = 60;

const FOREIGN = /[^\0-\u007f]/;

/** What is known of a text's cells apart from its encoding. */
export interface CellsKnown {
  readonly dialect: Dialect;
  /** Places of the columns that hold temporary passwords, from 0. */
  readonly secret: ReadonlySet<number>;
}

/**
 * The cells of each line that are not plain ASCII, which read differently in each encoding; a line without any is left
 * out. Those of a temporary password are never shown.
 */
export function tellingCells({ lines }: Reading, { dialect, secret }: CellsKnown): string[][] {
  const { delimiter, quote, wrapped } = dialect;
  const rows = parseText(lines.join('\n'), delimiter, quote, wrapped);
  return rows
    .map((row) => row.filter((cell, index) => FOREIGN.test(cell) && !secret.has(index)))
    .map((cells) => cells.slice(0, MOST_CELLS).map(visible))
    .filter((cells) => cells.length > 0);
}

/** The beginning of a cell on one line, with a sign for what cannot be seen. */
export function visible(cell: string): string {
  return cell
    .trim()
    .slice(0, LONGEST_CELL)
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(/[\0-\u001f\u007f-\u009f]/g, '␦');
}
