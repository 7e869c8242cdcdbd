import type { Session } from '../../../renderer/app/session/session.ts';
import { edit, redoStep, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { cellsChange, type Change } from '../../../shared/roster/change.ts';
import type { History } from '../../../shared/roster/history.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';

/** People in the roster at first: more than are handed over, or changed, at once. */
const PEOPLE = 8000;

/** The roster that the robot works on, as text. */
export function robotText(): string {
  const lines = Array.from({ length: PEOPLE }, (_, at) => `Person\tNumber ${at}\tp${at}@acme.example\tCork`);
  return ['First Name\tLast Name\tEmail Address\tHome Town', ...lines].join('\n');
}

/** What the robot does as its nth deed: the same for the same roster and history, in every process. */
type Deed = 'undo' | 'redo' | { readonly label: string; readonly change: Change };

/** The nth deed: mostly a typed cell, at times rows that come, go or move, or a column set for everybody. */
export function deedOf({ rows, nextId }: Roster, history: History, nth: number): Deed {
  const chance = chances(nth);
  const label = `Deed ${nth}`;
  const dice = chance(100);
  if (dice < 12 && history.done.length > 0) return 'undo';
  if (dice < 18 && history.undone.length > 0) return 'redo';
  const index = chance(rows.length);
  const row = rows[index];
  if (row === undefined) throw new Error('The robot has deleted everybody');
  const placed = { row: row.id, index, cells: [...row.cells] };
  if (dice < 22) return { label, change: { cells: [], removed: [placed], inserted: [] } };
  if (dice < 26)
    return {
      label,
      change: { cells: [], removed: [], inserted: [{ row: nextId, index, cells: [`New ${nth}`] }] },
    };
  if (dice < 29)
    return {
      label,
      change: { cells: [], removed: [placed], inserted: [{ ...placed, index: chance(rows.length) }] },
    };
  const some = dice < 31 ? rows : [row];
  const position = [AT.firstName, AT.homeTown, AT.groups][chance(3)] ?? 0;
  const to = `“${nth}” ${'\t"\n\u{1f600}'.slice(0, chance(6))}`;
  return {
    label,
    change: cellsChange(some.map((one) => ({ row: one.id, position, from: cellAt(one, position), to }))),
  };
}

/** Does the nth deed in a session, and answers when it is done. */
export async function doDeed(session: Session, nth: number): Promise<void> {
  const { document } = session.store.getState();
  if (document === null) throw new Error('No roster is open');
  const deed = deedOf(document.roster, document.history, nth);
  if (deed === 'undo') undoStep(session);
  else if (deed === 'redo') redoStep(session);
  else edit(session, deed.label, deed.change);
  while (isBusy(session)) await new Promise((resolve) => setTimeout(resolve, 1));
}

function isBusy({ store }: Session): boolean {
  const { task, document } = store.getState();
  return task !== null || document?.held !== null;
}

/** Whole numbers below a limit (Park and Miller), the same for the same deed. */
function chances(nth: number): (below: number) => number {
  let state = ((nth + 1) * 7919) % 2_147_483_647;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  next();
  return (below) => next() % below;
}
