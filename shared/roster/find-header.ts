import { matchHeaders } from '../columns/match-headers.ts';

/** Rows with text among which the header is looked for: the titles and notes above a table are fewer. */
export const HEADER_AMONG = 25;

/** The place of the header row among the first rows of a file, or -1 if none of them is one. */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const known = rows.map(knownColumns);
  const most = Math.max(0, ...known);
  return most === 0 ? -1 : known.indexOf(most);
}

/** How many columns of the catalogue a row names; 0 for a row that cannot be a header. */
function knownColumns(row: readonly string[]): number {
  const texts = row.filter((cell) => cell.trim() !== '');
  // The row of a person may hold “Team Lead” and “Georgia, State”, but it has an address too; a header has none.
  if (texts.some((text) => text.includes('@'))) return 0;
  const known = new Set(matchHeaders(texts).flatMap(({ claims }) => claims ?? [])).size;
  return known > 1 || known === texts.length ? known : 0;
}

/** Whether nothing can be read in a row. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell === '' || cell.trim() === '');
}
