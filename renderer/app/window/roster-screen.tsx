import { FindBar, FindPlace } from '../../find/find-bar.tsx';
import { FilterBar } from '../../find/filter-bar.tsx';
import { FilterPopover } from '../../find/filter-popover.tsx';
import { RosterGrid } from '../../grid/roster-grid.tsx';
import { NoticesBar } from '../../import/notices-bar.tsx';
import { ProblemsPanel } from '../../problems/problems-panel.tsx';
import { OrganizationView } from '../../organization/organization-view.tsx';
import { useSessionState } from '../session/session.ts';
import { StatusBar } from '../status/status-bar.tsx';
import { UpdateOffer } from '../../organization/mode-menu.tsx';
import { Toolbar } from '../toolbar/toolbar.tsx';
import { UploadPanel } from '../../upload/upload-panel.tsx';
import { UnfinishedOffer } from '../../upload/run/unfinished-offer.tsx';
import './roster-screen.css';

/** The open roster: the grid in the middle, everything else at its edges. */
export function RosterScreen() {
  return (
    <div className="roster-screen">
      <Toolbar />
      <NoticesBar />
      <UpdateOffer />
      <UnfinishedOffer />
      <div className="roster-middle">
        <main className="roster-grid" aria-label="Roster">
          <RosterGrid
            parts={(view) => (
              <>
                <FindBar view={view} />
                <FilterPopover view={view} />
              </>
            )}
          />
        </main>
        <Side />
      </div>
      <FindPlace />
      <FilterBar />
      <StatusBar />
    </div>
  );
}

/** Beside the grid: the organization or the upload while they are asked for, else the problems. */
function Side() {
  const problemsShown = useSessionState((state) => state.problemsShown);
  const uploadShown = useSessionState((state) => state.uploadShown);
  const organizationShown = useSessionState((state) => state.organizationView !== null);
  if (organizationShown) return <OrganizationView />;
  if (uploadShown)
    return (
      <aside className="roster-upload" aria-label="Upload">
        <UploadPanel />
      </aside>
    );
  return problemsShown ? (
    <aside className="roster-problems" aria-label="Problems">
      <ProblemsPanel />
    </aside>
  ) : null;
}
