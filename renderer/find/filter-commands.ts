import { filterOf, filterProblems, filterRows } from '../app/session/filter-rows.ts';
import { openColumnPopup } from '../grid/commands/column-commands.ts';
import { rosterCommand } from '../app/commands/command.ts';
import { NO_FILTER } from '../../shared/find/row-filter.ts';
import type { CommandTable, Session } from '../app/session/session.ts';

/** Shows only the rows that say something else than Agent Connect has, beside whatever else the filter asks. */
export function filterChanged(session: Session): void {
  const { document } = session.store.getState();
  if (document !== null) filterRows(session, { ...filterOf(document), changed: true });
}

/** Applies the filter again, so that rows that were mended or changed meanwhile go and come. */
export function filterAgain(session: Session): void {
  const { document } = session.store.getState();
  if (document !== null) filterRows(session, filterOf(document));
}

/** Shows every row. */
export function clearFilter(session: Session): void {
  filterRows(session, NO_FILTER);
}

const ROWS_SHOWN = { menu: 'View', group: 'Rows shown' } as const;

/** Which rows are shown. */
export const FILTER_COMMANDS = {
  'view.filterColumn': rosterCommand({
    ...ROWS_SHOWN,
    title: 'Filter by this column…',
    keys: ['Mod+Shift+L'],
    context: { of: ['columns'], section: 4, order: 1 },
    run: (session) => {
      openColumnPopup(session, 'filter');
    },
  }),
  'view.filterProblems': rosterCommand({
    ...ROWS_SHOWN,
    title: 'Show only rows with problems',
    run: (session) => {
      filterProblems(session, { severity: null, code: null });
    },
  }),
  'view.filterErrors': rosterCommand({
    ...ROWS_SHOWN,
    title: 'Show only rows with errors',
    run: (session) => {
      filterProblems(session, { severity: 'error', code: null });
    },
  }),
  'view.filterWarnings': rosterCommand({
    ...ROWS_SHOWN,
    title: 'Show only rows with warnings',
    run: (session) => {
      filterProblems(session, { severity: 'warning', code: null });
    },
  }),
  'view.filterChanged': rosterCommand({
    ...ROWS_SHOWN,
    title: 'Show only changed rows',
    when: ({ checker }) => checker.comparison !== null,
    whyNot: 'This is not a bulk update',
    run: filterChanged,
  }),
  'view.filterAgain': rosterCommand({
    ...ROWS_SHOWN,
    title: 'Apply the filter again',
    keys: ['Mod+Alt+L'],
    when: ({ shown }) => shown !== null,
    whyNot: 'Nothing is filtered',
    run: filterAgain,
  }),
  'view.filterClear': rosterCommand({
    ...ROWS_SHOWN,
    title: 'Show all rows',
    when: ({ shown }) => shown !== null,
    whyNot: 'Every row is shown',
    run: clearFilter,
  }),
} satisfies CommandTable;
