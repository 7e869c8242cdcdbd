import { columns } from '../../shared/columns/catalogue.ts';
import { hideColumns } from '../../shared/columns/grid-layout.ts';
import { columnCounts } from '../grid/columns/problem-places.ts';
import { changeLayout } from '../session/column-layout.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';

/** How many problems are in columns that are hidden, and a way to see them. */
export function HiddenProblems() {
  const session = useSession();
  const count = useSessionState((state) =>
    hiddenColumns(state).reduce((sum, { problems }) => sum + problems, 0),
  );
  if (count === 0) return null;
  const show = (): void => {
    const state = session.store.getState();
    const names = hiddenColumns(state).map(({ name }) => name);
    changeLayout(session, hideColumns(state.layout, names, false));
  };
  return (
    <button type="button" className="status-link" onClick={show}>
      {count === 1
        ? 'One problem in a hidden column: show'
        : `${count.toLocaleString('en-US')} problems in hidden columns: show`}
    </button>
  );
}

/** The hidden columns that have problems; columns that the catalogue does not know have none. */
function hiddenColumns({ document, layout }: SessionState) {
  if (document === null || layout.hidden.length === 0) return [];
  return columns
    .filter(({ key }) => layout.hidden.includes(key))
    .map(({ key }) => {
      const { error, warning } = columnCounts(document, key);
      return { name: key, problems: error + warning };
    })
    .filter(({ problems }) => problems > 0);
}
