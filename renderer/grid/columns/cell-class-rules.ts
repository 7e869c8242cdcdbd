import type { CellClassParams, CellClassRules } from 'ag-grid-community';
import type { Row } from '../../../shared/roster/roster.ts';
import { type Area, type Block, holds, isNewRow, isSingle } from '../view/places.ts';
import { isCut } from '../clipboard/copy-cells.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';
import { differenceAt } from '../view/team-difference.ts';
import { severityAt } from '../../problems/problem-places.ts';

type Params = CellClassParams<Row, string>;

/** How a cell looks by the selection and by its problems; read anew whenever the cell is refreshed. */
export function cellClassRules(view: GridView, position: number): CellClassRules<Row, string> {
  const selection = (name: keyof SelectionMarks) => (params: Params) =>
    selectionMarks(view.block, params.node.rowIndex ?? -1, view.shownPositions.indexOf(position))[name];
  const flag = (severity: 'error' | 'warning') => (params: Params) =>
    params.data !== undefined &&
    !isNewRow(params.data.id) &&
    severityAt(documentOf(view), params.data.id, position) === severity;
  return {
    'rc-selected': selection('selected'),
    'rc-active': selection('active'),
    'rc-edge-top': selection('top'),
    'rc-edge-bottom': selection('bottom'),
    'rc-edge-left': selection('left'),
    'rc-edge-right': selection('right'),
    'rc-cut': ({ data }) => data !== undefined && isCut(view, data.id, position),
    'rc-found': ({ data }) =>
      data !== undefined &&
      view.session.store.getState().find.found.byRow.get(data.id)?.includes(position) === true,
    'rc-corner': ({ node }) =>
      isCorner(view.block, node.rowIndex ?? -1, view.shownPositions.indexOf(position)),
    'rc-filling': ({ node }) =>
      isIn(view.fillPreview, node.rowIndex ?? -1, view.shownPositions.indexOf(position)),
    'rc-changed': ({ data }) =>
      data !== undefined && !isNewRow(data.id) && differenceAt(documentOf(view), data.id, position) !== null,
    'rc-error': flag('error'),
    'rc-warning': flag('warning'),
  };
}

/** Whether a cell is the last of the selection, in whose corner the fill handle is. */
function isCorner(block: Block | null, row: number, column: number): boolean {
  return block?.lastRow === row && block.lastColumn === column;
}

function isIn(area: Area | null, row: number, column: number): boolean {
  return (
    area !== null &&
    row >= area.firstRow &&
    row <= area.lastRow &&
    column >= area.firstColumn &&
    column <= area.lastColumn
  );
}

interface SelectionMarks {
  readonly selected: boolean;
  readonly active: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

const UNSELECTED: SelectionMarks = {
  selected: false,
  active: false,
  top: false,
  bottom: false,
  left: false,
  right: false,
};

/** Which marks of the selection a cell has: the active cell its frame, a block its fill and its outer edges. */
export function selectionMarks(block: Block | null, row: number, column: number): SelectionMarks {
  if (!holds(block, row, column)) return UNSELECTED;
  const active = block.active.row === row && block.active.column === column;
  if (isSingle(block)) return { ...UNSELECTED, active };
  return {
    selected: !active,
    active,
    top: row === block.firstRow,
    bottom: row === block.lastRow,
    left: column === block.firstColumn,
    right: column === block.lastColumn,
  };
}
