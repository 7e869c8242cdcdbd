import { AT, type ColumnKey } from '../../person/catalogue.ts';
import type { TeamMember } from '../../person/team-member.ts';
import type { Roster, Row, RowId } from '../../roster/roster.ts';
import { aspectOfIndex, type DirtyRows } from '../aspects.ts';
import type { CellFinding, DayOrder, Habits } from '../finding.ts';
import type { TeamIndex } from '../team-index.ts';
import { ColumnHabits } from './column-habits.ts';
import { DayOrders } from './day-orders.ts';
import { IdWidths } from './id-widths.ts';
import type { LeaderAnswer } from './leader-resolver.ts';
import { Leaders } from './leaders.ts';
import type { Mark, RosterIndex } from './roster-index.ts';
import { EMAIL, EMPLOYEE_ID, PASSWORD, PERSON, SharedValues } from './shared-values.ts';
import { ComparedRows } from './compared-rows.ts';

/** What the indexes look things up in. */
interface IndexSources {
  readonly roster: Roster;
  readonly team: TeamIndex;
  readonly teamKnown: boolean;
  readonly find: (reference: string) => LeaderAnswer;
  /** Called when the roster's dates begin to tell another order of day and month. */
  readonly onDayOrder: () => void;
  /** Called when the cells of a column, by its position, turn out to have something else in common. */
  readonly onHabit: (position: number) => void;
  /** What the cell rules find in a row's start date. */
  readonly datesOf: (row: Row) => readonly CellFinding[];
  /** The columns that the current team does not tell, where the roster is to be compared with it; else null. */
  readonly untold: readonly ColumnKey[] | null;
}

/** The indexes of a roster, in the order in which they settle, and what else is asked of some of them. */
interface Indexes {
  readonly indexes: readonly RosterIndex[];
  readonly dayOrder: () => DayOrder;
  readonly habits: Habits;
  /** The rows whose date depends on the order, where the roster does not tell it. */
  readonly undecidedDates: () => Iterable<RowId>;
  /** Null where the roster is not compared with the current team. */
  readonly comparison: ComparedRows | null;
}

/** All indexes of a roster, in the order in which they settle: leaders look people up in those of emails and IDs. */
export function makeIndexes(sources: IndexSources, dirty: DirtyRows): Indexes {
  const mark = (place: number): Mark => dirty.marker(aspectOfIndex(place));
  const emails = new SharedValues(EMAIL, mark(0));
  const ids = new SharedValues(EMPLOYEE_ID, mark(1));
  const leaders = new Leaders(
    {
      ...sources,
      emails: emails.rows,
      ids: ids.rows,
      onLeader: (rows) => comparison?.noteLeaders(rows),
    },
    mark(5),
  );
  const markDate = dirty.marker(AT.startDate);
  const dayOrders = new DayOrders((row) => {
    markDate(row);
    comparison?.noteDate(row);
  }, sources.onDayOrder);
  const comparison = compared(sources, (row) => leaders.memberOver(row), mark(7));
  const habits = new ColumnHabits((position) => dirty.marker(position), sources.onHabit);
  const indexes = [
    emails,
    ids,
    new SharedValues(PASSWORD, mark(2)),
    new SharedValues(PERSON, mark(3)),
    new IdWidths(sources.roster, mark(4)),
    leaders,
    dayOrders,
    ...(comparison === null ? [] : [comparison]),
    habits,
  ];
  return {
    indexes,
    dayOrder: () => dayOrders.order,
    habits,
    undecidedDates: () => dayOrders.undecided,
    comparison,
  };
}

function compared(
  { roster, team, untold, datesOf }: IndexSources,
  leaderOf: (row: Row) => TeamMember | null,
  mark: Mark,
): ComparedRows | null {
  return untold === null ? null : new ComparedRows({ roster, team, untold, leaderOf, datesOf }, mark);
}
