import type { RowId } from '../roster/roster.ts';

/** What tells whether a person of the file is one of the roster's. */
export type MatchBy = 'emailThenId' | 'email' | 'employeeId';

/** Whom a line of the file means that is in doubt: a row of the roster, or someone new. */
export type Meant = RowId | 'new';

/** What the user says about how a file is added to the open roster. */
export interface MergeChoices {
  readonly matchBy: MatchBy;
  /** What becomes of a text of the roster where the file has the column and nothing in it. */
  readonly blanks: 'keep' | 'clear';
  /** Columns that are not taken from the file, by their positions in its rows. */
  readonly leftOut: ReadonlySet<number>;
  /** By row of the file, for those in doubt; the others of them are left out. */
  readonly meant: ReadonlyMap<RowId, Meant>;
}

export const DEFAULT_CHOICES: MergeChoices = {
  matchBy: 'emailThenId',
  blanks: 'keep',
  leftOut: new Set(),
  meant: new Map(),
};

/** The choices with whom a line of the file means; nobody else means that row then. Null leaves the line out. */
export function withMeant(choices: MergeChoices, row: RowId, meant: Meant | null): MergeChoices {
  const others = [...choices.meant].filter(
    ([other, one]) => other !== row && (one !== meant || one === 'new'),
  );
  return { ...choices, meant: new Map(meant === null ? others : [...others, [row, meant]]) };
}

/** The choices with a column of the file taken or not, by its position there. */
export function withColumnTaken(choices: MergeChoices, position: number, taken: boolean): MergeChoices {
  const leftOut = new Set(choices.leftOut);
  if (taken) leftOut.delete(position);
  else leftOut.add(position);
  return { ...choices, leftOut };
}
