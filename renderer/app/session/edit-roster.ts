import { followChange } from '../../../shared/find/row-filter.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import {
  type Change,
  isMove,
  isNothing,
  type PendingChange,
  MAX_ROWS,
  reverseChange,
  rowsAfter,
} from '../../../shared/roster/change.ts';
import { type History, record, redo, type Step, undo } from '../../../shared/roster/history.ts';
import { type CarriedOut, carryOut, carryOutPaced } from './carry-out.ts';
import { shownPositions } from './column-layout.ts';
import { keepSelection, reachOf } from './keep-selection.ts';
import { revealChange } from './reveal-change.ts';
import { sayDone, sayNoRoom } from './say-done.ts';
import type { Edited, Session } from './session.ts';
import type { Document, Selection } from './document.ts';
import { runTask } from './task.ts';

/**
 * Carries out one user action as one undo step, rechecks what it touched and draws it; `after` is told the change then,
 * even where it turned out to be nothing. A small one is done when this returns. A large one, made by work in slices,
 * shows its progress and can be stopped: then everything is as before, and `after` is never told.
 */
export function edit(
  session: Session,
  label: string,
  making: PendingChange | Change,
  after: (change: Change) => void = () => undefined,
): void {
  act(session, {
    label,
    making,
    happen: (history, change) => {
      const step = { label, change };
      return { kind: 'done', step, history: record(history, step) };
    },
    after,
  });
}

/** Takes the last step back and shows where it was. */
export function undoStep(session: Session): void {
  const { document } = session.store.getState();
  step(
    session,
    undo,
    'Undo',
    ({ change }) => reverseChange(change),
    (taken) => document?.selectedBefore.get(taken) ?? null,
  );
}

/** Does the step again that was undone last and shows where it is. */
export function redoStep(session: Session): void {
  step(
    session,
    redo,
    'Redo',
    ({ change }) => change,
    () => null,
  );
}

function step(
  session: Session,
  take: typeof undo,
  verb: 'Undo' | 'Redo',
  make: (step: Step) => PendingChange | Change,
  selectionAfter: (step: Step) => Selection | null,
): void {
  const { document } = session.store.getState();
  const taken = document && take(document.history);
  if (taken === null) return;
  act(session, {
    label: `${verb}: ${taken.step.label}`,
    making: make(taken.step),
    happen: () => ({ kind: verb === 'Undo' ? 'undone' : 'redone', ...taken }),
    after: (change) => {
      revealChange(session, change, selectionAfter(taken.step));
    },
  });
}

/** A user action on its way. */
interface Action {
  /** What it is called while it takes long. */
  readonly label: string;
  readonly making: PendingChange | Change;
  /** What it comes to, and the history then. */
  readonly happen: (history: History, change: Change) => Edited & { readonly history: History };
  readonly after: (change: Change) => void;
}

function act(session: Session, action: Action): void {
  const { document } = session.store.getState();
  if (document?.held !== null) return;
  const { making } = action;
  const work = 'next' in making ? making : { next: () => ({ done: true, value: making }) as const };
  const first = work.next();
  if (first.done !== true || !isSmall(document, first.value)) {
    void actPaced(session, document, action, resume(first, work));
    return;
  }
  const change = first.value;
  if (!isNothing(change)) {
    if (!hasRoom(session, document, change)) return;
    const reach = reachBefore(session, change);
    publish(session, action, carryOut(document, change), reach);
  }
  action.after(change);
}

/** Cells, and rows, that are changed and checked in a few milliseconds. */
const FEW_CELLS = 2000;
const FEW_ROWS = 500;

function isSmall({ roster }: Document, { cells, removed, inserted, columns }: Change): boolean {
  return (
    cells.length <= FEW_CELLS &&
    removed.length + inserted.length <= FEW_ROWS &&
    // Other columns concern every row.
    (columns === undefined || roster.rows.length <= FEW_ROWS)
  );
}

/** All of a work, of which the first slice is done. */
function* resume(first: IteratorResult<number, Change>, work: Iterator<number, Change>): PendingChange {
  for (let slice = first; ; slice = work.next()) {
    if (slice.done === true) return slice.value;
    yield slice.value;
  }
}

/** Whether there is room for the rows that a change adds; says so where there is none. */
function hasRoom(session: Session, { roster }: Document, change: Change): boolean {
  const rows = rowsAfter(roster, change);
  if (rows > MAX_ROWS) sayNoRoom(session, rows);
  return rows <= MAX_ROWS;
}

async function actPaced(
  session: Session,
  document: Document,
  action: Action,
  making: PendingChange,
): Promise<void> {
  let reach: ReachBefore = null;
  const hold = (change: Change): boolean => {
    if (!hasRoom(session, document, change)) return false;
    reach = reachBefore(session, change);
    session.store.setState({ document: { ...document, held: 'changing' } });
    return true;
  };
  const task = { kind: 'editing', name: action.label } as const;
  const done = await runTask(session, task, async (signal, onProgress) => {
    const carriedOut = await carryOutPaced(document, making, signal, onProgress, hold);
    if (signal.aborted) sayDone(session, 'Stopped. Nothing was changed.');
    return carriedOut === null ? failure(failed('cancelled', {})) : success(carriedOut);
  });
  // By now the dialog that showed the progress is gone, and the grid can take the focus.
  if (done.ok) {
    if (!isNothing(done.value.change)) publish(session, action, done.value, reach);
    action.after(done.value.change);
  } else release(session, document);
}

type ReachBefore = ReturnType<typeof reachOf> | null;

/** What the selection reaches before rows or columns come elsewhere; null where none do. */
function reachBefore({ store }: Session, change: Change): ReachBefore {
  const { document, selection, layout } = store.getState();
  return document && selection && isStructural(change)
    ? reachOf(selection, document, shownPositions(document, layout))
    : null;
}

function isStructural({ inserted, removed, columns }: Change): boolean {
  return inserted.length > 0 || removed.length > 0 || columns !== undefined;
}

function publish(
  { store, edits }: Session,
  { happen }: Action,
  { change, checker, rows }: CarriedOut,
  reach: ReachBefore,
): void {
  const { document, selection, layout } = store.getState();
  if (document === null) return;
  const { kind, step, history } = happen(document.history, change);
  if (selection && kind !== 'undone' && isMove(change)) document.selectedBefore.set(step, selection);
  const after: Document = {
    ...document,
    held: null,
    checker,
    history,
    shown: document.shown && followChange(document.shown, document.roster, change),
    version: document.version + 1,
    counts: { ...checker.counts },
    touched: { rows, structure: isStructural(change) },
  };
  const kept = selection && reach && keepSelection(selection, reach, after, shownPositions(after, layout));
  store.setState({ document: after, ...(kept && { selection: kept }) });
  edits.emit({ kind, step });
}

/** Lets the roster be written again where a change was stopped; what is in sight is drawn anew and stays where it is. */
function release({ store }: Session, document: Document): void {
  if (store.getState().document?.held !== 'changing') return;
  const touched = { rows: new Set(document.roster.byId.keys()), structure: false };
  store.setState({ document: { ...document, version: document.version + 1, touched } });
}
