import type { ColumnKey } from '../person/catalogue.ts';

/** One cell of a person who is in Agent Connect already, in the words of the roster. */
export interface FieldChange {
  readonly column: ColumnKey;
  /** What Agent Connect has now; null where the snapshot does not tell. */
  readonly from: string | null;
  readonly to: string;
  /** Whether Agent Connect never takes it back. */
  readonly permanent: boolean;
}
