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

/** Whether a text stands in the row of a person and never in a header: an address, a number, y or n. */
function isOfPerson(text: string): boolean {
  return text.includes('@') || /^\s*(?:\d+|[yn])\s*$/i.test(text.slice(0, LONGEST_NUMBER));
}

/** Whether nothing can be read in a row. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell === '' || cell.trim() === '');
}
