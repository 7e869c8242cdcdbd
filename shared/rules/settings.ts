import type { ColumnKey } from '../person/catalogue.ts';
import type { CurrentTeam } from '../person/team-member.ts';

/** Everything the rules need to know beside the roster; they have no clock and read no file. */
export interface Settings {
  /** Today's date as YYYY-MM-DD. */
  readonly today: string;
  /** How to read 03/04/2026 where the roster's own dates do not tell; null if nobody has said. */
  readonly dayOrder: 'dmy' | 'mdy' | null;
  readonly mode: 'create' | 'update';
  /** The organization's active roles and groups, exactly as Agent Connect shows them; null if not known. */
  readonly roles: readonly string[] | null;
  readonly groups: readonly string[] | null;
  readonly team: CurrentTeam | null;
  /** The columns that the organization's own template has; null if there is none. */
  readonly template: readonly ColumnKey[] | null;
}
