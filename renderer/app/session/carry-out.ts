import {
  applyChange,
  type Change,
  isNothing,
  type PendingChange,
  reverseChange,
} from '../../../shared/roster/change.ts';
import type { RowId } from '../../../shared/roster/roster.ts';
import { finish, inSlices, type SlicedWork } from '../../../shared/roster/sliced-work.ts';
import { type Checker, createChecker } from '../../../shared/rules/checker.ts';
import { loadChecker } from './load-checker.ts';
import { breathe, type OnProgress, runPaced, runToEnd } from './pace.ts';
import type { Document } from './document.ts';

/** A change that was carried out, and what it left to draw. */
export interface CarriedOut {
  readonly change: Change;
  readonly checker: Checker;
  /** Rows whose text or problems may be others now. */
  readonly rows: ReadonlySet<RowId>;
}

type Target = Pick<Document, 'roster' | 'checker'>;

/** Carries out a small change and checks what it can have changed. */
export function carryOut({ roster, checker }: Target, change: Change): CarriedOut {
  finish(applyChange(roster, change));
  const rows = new Set(checker.recheck(change));
  for (const cell of change.cells) rows.add(cell.row);
  return { change, checker, rows };
}

/** Shares of the progress that making and applying a change take; checking takes the rest. */
const MADE = 0.3;
const APPLIED = 0.4;

/**
 * Makes a change and carries it out in slices that leave the window responsive. Answers null if the signal stopped it:
 * the roster and its problems are then as they were. `onApply` is asked before the roster begins to change and may
 * refuse; from then on until the answer, nothing else may write the roster or rely on what it holds.
 */
export async function carryOutPaced(
  target: Target,
  making: PendingChange,
  signal: AbortSignal,
  onProgress: OnProgress,
  onApply: (change: Change) => boolean,
): Promise<CarriedOut | null> {
  const made = await runPaced(making, signal, part(onProgress, 0, MADE));
  if (made === null) return null;
  const change = made.value;
  if (isNothing(change)) return { change, checker: target.checker, rows: new Set() };
  if (!onApply(change)) return null;
  await breathe();
  await runToEnd(applyChange(target.roster, change), part(onProgress, MADE, APPLIED));
  await breathe();
  const check = concernsMost(target, change) ? checkAnew : checkAgain;
  const checked = await check(target, change, signal, part(onProgress, APPLIED, 1));
  await breathe();
  return checked;
}

function part(onProgress: OnProgress, from: number, to: number): OnProgress {
  return (fraction) => {
    onProgress(from + fraction * (to - from));
  };
}

/** Whether checking everything costs less than checking what a change can have changed: about three times less a row. */
function concernsMost({ roster }: Target, { cells, removed, inserted, columns }: Change): boolean {
  const rows = roster.rows.length;
  return (
    columns !== undefined ||
    (removed.length !== inserted.length && removed.length + inserted.length > rows / 3) ||
    cells.length > rows
  );
}

/** Checks everything with a checker of its own, so that the one before is as it was if this is stopped. */
async function checkAnew(
  { roster, checker: { settings } }: Target,
  change: Change,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<CarriedOut | null> {
  const checker = createChecker(roster, settings);
  if (await runPaced(loadChecker(checker), signal, onProgress))
    return { change, checker, rows: new Set(roster.byId.keys()) };
  await takeBack(roster, change);
  return null;
}

/** Checks what the change can have changed; if this is stopped, it is checked to the end and then back again. */
async function checkAgain(
  { roster, checker }: Target,
  change: Change,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<CarriedOut | null> {
  const work = checkingAgain(checker, change);
  const checked = await runPaced(work, signal, onProgress);
  if (checked) return { change, checker, rows: checked.value };
  await runToEnd(work);
  const reversed = await takeBack(roster, change);
  await runToEnd(checker.rechecking(reversed));
  return null;
}

function* checkingAgain(checker: Checker, change: Change): SlicedWork<ReadonlySet<RowId>> {
  const rows = new Set(yield* checker.rechecking(change));
  yield* inSlices(change.cells, CELLS, ({ row }) => rows.add(row));
  return rows;
}

/** Cells between two pauses. */
const CELLS = 20_000;

async function takeBack(roster: Target['roster'], change: Change): Promise<Change> {
  const reversed = await runToEnd(reverseChange(change));
  await runToEnd(applyChange(roster, reversed));
  return reversed;
}
