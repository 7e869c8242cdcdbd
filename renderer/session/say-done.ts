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
