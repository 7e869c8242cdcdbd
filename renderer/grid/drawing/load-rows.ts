import { displayedIn } from '../../session/displayed-rows.ts';
import { breathe } from '../../session/pace.ts';
import { documentOf, type GridView } from '../grid-view.ts';

/** Rows that the grid starts with, more than fit on any screen. */
export const FIRST_ROWS = 1000;

/** Rows handed to the grid in one task: AG Grid makes an object of each, and lays all of them out again. */
const SLICE = 6000;

/**
 * Hands the grid the rows beyond the first ones slice by slice, so that a large roster is there at once and the window
 * stays responsive. Whatever happens in the session meanwhile is about all rows: then the rest follows in one go.
 */
export function loadRows(view: GridView): () => void {
  const { api, session } = view;
  const rows = displayedIn(documentOf(view));
  const total = rows.length;
  let loaded = Math.min(FIRST_ROWS, total);
  const unsubscribe = session.store.subscribe((state, before) => {
    if (
      state.document === before.document &&
      state.selection === before.selection &&
      state.reveal === before.reveal
    )
      return;
    if (loaded < total) giveAllRows(view);
    stop();
  });
  const stop = (): void => {
    loaded = total;
    unsubscribe();
  };
  const load = async (): Promise<void> => {
    while (loaded < total) {
      await breathe();
      // Meanwhile the rest may have been handed over, or the grid be gone.
      if (loaded >= total) return;
      const add = rows.slice(loaded, loaded + SLICE);
      const addIndex = loaded;
      loaded += add.length;
      api.applyTransaction({ add, addIndex });
    }
    stop();
  };
  void load();
  return stop;
}

/** Hands the grid all displayed rows as they are now, the empty one last. */
export function giveAllRows(view: GridView): void {
  view.api.setGridOption('rowData', [...displayedIn(documentOf(view)), view.typingRow]);
}
