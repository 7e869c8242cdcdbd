import type { TeamMember } from '../current-team/current-team.ts';
import type { RowId } from '../roster/roster.ts';
import type { FieldChange } from './field-change.ts';

/** How a row stands against the current team. Someone in doubt, of whom nobody can say who it is, is changed. */
export type RowComparison =
  | { readonly kind: 'new' }
  | { readonly kind: 'unchanged'; readonly member: TeamMember }
  | {
      readonly kind: 'changed';
      readonly changes: readonly FieldChange[];
      /** Null where the email address is one person's and the employee ID another's. */
      readonly member: TeamMember | null;
    };

/** How the rows of a roster that is to be a bulk update stand against the current team. */
export interface TeamComparison {
  /** Null for a row without text, which is nobody. */
  of(row: RowId): RowComparison | null;
  readonly counts: Readonly<Record<RowComparison['kind'], number>>;
}

/** Who of the current team a row is; null where that is nobody, or nobody can say. */
export function memberIn(comparison: RowComparison): TeamMember | null {
  return comparison.kind === 'new' ? null : comparison.member;
}
