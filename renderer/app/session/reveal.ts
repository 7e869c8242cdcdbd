import { unhideRows } from './filter-rows.ts';
import type { Session } from './session.ts';
import type { CellPlace } from './document.ts';

/** Brings a cell into view and puts the focus on it, if its row is still there. */
export function reveal(session: Session, place: CellPlace): void {
  const { document } = session.store.getState();
  if (document?.roster.byId.has(place.row) !== true) return;
  unhideRows(session, [place.row]);
  session.store.setState({ reveal: { place, head: place } });
}
