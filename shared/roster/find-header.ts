import { matchHeaders } from '../columns/match-headers.ts';

/** Rows with text among which the header is looked for: the titles and notes above a table are fewer. */
export const HEADER_AMONG = 25;

/** Characters of a cell that tell whether it is a number. */
const LONGEST_NUMBER = 40;

/** The place of the header row among the first rows of a file, or -1 if none of them is one. */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const known = rows.map(knownColumns);
  const most = Math.max(0, ...known);
  return most === 0 ? -1 : known.indexOf(most);
}

/** How many columns of the catalogue a row names; 0 for a row that cannot be a header. */
function knownColumns(row: readonly string[]): number {
  const texts = row.filter((cell) => cell.trim() !== '');
  if (texts.some(isOfPerson)) return 0;
  const known = new Set(matchHeaders(texts).flatMap(({ claims }) => claims ?? []));
  // “Team Leader” and “Manager” are roles that people have: alone among other texts they make no header.
  return known.size === 1 && texts.length > 1 && known.has('teamLeader') ? 0 : known.size;
}

/** A header and the places of its rows among the first of a file: one, or two that merged cells make one header of. */
interface HeaderRows {
  readonly from: number;
  readonly to: number;
  readonly header: readonly string[];
}

/** The header among the first rows of a file, of two rows where they name more columns together; null if there is none. */
export function headerRows(rows: readonly (readonly string[])[]): HeaderRows | null {
  const place = findHeader(rows);
  if (place === -1) return null;
  for (const from of [place - 1, place]) {
    const header = joinHeaders(rows[from] ?? [], rows[from + 1] ?? []);
    if (header !== null) return { from, to: from + 1, header };
  }
  return { from: place, to: place, header: rows[place] ?? [] };
}

/**
 * Two rows as one header, where the lower one names columns under a heading such as “Name” and leaves the others as
 * they are. Null where that names no more columns than one of them: a person names none, a repeated header no more.
 */
function joinHeaders(upper: readonly string[], lower: readonly string[]): string[] | null {
  const joined = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const below = lower[index] ?? '';
    return below.trim() === '' ? (upper[index] ?? '') : below;
  });
  const [above, below] = [knownColumns(upper), knownColumns(lower)];
  return above > 0 && below > 0 && knownColumns(joined) > Math.max(above, below) ? joined : null;
}

/** Whether a text stands in the row of a person and never in a header: an address, a number, y or n. */
function isOfPerson(text: string): boolean {
  return text.includes('@') || /^\s*(?:\d+|[yn])\s*$/i.test(text.slice(0, LONGEST_NUMBER));
}

/** Whether nothing can be read in a row. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell === '' || cell.trim() === '');
}
