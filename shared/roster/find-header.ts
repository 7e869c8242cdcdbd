import { hintOf } from '../person/header-hints.ts';
import { matchHeaders } from '../person/match-headers.ts';

/** Rows with text among which the header is looked for: the titles and notes above a table are fewer. */
export const HEADER_AMONG = 25;

/** Characters of a cell that tell whether it is a number. */
const MAX_NUMBER_LENGTH = 40;

/** Characters of a header that hints at something. */
const MAX_HINT_LENGTH = 100;

/** The place of the header row among the first rows of a file, or -1 if none of them is one. */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const known = rows.map(knownColumns);
  const most = Math.max(0, ...known);
  return most === 0 ? findHinted(rows) : known.indexOf(most);
}

/** Different columns that a row must hint at to be a header where none names one for sure. */
const FEWEST_HINTS = 3;

/** The place of the row that hints at most columns, as “Name”, “Department” and “Status” do; -1 if none does enough. */
function findHinted(rows: readonly (readonly string[])[]): number {
  const hinted = rows.map((row) => hintedColumns(row, rows));
  const most = Math.max(0, ...hinted);
  return most < FEWEST_HINTS ? -1 : hinted.indexOf(most);
}

/**
 * How many columns a row hints at; 0 where that is not most of what it says. “Agent” and “Service” are what people have
 * as well: a header says such a word once.
 */
function hintedColumns(row: readonly string[], rows: readonly (readonly string[])[]): number {
  const texts = row.filter((cell) => cell.trim() !== '');
  if (texts.some((text) => text.length > MAX_HINT_LENGTH || isOfPerson(text))) return 0;
  const hints = row.flatMap((text, index) => {
    const isAgain = rows.some((other) => other !== row && other[index] === text);
    return isAgain ? [] : (hintOf(text) ?? []);
  });
  return hints.length * 2 > texts.length ? new Set(hints).size : 0;
}

/** How many columns of the catalogue a row names; 0 for a row that cannot be a header. */
export function knownColumns(row: readonly string[]): number {
  const texts = row.filter((cell) => cell.trim() !== '');
  if (texts.some(isOfPerson)) return 0;
  const known = new Set(matchHeaders(texts).flatMap(({ claims }) => claims ?? []));
  // “Team Leader” and “Manager” are roles that people have: alone among other texts they make no header.
  return known.size === 1 && texts.length > 1 && known.has('teamLeader') ? 0 : known.size;
}

/** Which line names the columns, as a spreadsheet numbers it; `none` where every row is a person. */
export type HeaderChoice = number | 'none';

/** A header and the places of its rows among the first of a file: one, or two that merged cells make one header of. */
export interface HeaderRows {
  readonly from: number;
  readonly to: number;
  readonly header: readonly string[];
}

/** The header among the first rows of a file, of two rows where they name more columns together; null if there is none. */
export function headerRows(rows: readonly (readonly string[])[]): HeaderRows | null {
  const place = findHeader(rows);
  if (place === -1) return null;
  const fromAbove = headerAt(rows, place - 1);
  return fromAbove.to === place ? fromAbove : headerAt(rows, place);
}

/** The header that begins in a row: that row alone, or with the next one where they name more columns together. */
export function headerAt(rows: readonly (readonly string[])[], from: number): HeaderRows {
  // Stryker disable next-line ArrayDeclaration: no text of one word names a column
  const header = joinHeaders(rows[from] ?? [], rows[from + 1] ?? []);
  // Stryker disable next-line ArrayDeclaration: only a row that is there is asked for its header
  return header === null ? { from, to: from, header: rows[from] ?? [] } : { from, to: from + 1, header };
}

/**
 * Two rows as one header, where the lower one names columns under a heading such as “Name” and leaves the others as
 * they are. Null where that names no more columns than one of them: a person names none, a repeated header no more.
 */
function joinHeaders(upper: readonly string[], lower: readonly string[]): string[] | null {
  const joined = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const below = lower[index] ?? '';
    return below.trim() === '' ? (upper[index] ?? '') : underHeading(headingOver(upper, index), below);
  });
  const [above, below] = [knownColumns(upper), knownColumns(lower)];
  return above > 0 && below > 0 && knownColumns(joined) > Math.max(above, below) ? joined : null;
}

/** The text above a cell; that of a cell merged with those to its right stands in the first of them alone. */
function headingOver(upper: readonly string[], index: number): string {
  return upper.slice(0, index + 1).findLast((text) => text.trim() !== '') ?? '';
}

/** “Email” under “Channels” is the email channel and no address: a name with its heading is the surer one. */
function underHeading(heading: string, below: string): string {
  if (heading.trim() === '' || knownColumns([heading]) > 0) return below;
  const together = [heading, heading.trim().replace(/s$/i, '')].map(
    (text) => `${below.trim()} ${text.trim()}`,
  );
  return together.find((text) => knownColumns([text]) > 0) ?? below;
}

/** Whether a text stands in the row of a person and never in a header: an address, a number, y or n. */
function isOfPerson(text: string): boolean {
  return text.includes('@') || /^\s*(?:\d+|[yn])\s*$/i.test(text.slice(0, MAX_NUMBER_LENGTH));
}

/** Whether nothing can be read in a row. */
export function isBlankRow(row: readonly string[]): boolean {
  // Stryker disable next-line ConditionalExpression,StringLiteral: a cell without text needs no trimming, which is quicker
  return row.every((cell) => cell === '' || cell.trim() === '');
}
