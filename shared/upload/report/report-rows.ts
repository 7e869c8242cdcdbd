import { endingSentence } from '../journal/ending-sentence.ts';
import { OUTCOMES, type Reason, type RowState, type StoredOtherwise } from '../journal/outcome.ts';
import { inertCell } from './inert-cell.ts';

const HEADER = ['Line', 'Name', 'Email Address', 'Employee ID', 'Outcome', 'Reason'] as const;

/** What became of a row, in a word or three. */
const OUTCOME_WORDS = {
  waiting: 'Not done yet',
  lookingUp: 'Not done yet',
  sending: 'Not known yet',
  settling: 'Not known yet',
  created: 'Created',
  updated: 'Changed',
  skipped: 'Left as it was',
  failed: 'Failed',
  held: 'Held',
  unknown: 'Not known',
  notTried: 'Not tried',
} as const satisfies Record<RowState, string>;

/** A row of an upload: who it is, and what became of them. */
export interface ReportedRow {
  /** The line that a spreadsheet shows. */
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly employeeId: string;
  readonly state: RowState;
  readonly reason: Reason | null;
  readonly words: string;
  /** What was stored otherwise than it was sent. */
  readonly stored?: readonly StoredOtherwise[] | undefined;
}

/**
 * What became of an upload as the rows of a file, the header first. No cell of it is carried out by a spreadsheet, and
 * no temporary password is in it.
 */
export function* reportRows(rows: Iterable<ReportedRow>): Generator<readonly string[]> {
  yield HEADER;
  for (const row of rows) {
    const { line, name, email, employeeId, state } = row;
    const cells = [String(line), name, email, employeeId, OUTCOME_WORDS[state], whyEnded(row)];
    yield cells.map(inertCell);
  }
}

/** Why a row has ended as it has, with the server's words; empty where the outcome says it all, and before there is one. */
export function whyEnded({
  state,
  ...ending
}: Pick<ReportedRow, 'state' | 'reason' | 'words' | 'stored'>): string {
  const outcome = OUTCOMES.find((one) => one === state);
  return outcome === undefined ? '' : endingSentence({ outcome, ...ending });
}
