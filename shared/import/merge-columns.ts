import { AT, type ColumnKey, columns } from '../person/catalogue.ts';
import { headerKey } from '../person/match-headers.ts';
import type { SourceColumn } from '../roster/read-roster.ts';
import type { CarriedColumn, Roster, RowId } from '../roster/roster.ts';

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

/** A column that the file has, and where its texts go. */
export interface MergeColumn {
  /** As the roster shows it. */
  readonly header: string;
  /** Null for a column that the catalogue does not know. */
  readonly key: ColumnKey | null;
  /** Position in the cells of the file's rows. */
  readonly from: number;
  /** Position in the cells of the roster's rows. */
  readonly to: number;
  /** Whether the roster does not show it yet. */
  readonly isNew: boolean;
}

/**
 * The columns of a file beside those of the open roster: the catalogue's by what they are, the others by their headers.
 * Of several with one header the first goes to the first, the second to the second. What the roster does not have gets a
 * place of its own behind all texts.
 */
export function mergeColumns(
  { columns: shown, rows }: Roster,
  file: Roster,
  source: readonly Pick<SourceColumn, 'key'>[],
): MergeColumn[] {
  // Stryker disable next-line ArrayDeclaration: a text that is no key asks for no column
  const keys = new Set(source.flatMap(({ key }) => key ?? []));
  const known = columns.flatMap(({ key, header, standard }): MergeColumn[] => {
    const isNew = !standard && !shown.optional.includes(key);
    return keys.has(key) ? [{ header, key, from: AT[key], to: AT[key], isNew }] : [];
  });
  const places = new CarriedPlaces(shown.carried);
  let next = Math.max(columns.length, ...shown.carried.map(({ position }) => position + 1));
  // A column that was taken for another may have left texts where no column is shown.
  for (const { cells } of rows) next = Math.max(next, cells.length);
  const carried = file.columns.carried.map(({ header, position: from }): MergeColumn => {
    const there = places.take(header);
    if (there !== null) return { header: there.header, key: null, from, to: there.position, isNew: false };
    next += 1;
    return { header, key: null, from, to: next - 1, isNew: true };
  });
  return [...known, ...carried];
}

/** Whether a column names people, whom the other columns are about. */
export function isIdentifier({ key }: Pick<MergeColumn, 'key'>): boolean {
  return key === 'email' || key === 'employeeId';
}

/** Whether someone new comes with the texts of a column: without their identifiers nobody would know them again. */
export function isBrought(column: Pick<MergeColumn, 'key'> & { readonly taken: boolean }): boolean {
  return column.taken || isIdentifier(column);
}

/** The unrecognised columns of a roster, each given away once. */
class CarriedPlaces {
  readonly #byHeader = new Map<string, CarriedColumn[]>();

  constructor(carried: readonly CarriedColumn[]) {
    for (const column of carried) {
      const key = keyOf(column.header);
      this.#byHeader.set(key, [...(this.#byHeader.get(key) ?? []), column]);
    }
  }

  take(header: string): CarriedColumn | null {
    return this.#byHeader.get(keyOf(header))?.shift() ?? null;
  }
}

/** A header of signs alone is compared as it stands. */
function keyOf(header: string): string {
  return headerKey(header) || header;
}
