import { assertNever } from '../failures/result.ts';
import type { Row } from '../roster/roster.ts';
import type { Identifiers } from '../rules/identifier-index.ts';
import { type Doubt, type Match, MOST_CANDIDATES } from './match-people.ts';
import { MOST_CLAIMANTS } from './claims.ts';

/** How rows are named in a sentence. */
export interface RowNames {
  /** A row of the roster, such as `line 12, Ana Ruiz`. */
  readonly here: (row: Row) => string;
  /** The line of a row of the file, as a spreadsheet shows it. */
  readonly lineInFile: (row: Row) => number;
}

/** The sentence that says why a line of the file is left out unless the user says whom it means. */
export function doubtSentence(doubt: Doubt, { candidates }: Match, names: RowNames): string {
  switch (doubt.why) {
    case 'noIdentifier':
      return 'It has nothing to match by, so there is no way to tell whether this person is here already.';
    case 'twiceInFile':
      return `${linesOf(doubt.others, names)} of the file ${doubt.others.length === 1 ? 'has' : 'have'} the same ${IDENTIFIER[doubt.by]}.`;
    case 'severalRows':
      return `${candidates.length}${candidates.length < MOST_CANDIDATES ? '' : ' or more'} rows here have this ${IDENTIFIER[doubt.by]}.`;
    case 'twoPeople':
      return `The email address is that of ${names.here(doubt.byEmail)}, and the employee ID that of ${names.here(doubt.byId)}.`;
    case 'sameRow':
      return `${linesOf(doubt.others, names)} of the file may mean the same person here.`;
    default:
      return assertNever(doubt);
  }
}

const IDENTIFIER: Readonly<Record<keyof Identifiers, string>> = {
  email: 'email address',
  employeeId: 'employee ID',
};

/** As many rows as are remembered stand for more. */
function linesOf(rows: readonly Row[], { lineInFile }: RowNames): string {
  const lines = rows.map((row) => lineInFile(row).toLocaleString('en-US'));
  if (lines.length >= MOST_CLAIMANTS) return `Lines ${lines.join(', ')} and perhaps more`;
  return lines.length === 1 ? `Line ${lines.join()}` : `Lines ${lines.join(' and ')}`;
}
