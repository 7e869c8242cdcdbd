import { AT, columnOf } from '../../shared/person/catalogue.ts';
import { cellAt, lineOf, type Roster } from '../../shared/roster/roster.ts';
import { shownValue } from '../../shared/rules/messages.ts';
import { peopleOf } from '../app/session/people.ts';
import type { ProblemEntry } from './problem-groups.ts';

/** The longest text of a cell that an entry shows, in UTF-16 units; what is cut off would not be in sight anyway. */
const LONGEST = 80;

/** The list's lines are of one height, so a text with line breaks shows them as a sign, as the grid does. */
const LINE_BREAKS = /\r\n|\r|\n/g;

/** What an entry shows: its line, and the text that is wrong, or the column or person where there is none. */
export function describeEntry(
  roster: Roster,
  { row: id, problem: { column, code } }: ProblemEntry,
): { readonly line: string; readonly text: string; readonly isEmpty: boolean } {
  const row = roster.byId.get(id);
  const line = row ? lineOf(row).toLocaleString('en-US') : '';
  if (column === null) return { line, text: peopleOf(roster).nameOf(id) || 'The whole row', isEmpty: false };
  const value = row
    ? shownValue(column, cellAt(row, AT[column])).slice(0, LONGEST).replace(LINE_BREAKS, ' ↵ ')
    : '';
  if (value.trim() !== '') return { line, text: value, isEmpty: false };
  // The group says which column is empty: what is left to say is whose.
  const name = code === 'required' ? peopleOf(roster).nameOf(id) : '';
  return name === ''
    ? { line, text: `${columnOf(column).header} is empty`, isEmpty: true }
    : { line, text: name, isEmpty: false };
}
