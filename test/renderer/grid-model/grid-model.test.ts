import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/run-command.ts';
import type { GridView } from '../../../renderer/grid/grid-view.ts';
import { currentBlock } from '../../../renderer/grid/selection/draw-selection.ts';
import { shownColumns } from '../../../renderer/session/column-layout.ts';
import { displayedIn } from '../../../renderer/session/displayed-rows.ts';
import type { Session } from '../../../renderer/session/session.ts';
import { currentSettings } from '../../../renderer/session/settings.ts';
import type { Document } from '../../../renderer/session/state.ts';
import { columns } from '../../../shared/columns/catalogue.ts';
import { cellAt } from '../../../shared/roster/roster.ts';
import { check, type Checker } from '../../../shared/rules/checker.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';
import { createModel, type Model, shownRows, withRows } from './model.ts';
import { ACTS } from './acts.ts';
import { type Given, MODEL_OPERATIONS, OPERATION_NAMES, WITHOUT_SELECTION } from './model-operations.ts';

/** Columns that any text may stand in, so that sorting is by text alone and nothing is masked. */
const SHOWN = columns.filter(({ standard }) => standard);
const TEXT_COLUMNS = 9;
const TEXTS = ['', 'Ana', 'Bob', 'ana@x.com', 'mailto:bob@x.com', '0012', ' Cork', 'y', 'No', 'a\tb', '“q”'];

const number = fc.nat({ max: 1000 });
const text = fc.constantFrom(...TEXTS);
const step = fc.record({
  name: fc.constantFrom('safe' as const, ...OPERATION_NAMES),
  rows: fc.tuple(number, number),
  columns: fc.tuple(number, number),
  text,
  block: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, width]) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
    ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

beforeEach(() => {
  // A command looks for an open editor; there is no page here.
  vi.stubGlobal('window', { document: { activeElement: null } });
  vi.stubGlobal('HTMLElement', EventTarget);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('does in any order what a plain table of texts would do', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: TEXT_COLUMNS, maxLength: TEXT_COLUMNS }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.array(step, { minLength: 1, maxLength: 25 }),
      async (texts, steps) => {
        const { session } = testSession();
        // A line without any text would not be read as a person.
        const people = texts.map((cells) => SHOWN.map((_, column) => cells[column] ?? 'y'));
        await openPeople(session, people);
        const view = headless(session);
        let model = createModel(people);
        for (const next of steps) {
          const after = await take(view, model, next);
          if (after !== model) seen.add(next.name);
          model = after;
          expectSame(documentOf(session), model);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(['safe', ...OPERATION_NAMES].sort());
});

async function openPeople(session: Session, people: readonly (readonly string[])[]): Promise<void> {
  const quoted = people.map((cells) => cells.map((cell) => `"${cell}"`).join('\t'));
  await openRows(session, [SHOWN.map(({ header }) => header).join('\t'), ...quoted, '']);
}

/** A grid that draws nothing; what is selected and shown comes from the session as ever. */
function headless(session: Session): GridView {
  const { document, layout } = session.store.getState();
  const nothing = (): void => undefined;
  const view = {
    session,
    shownPositions: document ? shownColumns(document, layout).map(({ position }) => position) : [],
    get block() {
      // The rooms that are tested here use no more of a view than this.
      return currentBlock(view as unknown as GridView);
    },
    api: { ensureIndexVisible: nothing, ensureColumnVisible: nothing, setFocusedCell: nothing },
  };
  return view as unknown as GridView;
}

/** Does one step in the session and answers the model after it. */
async function take(view: GridView, model: Model, todo: Step): Promise<Model> {
  const { session } = view;
  const shown = displayedIn(documentOf(session));
  const { name } = todo;
  if (shown.length === 0 && (name === 'safe' || !WITHOUT_SELECTION.has(name))) return model;
  const given = fit(todo, shown.length);
  const { top, bottom, left, right } = given.range;
  const [first, last] = [shown[top], shown[bottom]];
  if (first && last)
    session.store.setState({
      selection: {
        kind: 'cells',
        anchor: { row: first.id, position: left },
        head: { row: last.id, position: right },
      },
    });
  if (name === 'safe') return takeSafeFixes(session, model);
  await ACTS[name](view, given);
  return followView(session, MODEL_OPERATIONS[name](model, given), name);
}

function fit({ rows, columns: across, text: typed, block }: Step, count: number): Given {
  const [one, other] = rows.map((row) => row % Math.max(1, count));
  const [left, right] = across.map((column) => column % TEXT_COLUMNS);
  return {
    range: {
      top: Math.min(one ?? 0, other ?? 0),
      bottom: Math.max(one ?? 0, other ?? 0),
      left: Math.min(left ?? 0, right ?? 0),
      right: Math.max(left ?? 0, right ?? 0),
    },
    text: typed,
    block,
  };
}

/** What the safe fixes write is the rules' to say; here they write texts, into rows that are there, as one step. */
function takeSafeFixes(session: Session, model: Model): Model {
  const before = documentOf(session).history.done.length;
  const safe = documentOf(session).checker.safeFixCount;
  runCommand(session, 'problems.fixSafe');
  const { roster, history, checker } = documentOf(session);
  expect(checker.safeFixCount).toBe(0);
  expect(history.done.length - before).toBe(safe > 0 ? 1 : 0);
  const rows = model.rows.map((row) => {
    const person = roster.byId.get(row.id);
    return { ...row, cells: row.cells.map((_, position) => (person ? cellAt(person, position) : '')) };
  });
  return withRows(model, rows);
}

/** Undo and redo go to what they changed, and show rows of it that a filter hides; none that is shown goes away. */
function followView(session: Session, model: Model, name: string): Model {
  const { shown } = documentOf(session);
  if (model.shown === null || shown === null || (name !== 'undo' && name !== 'redo')) return model;
  for (const { id } of shownRows(model)) expect(shown.ids).toContain(id);
  return { ...model, shown: shown.ids };
}

function expectSame(document: Document, model: Model): void {
  const { roster, history, checker } = document;
  const texts = roster.rows.map((row) => ({
    id: row.id,
    cells: SHOWN.map((_, position) => cellAt(row, position)),
  }));
  expect(texts).toEqual(model.rows);
  expect(displayedIn(document).map(({ id }) => id)).toEqual(shownRows(model).map(({ id }) => id));
  expect([history.done.length, history.undone.length]).toEqual([model.done.length, model.undone.length]);
  const fresh = check(roster, currentSettings());
  expect(problemsOf(document, checker)).toEqual(problemsOf(document, fresh));
  expect({ ...checker.counts }).toEqual({ ...fresh.counts });
}

function problemsOf({ roster }: Document, checker: Checker): unknown {
  return roster.rows.map(({ id }) => JSON.stringify(checker.problemsOf(id)));
}
