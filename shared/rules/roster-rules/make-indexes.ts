import { AT } from '../../columns/catalogue.ts';
import type { Roster } from '../../roster/roster.ts';
import { aspectOfIndex, type DirtyRows } from '../aspects.ts';
import type { Suggestion } from '../facts.ts';
import type { DayOrder } from '../finding.ts';
import type { TeamIndex } from '../team-index.ts';
import { DayOrders } from './day-orders.ts';
import { IdWidths } from './id-widths.ts';
import { Leaders } from './leaders.ts';
import type { Mark, RosterIndex } from './roster-index.ts';
import { EMAIL, EMPLOYEE_ID, PASSWORD, PERSON, SharedValues } from './shared-values.ts';

/** What the indexes look things up in. */
interface IndexSources {
  readonly roster: Roster;
  readonly team: TeamIndex;
  readonly teamKnown: boolean;
  readonly suggest: (value: string) => Suggestion | null;
  /** Called when the roster's dates begin to tell another order of day and month. */
  readonly onDayOrder: () => void;
}

/** All indexes of a roster, in the order in which they settle: leaders look people up in those of emails and IDs. */
export function makeIndexes(
  sources: IndexSources,
  dirty: DirtyRows,
): { readonly indexes: readonly RosterIndex[]; readonly dayOrder: () => DayOrder } {
  const mark = (place: number): Mark => dirty.marker(aspectOfIndex(place));
  const emails = new SharedValues(EMAIL, mark(0));
  const ids = new SharedValues(EMPLOYEE_ID, mark(1));
  const dayOrders = new DayOrders(dirty.marker(AT.startDate), sources.onDayOrder);
  const indexes = [
    emails,
    ids,
    new SharedValues(PASSWORD, mark(2)),
    new SharedValues(PERSON, mark(3)),
    new IdWidths(sources.roster, mark(4)),
    new Leaders({ ...sources, emails: emails.rows, ids: ids.rows }, mark(5)),
    dayOrders,
  ];
  return { indexes, dayOrder: () => dayOrders.order };
}
