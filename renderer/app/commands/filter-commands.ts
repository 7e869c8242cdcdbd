import { NO_FILTER, type ProblemFilter } from '../../../shared/find/row-filter.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { filterOf, filterRows } from '../session/filter-rows.ts';
import type { Session } from '../session/session.ts';

/** Shows only rows with some problems, beside whatever the columns' filters ask. */
export function filterProblems(session: Session, problems: ProblemFilter | null): void {
  const { document } = session.store.getState();
  if (document !== null) filterRows(session, { ...filterOf(document), problems });
}

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

/** Opens the menu or the filter of a column, of the active cell's where none is given. */
export function openColumnPopup(session: Session, kind: 'menu' | 'filter', position?: number): void {
  const at = position ?? session.store.getState().selection?.anchor.position ?? AT.role;
  session.store.setState({ columnPopup: { kind, position: at } });
}
