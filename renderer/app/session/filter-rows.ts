import {
  applyFilter,
  isNoFilter,
  NO_FILTER,
  type ProblemFilter,
  type RowFilter,
  showAlso,
} from '../../../shared/find/row-filter.ts';
import type { RowId } from '../../../shared/roster/roster.ts';
import { shownPositions } from './column-layout.ts';
import { keepSelection, reachOf } from './keep-selection.ts';
import type { Session } from './session.ts';
import type { Document } from './document.ts';

/** The filter of the open roster. */
export function filterOf({ shown }: Pick<Document, 'shown'>): RowFilter {
  return shown?.filter ?? NO_FILTER;
}

/** Shows the rows that a filter lets through now; they stay until a filter is applied again. */
export function filterRows({ store }: Session, filter: RowFilter): void {
  const { document, selection, layout } = store.getState();
  if (document === null) return;
  const { roster, checker } = document;
  const shown = isNoFilter(filter) ? null : applyFilter(roster, filter, checker);
  const after = { ...document, shown };
  const columns = shownPositions(document, layout);
  const kept = selection && keepSelection(selection, reachOf(selection, document, columns), after, columns);
  store.setState({ document: after, selection: kept });
}

/** Shows rows that the filter hides, beside those that it shows, where the view goes to them. */
export function unhideRows({ store }: Session, ids: Iterable<RowId>): void {
  const { document } = store.getState();
  if (!document?.shown) return;
  const shown = showAlso(document.shown, document.roster, ids);
  if (shown !== document.shown) store.setState({ document: { ...document, shown } });
}

/** Shows only rows with some problems, beside whatever the columns' filters ask. */
export function filterProblems(session: Session, problems: ProblemFilter | null): void {
  const { document } = session.store.getState();
  if (document !== null) filterRows(session, { ...filterOf(document), problems });
}
