import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keyHint } from '../app/commands/keys.ts';
import { commandOf } from '../app/commands/command.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { ProblemCard } from './problem-card.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { ContextMenu } from './context-menu.tsx';
import { createRosterGrid } from './create-roster-grid.ts';
import type { GridView } from './view/grid-view.ts';
import './grid.css';
import './editing/editors.css';

interface Props {
  /** What other features add to the grid of an open roster, such as the bar that finds in it. */
  readonly parts: (view: GridView) => ReactNode;
}

/** The open roster as a spreadsheet. The grid is made anew for another roster and lives outside React. */
export function RosterGrid({ parts }: Props) {
  const session = useSession();
  const roster = useSessionState((state) => state.document?.roster ?? null);
  const isEmpty = useSessionState((state) => state.document?.roster.rows.length === 0);
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<GridView | null>(null);

  useEffect(() => {
    if (roster === null || frame.current === null) return undefined;
    const grid = createRosterGrid(session, frame.current);
    setView(grid.view);
    return () => {
      setView(null);
      grid.destroy();
    };
  }, [session, roster]);

  return (
    <div className="rc-grid">
      <div className="rc-grid-frame" ref={frame} />
      {isEmpty && <EmptyHint />}
      {view !== null && (
        <>
          <ProblemCard view={view} />
          <ColumnMenu view={view} />
          <ContextMenu view={view} />
          {parts(view)}
        </>
      )}
    </div>
  );
}

function EmptyHint() {
  const session = useSession();
  const key = keyHint(commandOf(session, 'file.open'), session.app);
  return (
    <p className="rc-grid-hint">
      <strong>Nobody is in this roster yet</strong>
      Type in the first row to add a person, paste rows from a spreadsheet, or open a file
      {key && ` with ${key}`}.
    </p>
  );
}
