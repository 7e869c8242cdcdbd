import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GridView } from '../../../renderer/grid/view/grid-view.ts';
import { displayedIn } from '../../../renderer/app/session/displayed-rows.ts';
import type { Selection } from '../../../renderer/app/session/document.ts';
import { columns } from '../../../shared/person/catalogue.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';
import { ACTS } from './acts.ts';
import { headlessGrid } from '../headless-grid.ts';
import {
  expectChangeSelected,
  expectNoMoreSelected,
  expectSame,
  expectSelectionShown,
  selectedNames,
} from './invariants.ts';
import {
  type Given,
  MODEL_OPERATIONS,
  OPERATION_NAMES,
  type OperationName,
  WITHOUT_SELECTION,
} from './model-operations.ts';
import { createModel, type Model, shownColumns, shownRows } from './model.ts';
import { runs } from '../../tier.ts';

const SHOWN = columns.filter(({ standard }) => standard);
const TEXTS = [
  '',
  'Ana',
  'Bob',
  'ana@x.com',
  'mailto:bob@x.com',
  '0012',
  ' Cork',
  'y',
  'No',
  'a\tb',
  '“q”',
  '"',
];

const number = fc.nat({ max: 1000 });
const text = fc.constantFrom(...TEXTS);
const step = fc.record({
  name: fc.constantFrom(...OPERATION_NAMES),
  kind: fc.constantFrom('cells' as const, 'cells' as const, 'rows' as const, 'columns' as const),
  rows: fc.tuple(number, number, number),
  columns: fc.tuple(number, number, number),
  upwards: fc.boolean(),
  text,
  block: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, width]) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
    ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const people = fc.array(fc.array(text, { minLength: SHOWN.length, maxLength: SHOWN.length }), {
  minLength: 1,
  maxLength: 6,
});

it('does in any order what a plain table of texts would do', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.array(step, { minLength: 8, maxLength: 30, size: 'max' }),
      async (texts, steps) => {
        // A line without any text would not be read as a person.
        const opened = texts.map((cells) => ['y', ...cells.slice(1)]);
        const { session } = testSession();
        const quoted = opened.map((cells) =>
          cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t'),
        );
        await openRows(session, [SHOWN.map(({ header }) => header).join('\t'), ...quoted, '']);
        const { view, destroy } = headlessGrid(session);
        let model = createModel(opened);
        for (const next of steps) {
          const after = await take(view, model, next);
          if (after !== model) seen.add(next.name);
          model = after;
          expectSame(view, model);
          expectSelectionShown(view);
        }
        await expectWayBack(view, model, opened);
        destroy();
      },
    ),
    { numRuns: runs(600) },
  );
  expect([...seen].sort()).toEqual([...OPERATION_NAMES].sort());
});

/** Does one step in the session and answers the model after it. */
async function take(view: GridView, model: Model, todo: Step): Promise<Model> {
  const { name } = todo;
  const count = shownRows(model).length;
  if (count === 0 && !WITHOUT_SELECTION.has(name)) return model;
  const given = fit(todo, count, shownColumns(model).length);
  // Whole columns reach every row, so commands of rows are not to be had for them.
  const kind = todo.kind === 'columns' && OF_ROWS.has(name) ? 'cells' : todo.kind;
  const range = stretch(given.range, kind, count, shownColumns(model).length);
  const active = { row: todo.upwards ? range.bottom : range.top, column: range.left };
  select(view, range, kind, active.row);
  // Of whole rows, what is done to columns is done to that of the active cell.
  const acted = kind === 'rows' && OF_COLUMNS.has(name) ? { ...range, right: range.left } : range;
  return act(view, model, name, { ...given, range: acted, active });
}

async function act(view: GridView, model: Model, name: OperationName, given: Given): Promise<Model> {
  const selected = selectedNames(view);
  const { version } = documentOf(view.session);
  await ACTS[name](view, given);
  const after = followView(view, MODEL_OPERATIONS[name](model, given), name);
  expectNoMoreSelected(view, selected, name);
  const isStep = documentOf(view.session).version !== version;
  if (isStep && (name === 'undo' || name === 'redo')) expectChangeSelected(view, selected, name);
  return after;
}

const OF_ROWS: ReadonlySet<OperationName> = new Set([
  'insertAbove',
  'insertBelow',
  'duplicate',
  'delete',
  'moveUp',
  'moveDown',
]);

const OF_COLUMNS: ReadonlySet<OperationName> = new Set([
  'hideColumns',
  'pinColumns',
  'moveLeft',
  'moveRight',
]);

function fit(
  { rows, columns: across, text: typed, block }: Step,
  count: number,
  width: number,
): Omit<Given, 'active'> {
  const [one, other, row] = rows.map((some) => some % Math.max(1, count));
  const [left, right, column] = across.map((some) => some % width);
  return {
    range: {
      top: Math.min(one ?? 0, other ?? 0),
      bottom: Math.max(one ?? 0, other ?? 0),
      left: Math.min(left ?? 0, right ?? 0),
      right: Math.max(left ?? 0, right ?? 0),
    },
    to: { row: row ?? 0, column: column ?? 0 },
    text: typed,
    block,
  };
}

function stretch(
  range: Given['range'],
  kind: Selection['kind'],
  count: number,
  width: number,
): Given['range'] {
  if (kind === 'rows') return { ...range, left: 0, right: width - 1 };
  return kind === 'columns' ? { ...range, top: 0, bottom: count - 1 } : range;
}

function select(
  view: GridView,
  { top, bottom, left, right }: Given['range'],
  kind: Selection['kind'],
  active: number,
): void {
  const shown = displayedIn(documentOf(view.session));
  const [first, last] = [shown[active], shown[active === top ? bottom : top]];
  const [from, to] = [view.shownPositions[left], view.shownPositions[right]];
  if (!first || !last || from === undefined || to === undefined) return;
  const anchor = { row: first.id, position: from };
  const head = { row: last.id, position: to };
  view.session.store.setState({ selection: { kind, anchor, head } });
}

const CORNER = { row: 0, column: 0 };
const NOTHING: Given = {
  range: { top: 0, bottom: 0, left: 0, right: 0 },
  active: CORNER,
  to: CORNER,
  text: '',
  block: [],
};

/** Undo all the way gives what was opened; redo all the way gives it all back. */
async function expectWayBack(
  view: GridView,
  last: Model,
  opened: readonly (readonly string[])[],
): Promise<void> {
  let model = last;
  while (model.done.length > 0) model = await act(view, model, 'undo', NOTHING);
  expectSame(view, model);
  expect(model.rows.map(({ cells }) => cells)).toEqual(opened);
  while (model.undone.length > 0) model = await act(view, model, 'redo', NOTHING);
  expectSame(view, model);
  expectSelectionShown(view);
}

/** Undo and redo go to what they changed, and show rows and columns of it that are hidden; none that is shown goes away. */
function followView(view: GridView, model: Model, name: OperationName): Model {
  const { shown } = documentOf(view.session);
  if (name !== 'undo' && name !== 'redo') return model;
  expect(view.shownPositions).toEqual(expect.arrayContaining([...shownColumns(model)]));
  const hidden = new Set([...model.columns.hidden].filter((column) => !view.shownPositions.includes(column)));
  const columns = { ...model.columns, hidden };
  if (model.shown === null || shown === null) return { ...model, columns };
  for (const { id } of shownRows(model)) expect(shown.ids).toContain(id);
  return { ...model, columns, shown: shown.ids };
}
