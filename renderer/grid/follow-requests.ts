import type { GridRequest } from '../app/session/state.ts';
import { fitSelected } from './columns/fit-columns.ts';
import { copyByCommand, cutByCommand, pasteByCommand } from './clipboard/clipboard-commands.ts';
import { clearCells } from './editing/clear-cells.ts';
import { putBackCells } from './editing/put-back-cells.ts';
import { fillDown, fillRight } from './fill/fill-cells.ts';
import type { GridView } from './grid-view.ts';
import { focusCell } from './selection/select-cells.ts';

const ACTS: Readonly<Record<GridRequest['what'], (view: GridView) => void>> = {
  cut: cutByCommand,
  copy: copyByCommand,
  paste: pasteByCommand,
  clear: clearCells,
  fillDown,
  fillRight,
  putBack: putBackCells,
  fitColumns: fitSelected,
};

/** Does with the selection what commands ask the grid for; the focus goes to it. Answers a function that stops it. */
export function followRequests(view: GridView): () => void {
  return view.session.store.subscribe(({ gridRequest, selection }, before) => {
    if (gridRequest === null || gridRequest === before.gridRequest || selection === null) return;
    focusCell(view, selection.anchor);
    ACTS[gridRequest.what](view);
  });
}
