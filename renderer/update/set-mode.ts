import type { Settings } from '../../shared/rules/settings.ts';
import { filterOf, filterRows } from '../app/session/filter-rows.ts';
import type { Session } from '../app/session/session.ts';

/**
 * Says what the open roster is for: to create people, or to change those of the current team in bulk. It is checked
 * anew behind the window's work.
 */
export function setMode(session: Session, mode: Settings['mode']): void {
  const { document } = session.store.getState();
  if (mode === 'create' && document !== null && filterOf(document).changed)
    filterRows(session, { ...filterOf(document), changed: false });
  session.store.setState({ mode });
}
