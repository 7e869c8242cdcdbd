import type { Session } from '../session/session.ts';
import type { GridRequest } from '../session/state.ts';

/** A command that the grid carries out, since only it knows which columns are shown in which order. */
export function asksGrid(what: GridRequest['what']): (session: Session) => void {
  return ({ store }) => {
    store.setState({ gridRequest: { what } });
  };
}
