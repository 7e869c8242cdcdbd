import type { Change, Making } from '../../../shared/roster/change.ts';
import { emptySource, putBlock } from '../../../shared/roster/put-block.ts';
import type { Roster, RosterColumns, Row, RowId } from '../../../shared/roster/roster.ts';
import { within } from '../../../shared/roster/sliced-work.ts';
import { edit } from '../../app/session/edit-roster.ts';
import type { CellPlace } from '../../app/session/document.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { focusCell, showCell } from '../selection/select-cells.ts';
import type { Region } from './region.ts';

/** A block of texts on its way into the grid. */
export interface BlockToWrite {
  /** What the undo menu calls it. */
  readonly label: string;
  readonly texts: readonly (readonly string[])[];
  readonly rows: readonly Row[];
  /** People to be added at the roster's end. */
  readonly newRows: number;
  readonly positions: readonly number[];
  /** Cells that are emptied in the same step, since the block was cut from them. */
  readonly source?: Region | null;
  /** The roster's columns afterwards, where the block brings one that was not there. */
  readonly columns?: RosterColumns;
}

/** Writes a block as one undo step and selects it; `after` is told then. */
export function writeBlock(view: GridView, block: BlockToWrite, after: () => void): void {
  const { roster } = documentOf(view);
  edit(view.session, block.label, writing(roster, block), (change) => {
    selectWritten(view, block, change);
    after();
  });
}

function* writing(roster: Roster, block: BlockToWrite): Making {
  const put = yield* within(putBlock(roster, block, block.texts), 0, 0.7);
  const moved = block.source ? yield* within(emptySource(put, block.source, block), 0.7, 1) : put;
  return block.columns === undefined || block.columns === roster.columns
    ? moved
    : { ...moved, columns: { from: roster.columns, to: block.columns } };
}

/** Selects what was written; its first cell is the active one. */
function selectWritten(view: GridView, block: BlockToWrite, { inserted }: Change): void {
  const shown = view.shownPositions.filter((position) => block.positions.includes(position));
  const first: RowId | undefined = block.rows[0]?.id ?? inserted[0]?.row;
  const last: RowId | undefined = inserted.at(-1)?.row ?? block.rows.at(-1)?.id;
  const [left, right] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || left === undefined || right === undefined) return;
  const anchor: CellPlace = { row: first, position: left };
  view.session.store.setState({ selection: { kind: 'cells', anchor, head: { row: last, position: right } } });
  showCell(view, anchor);
  focusCell(view, anchor);
}
