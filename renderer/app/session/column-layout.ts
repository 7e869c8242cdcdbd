import {
  arrangeColumns,
  type ArrangedColumn,
  type GridLayout,
  hideColumns,
} from '../../../shared/roster/grid-layout.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { keepSelection, reachOf } from './keep-selection.ts';
import { sayDone } from './say-done.ts';
import type { Session } from './session.ts';
import { situationOf } from './situation.ts';
import type { Document } from './document.ts';
import type { SessionState } from './state.ts';

/** Takes up the layout that the host has kept; without one the columns are as the catalogue has them. */
export async function loadLayout(session: Session): Promise<void> {
  const { host, store } = session;
  const answer = await host.call('layout.read', {});
  if (!answer.ok) sayDone(session, failureSentence(answer.failure, situationOf(session)));
  else if (answer.value.setAside) sayDone(session, SET_ASIDE);
  if (answer.ok && answer.value.layout !== null) store.setState({ layout: answer.value.layout });
}

const SET_ASIDE =
  'The order and the widths of columns that were kept cannot be read any more. They are set aside on this computer, and the columns are in their usual order.';

/** Changes how the columns are shown, now and at every later start. A layout that cannot be kept lasts for this one. */
export function changeLayout({ host, store }: Session, layout: GridLayout): void {
  const { document, selection, layout: before } = store.getState();
  if (layout === before) return;
  if (document === null || selection === null) store.setState({ layout });
  else {
    const reach = reachOf(selection, document, shownPositions(document, before));
    const after = shownPositions(document, layout);
    store.setState({ layout, selection: keepSelection(selection, reach, document, after) });
  }
  void host.call('layout.write', { layout });
}

/** The columns of the open roster from left to right, without hidden ones. */
export function shownColumns(document: Document, layout: GridLayout): ArrangedColumn[] {
  return arrangeColumns(document.roster.columns, layout).filter(({ hidden }) => !hidden);
}

/** Positions in `Row.cells` of the columns that are shown, from left to right. */
export function shownPositions(document: Document, layout: GridLayout): number[] {
  return shownColumns(document, layout).map(({ position }) => position);
}

/** Whether the open roster has columns that are hidden. */
export function hasHiddenColumns({ roster }: Document, layout: GridLayout): boolean {
  return layout.hidden.length > 0 && arrangeColumns(roster.columns, layout).some(({ hidden }) => hidden);
}

/** Shows a hidden column by its position in `Row.cells`, because something in it is asked for. */
export function showColumn(session: Session, position: number): void {
  const { document, layout } = session.store.getState();
  if (document === null) return;
  const column = arrangeColumns(document.roster.columns, layout).find((one) => one.position === position);
  if (column?.hidden === true) changeLayout(session, hideColumns(layout, [column.name], false));
}

/** The shown columns that the selection reaches; of whole rows the one of the active cell. */
export function selectedColumns({ document, layout, selection }: SessionState): ArrangedColumn[] {
  if (document === null || selection === null) return [];
  const shown = shownColumns(document, layout);
  const indexOf = (position: number): number => shown.findIndex((column) => column.position === position);
  const anchor = indexOf(selection.anchor.position);
  const head = selection.kind === 'rows' ? anchor : indexOf(selection.head.position);
  if (anchor < 0 || head < 0) return [];
  return shown.slice(Math.min(anchor, head), Math.max(anchor, head) + 1);
}
