import { cellAt } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { followDrag, type Hit } from '../selection/follow-drag.ts';
import { currentBlock, spotOf } from '../selection/select-cells.ts';
import { shownText } from '../view/grid-columns.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';
import { type Area, around, fillArea } from '../view/places.ts';
import { fill } from './fill-cells.ts';
import { filledTexts, type FillHow } from './fill-series.ts';

/** Side of the square in the selection's corner that takes the pointer, in CSS pixels. */
const HANDLE = 10;

/** Whether the pointer is on the handle in the selection's corner. */
export function isAtHandle({ target, clientX, clientY }: MouseEvent): boolean {
  const corner = target instanceof Element ? target.closest('.rc-corner') : null;
  if (corner === null) return false;
  const { right, bottom } = corner.getBoundingClientRect();
  return clientX >= right - HANDLE && clientY >= bottom - HANDLE;
}

/** Shows by the pointer's form where the handle is, until the signal. */
export function followHandle({ wrapper }: GridView, signal: AbortSignal): void {
  wrapper.addEventListener(
    'pointermove',
    (event) => {
      wrapper.classList.toggle('rc-at-handle', isAtHandle(event));
    },
    { signal, passive: true },
  );
}

/**
 * Follows the handle while it is dragged: the cells that would be filled are marked, the text that the farthest of them
 * would get is said, and they are filled when it is let go. A series is counted on; Ctrl, on a Mac Option, turns that
 * round.
 */
export function beginFill(view: GridView, down: PointerEvent): void {
  const source = currentBlock(view);
  if (source === null) return;
  const controller = new AbortController();
  const tip = new FillTip(view);
  let how: FillHow = 'count';
  const follow = (event: PointerEvent | KeyboardEvent): void => {
    const isTurned = view.session.app.platform === 'mac' ? event.altKey : event.ctrlKey;
    how = isTurned ? 'countOne' : 'count';
    if (event instanceof PointerEvent) tip.moveTo(event.clientX, event.clientY);
    tip.show(source, how);
  };
  for (const type of ['pointermove', 'keydown', 'keyup'] as const)
    window.addEventListener(type, follow, { capture: true, signal: controller.signal });
  followDrag(
    view,
    down,
    (hit) => {
      preview(view, areaTo(view, source, hit));
      tip.show(source, how);
    },
    (finished) => {
      const area = view.fillPreview;
      controller.abort();
      tip.remove();
      preview(view, null);
      if (finished && area !== null) fill(view, source, area, around(source, area), how);
    },
  );
}

/** Double click: fills down as far as the column to the left has texts, or the one to the right if that has none. */
export function fillToNeighbour(view: GridView): void {
  const source = currentBlock(view);
  if (source === null) return;
  const last = [source.firstColumn - 1, source.lastColumn + 1]
    .map((column) => lastFilled(view, column, source.lastRow))
    .find((row) => row > source.lastRow);
  if (last === undefined) return;
  const area = { ...source, firstRow: source.lastRow + 1, lastRow: last };
  fill(view, source, area, around(source, area), 'count');
}

/** The last row of the run of filled cells that begins below a row; the row itself where there is none. */
function lastFilled(view: GridView, column: number, below: number): number {
  const position = view.shownPositions[column];
  const rows = displayedIn(documentOf(view));
  let row = below;
  for (let next = rows[row + 1]; next !== undefined && position !== undefined; next = rows[row + 1]) {
    if (cellAt(next, position) === '') break;
    row += 1;
  }
  return row;
}

function areaTo(view: GridView, source: Area, { row, position }: Hit): Area | null {
  const spot = spotOf(view, { row, position: position ?? view.shownPositions[0] ?? 0 });
  return spot && fillArea(source, spot, displayedIn(documentOf(view)).length);
}

function preview(view: GridView, area: Area | null): void {
  if (JSON.stringify(area) === JSON.stringify(view.fillPreview)) return;
  view.fillPreview = area;
  view.api.refreshCells();
}

/** CSS pixels between the pointer and the tip, and the room that the tip has at the window's edge. */
const BESIDE = 16;
const ROOM = 250;

/** The text that the farthest cell of a fill would get, beside the pointer. */
class FillTip {
  readonly #view: GridView;
  readonly #element = document.createElement('div');

  constructor(view: GridView) {
    this.#view = view;
    this.#element.className = 'rc-fill-tip';
    this.#element.hidden = true;
    view.wrapper.parentElement?.append(this.#element);
  }

  moveTo(x: number, y: number): void {
    this.#element.style.left = `${Math.min(x + BESIDE, window.innerWidth - ROOM)}px`;
    this.#element.style.top = `${y + BESIDE}px`;
  }

  /** Shows what the previewed fill of an area would come to; nothing where nothing would be filled. */
  show(source: Area, how: FillHow): void {
    const { fillPreview: target, shownPositions } = this.#view;
    const cell = target && farthest(source, target);
    const text = cell && filledTexts(this.#view, source, cell, how)[0]?.[0];
    this.#element.hidden = !text;
    if (cell && text) this.#element.textContent = shownText(shownPositions[cell.firstColumn] ?? -1, text);
  }

  remove(): void {
    this.#element.remove();
  }
}

/** The row or column of an area that is farthest from another. */
function farthest(source: Area, target: Area): Area {
  if (target.lastRow < source.firstRow) return { ...target, lastRow: target.firstRow };
  if (target.firstRow > source.lastRow) return { ...target, firstRow: target.lastRow };
  if (target.lastColumn < source.firstColumn) return { ...target, lastColumn: target.firstColumn };
  return { ...target, firstColumn: target.lastColumn };
}
