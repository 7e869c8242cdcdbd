import { expect } from 'vitest';
import { documentOf, type GridView } from '../../../renderer/grid/view/grid-view.ts';
import { currentBlock, selectedCells } from '../../../renderer/grid/selection/select-cells.ts';
import { isNewRow } from '../../../renderer/grid/view/places.ts';
import { displayedIn } from '../../../renderer/app/session/displayed-rows.ts';
import { currentSettings } from '../../../renderer/app/session/settings.ts';
import type { Document } from '../../../renderer/app/session/document.ts';
import { initialState } from '../../../renderer/app/session/state.ts';
import { isMove, reverseChange } from '../../../shared/roster/change.ts';
import { cellAt } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check, type Checker } from '../../../shared/rules/checker.ts';
import { type Model, shownColumns, shownRows } from './model.ts';
import type { OperationName } from './model-operations.ts';

/** Texts, what is shown, and how far undo and redo go are the model's; the problems are those of a new look at it all. */
export function expectSame(view: GridView, model: Model): void {
  const document = documentOf(view);
  const { roster, history, checker } = document;
  const texts = roster.rows.map((row) => ({
    id: row.id,
    cells: model.columns.order.map((_, position) => cellAt(row, position)),
  }));
  expect(texts).toEqual(model.rows);
  expect(displayedIn(document).map(({ id }) => id)).toEqual(shownRows(model).map(({ id }) => id));
  expect(view.shownPositions).toEqual(shownColumns(model));
  expect([history.done.length, history.undone.length]).toEqual([model.done.length, model.undone.length]);
  const fresh = check(roster, currentSettings(initialState));
  expect(problemsOf(document, checker)).toEqual(problemsOf(document, fresh));
  // The status bar and the headers show the document's counts.
  expect(document.counts).toEqual({ ...fresh.counts });
}

function problemsOf({ roster }: Document, checker: Checker): unknown {
  return roster.rows.map(({ id }) => JSON.stringify(checker.problemsOf(id)));
}

/** What is selected by name: `3:12` for position 12 of row 3, `3:` for the whole row, `:12` for the whole column. */
export function selectedNames(view: GridView): ReadonlySet<string> {
  const kind = view.session.store.getState().selection?.kind;
  const names = selectedCells(view).map(
    ({ row, position }) => `${kind === 'columns' ? '' : row}:${kind === 'rows' ? '' : position}`,
  );
  return new Set(names);
}

/** What is selected is there and shown, and the grid has drawn it. */
export function expectSelectionShown(view: GridView): void {
  const { selection } = view.session.store.getState();
  if (selection === null) return;
  const rows = displayedIn(documentOf(view)).map(({ id }) => id);
  for (const { row, position } of [selection.anchor, selection.head]) {
    if (!isNewRow(row)) expect(rows).toContain(row);
    expect(view.shownPositions).toContain(position);
  }
  expect(view.block).toEqual(currentBlock(view));
}

/** Operations that bring rows or columns elsewhere, so that others could come between those that are selected. */
const MOVING: ReadonlySet<OperationName> = new Set([
  'leadersFirst',
  'sort',
  'moveUp',
  'moveDown',
  'filter',
  'filterProblems',
  'showAll',
  'hideColumns',
  'showColumns',
  'pinColumns',
  'moveLeft',
  'moveRight',
  'resetColumns',
]);

/** Nothing that moves cells about selects what nobody selected, or the next key would change what nobody meant. */
export function expectNoMoreSelected(view: GridView, before: ReadonlySet<string>, name: OperationName): void {
  const after = selectedNames(view);
  if (MOVING.has(name) && after.size > 1) for (const cell of after) expect(before).toContain(cell);
}

/** Undo and redo select what they changed, and little else; where that is gone, nothing more than was selected. */
export function expectChangeSelected(
  view: GridView,
  before: ReadonlySet<string>,
  name: 'undo' | 'redo',
): void {
  const { history } = documentOf(view);
  const step = name === 'undo' ? history.undone.at(-1) : history.done.at(-1);
  // Where rows only move, what was selected before comes back.
  if (step === undefined || isMove(step.change)) return;
  const { cells, inserted } = name === 'undo' ? finish(reverseChange(step.change)) : step.change;
  const after = selectedNames(view);
  const count = cells.length > 0 ? cells.length : inserted.length;
  if (count > 0) expect(after.size).toBeLessThanOrEqual(count * 2);
  else if (after.size > 1) for (const cell of after) expect(before).toContain(cell);
}
