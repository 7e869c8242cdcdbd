import { useMemo } from 'react';
import { arrangeColumns, type GridLayout, hideColumns } from '../../shared/roster/grid-layout.ts';
import { cellAt } from '../../shared/roster/roster.ts';
import { shownText } from '../grid/view/grid-columns.ts';
import { changeLayout, shownPositions } from '../app/session/column-layout.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import type { Document, Selection } from '../app/session/document.ts';
import { describeSelection } from '../app/status/describe-selection.ts';
import { describeOutcome } from './describe-outcome.ts';

/** What was found, in words that a screen reader hears as they change, and what is out of sight. */
export function FindOutcome() {
  const document = useSessionState((state) => state.document);
  const find = useSessionState((state) => state.find);
  const selection = useSessionState((state) => state.selection);
  const layout = useSessionState((state) => state.layout);
  const anchor = selection?.anchor ?? null;
  const text = useMemo(
    () => (document === null ? '' : describeOutcome(find, document, anchor)),
    [document, find, anchor],
  );
  const isAtFound = anchor !== null && find.found.byRow.get(anchor.row)?.includes(anchor.position);
  return (
    <>
      <p
        id="find-outcome"
        className="find-outcome"
        data-failed={find.progress.kind === 'failed'}
        role="status"
      >
        {text}
      </p>
      <p className="unseen" role="status">
        {isAtFound && document && selection && sayCell(document, layout, selection)}
      </p>
      <FoundInHidden />
    </>
  );
}

/** The found cell in words, for those who do not see it: the focus stays in the field. */
function sayCell(document: Document, layout: GridLayout, selection: Selection): string {
  const { row: id, position } = selection.anchor;
  const row = document.roster.byId.get(id);
  const text = row === undefined ? '' : shownText(position, cellAt(row, position));
  return `${describeSelection(document, selection, shownPositions(document, layout))}: ${text}`;
}

/** How many cells of hidden columns match, and a way to see them. They are not walked through, nor replaced. */
function FoundInHidden() {
  const session = useSession();
  const hidden = useSessionState(({ find }) => find.hidden);
  if (hidden.count === 0) return null;
  return (
    <button
      type="button"
      className="find-hidden"
      onClick={() => {
        showFound(session);
      }}
    >
      {hidden.count.toLocaleString('en-US')} more in hidden columns: show
    </button>
  );
}

/** Shows the hidden columns in which something was found; the search then goes through them as well. */
function showFound(session: Session): void {
  const { document, find, layout } = session.store.getState();
  if (document === null) return;
  const positions = new Set(Array.from(find.hidden.byRow.values()).flat());
  const names = arrangeColumns(document.roster.columns, layout)
    .filter(({ position }) => positions.has(position))
    .map(({ name }) => name);
  changeLayout(session, hideColumns(layout, names, false));
}
