import { MAX_ROWS } from '../../../shared/roster/change.ts';
import type { Session } from './session.ts';

/** Says for a few seconds what was just done, and offers to undo it while it is the last step. */
export function sayUndoable(session: Session, sentence: string): void {
  const step = session.store.getState().document?.history.done.at(-1) ?? null;
  session.store.setState({ done: { sentence, step } });
}

/** Says for a few seconds what was just done. */
export function sayDone(session: Session, sentence: string): void {
  session.store.setState({ done: { sentence, step: null } });
}

/** Says that a roster cannot have as many rows as it would, and that therefore nothing was done. */
export function sayNoRoom(session: Session, rows: number): void {
  const [most, would] = [MAX_ROWS, rows].map((count) => count.toLocaleString('en-US'));
  sayDone(session, `A roster has at most ${most} rows, and this one would have ${would}: nothing was added.`);
}
