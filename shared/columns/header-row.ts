import { type HeaderMatch, matchHeaders } from './match-headers.ts';

/**
 * Takes the first row of a block for headers if it names at least two columns, no column twice, and nothing beside
 * them that outnumbers them; null where it looks like a person.
 */
export function headersOf(rows: readonly (readonly string[])[]): HeaderMatch[] | null {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return null;
  const matches = matchHeaders(first);
  const known = matches.filter(({ key }) => key !== null);
  const unknown = matches.filter(({ doubt }) => doubt === 'unknown' || doubt === 'claimedTwice');
  return known.length >= 2 && known.length >= unknown.length ? matches : null;
}
