import { mergeChange } from '../../shared/merge/merge-change.ts';
import type { MergePlan } from '../../shared/merge/merge-plan.ts';
import { closeDialog } from '../session/dialogs.ts';
import { edit } from '../session/edit-roster.ts';
import { revealChange } from '../session/reveal-change.ts';
import { sayUndoable } from '../session/say-done.ts';
import type { Session } from '../session/session.ts';
import { doneSentence } from './merge-words.ts';

/** Adds a file's people to the open roster as it was planned, in one step, and goes to the first of them. */
export function carryOutMerge(session: Session, name: string, plan: MergePlan): void {
  const { document } = session.store.getState();
  closeDialog(session);
  if (document === null) return;
  edit(session, `Add people from “${name}”`, mergeChange(document.roster, plan), (change) => {
    revealChange(session, change);
    sayUndoable(session, doneSentence(plan));
  });
}
