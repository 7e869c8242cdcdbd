import { onTestFinished, vi } from 'vitest';
import { followFind } from '../../renderer/find/follow-find.ts';
import { followLayout } from '../../renderer/grid/columns/apply-layout.ts';
import { followRequests, followSession } from '../../renderer/grid/draw-changes.ts';
import { documentOf, type GridView } from '../../renderer/grid/view/grid-view.ts';
import { createNewRow } from '../../renderer/grid/view/places.ts';
import { shownPositions } from '../../renderer/app/session/column-layout.ts';
import { displayedIn } from '../../renderer/app/session/displayed-rows.ts';
import type { Session } from '../../renderer/app/session/session.ts';
import { openRows, testSession } from './test-session.ts';

/** The rooms of the grid that follow the session, around a grid that draws nothing. */
export function headlessGrid(session: Session): { readonly view: GridView; readonly destroy: () => void } {
  // A command looks for an open editor; there is no page here.
  vi.stubGlobal('window', { document: { activeElement: null } });
  vi.stubGlobal('HTMLElement', EventTarget);
  const document = documentOf({ session });
  const view: GridView = {
    session,
    // No room asks more of the page than where the focus is, and of the grid than this.
    wrapper: { contains: () => false, ownerDocument: window.document } as unknown as HTMLElement,
    api: silentApi() as unknown as GridView['api'],
    newRow: createNewRow(),
    drawnRows: displayedIn(document).slice(),
    isLoading: false,
    drawnColumns: document.roster.columns,
    shownPositions: shownPositions(document, session.store.getState().layout),
    block: null,
    cut: null,
    fillPreview: null,
    editor: null,
    editMode: 'revise',
    tabColumn: null,
  };
  const stops = [followRequests(view), followLayout(view), followSession(view), followFind(view)];
  const destroy = (): void => {
    for (const stop of stops) stop();
    vi.unstubAllGlobals();
  };
  return { view, destroy };
}

/** A session with an open tab-delimited text and a grid around it, which goes when the test is over. */
export async function gridOfRows(
  lines: readonly string[],
): Promise<{ readonly session: Session; readonly view: GridView }> {
  const { session } = testSession();
  await openRows(session, lines);
  const { view, destroy } = headlessGrid(session);
  onTestFinished(destroy);
  return { session, view };
}

function silentApi(): Partial<Record<keyof GridView['api'], () => unknown>> {
  const nothing = (): void => undefined;
  return {
    addEventListener: nothing,
    removeEventListener: nothing,
    isDestroyed: () => false,
    getRenderedNodes: () => [],
    refreshCells: nothing,
    setGridOption: nothing,
    applyTransaction: nothing,
    applyColumnState: nothing,
    ensureIndexVisible: nothing,
    ensureColumnVisible: nothing,
    setFocusedCell: nothing,
  };
}
