import { AT } from '../person/catalogue.ts';
import { cellAt, type Roster, type Row } from '../roster/roster.ts';
import { comparable } from './cell-rules/clean-text.ts';
import { readDate } from './cell-rules/read-date.ts';
import type { Checker } from './checker.ts';

/** A date of a roster that could be two, as YYYY-MM-DD each. */
export interface DayOrderQuestion {
  readonly value: string;
  readonly dmy: string;
  readonly mdy: string;
}

/** Rows that are checked: dates such as 25-12-10 depend on more than the order of day and month. */
const MOST_TRIED = 100;

/** A date whose order of day and month the roster's own dates do not tell, a high one; null where none is in question. */
export function dayOrderQuestion(roster: Roster, checker: Checker): DayOrderQuestion | null {
  const rows: Row[] = [];
  for (const id of checker.undecidedDates()) {
    const row = roster.byId.get(id);
    if (row !== undefined) rows.push(row);
    if (rows.length === MOST_TRIED) break;
  }
  rows.sort((a, b) => a.index - b.index);
  for (const row of rows) {
    const question = questionOf(comparable(cellAt(row, AT.startDate)));
    if (question !== null) return question;
  }
  return null;
}

function questionOf(value: string): DayOrderQuestion | null {
  const { readings } = readDate(value);
  const dateIn = (wanted: 'dmy' | 'mdy') => readings.find(({ order }) => order === wanted)?.date;
  const [dmy, mdy] = [dateIn('dmy'), dateIn('mdy')];
  return dmy === undefined || mdy === undefined ? null : { value, dmy, mdy };
}
