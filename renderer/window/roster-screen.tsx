import { FindPlace } from '../find/find-bar.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { RosterGrid } from '../grid/roster-grid.tsx';
import { NoticesBar } from '../import/notices-bar.tsx';
import { ProblemsPanel } from '../problems/problems-panel.tsx';
import { useSessionState } from '../session/session.ts';
import { StatusBar } from '../status/status-bar.tsx';
import { Toolbar } from '../toolbar/toolbar.tsx';
import './roster-screen.css';

/** The open roster: the grid in the middle, everything else at its edges. */
export function RosterScreen() {
  const problemsShown = useSessionState((state) => state.problemsShown);
  return (
    <div className="roster-screen">
      <Toolbar />
      <NoticesBar />
      <div className="roster-middle">
        <main className="roster-grid" aria-label="Roster">
          <RosterGrid />
        </main>
        {problemsShown && (
          <aside className="roster-problems" aria-label="Problems">
            <ProblemsPanel />
          </aside>
        )}
      </div>
      <FindPlace />
      <FilterBar />
      <StatusBar />
    </div>
  );
}
