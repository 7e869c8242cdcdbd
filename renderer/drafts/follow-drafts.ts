import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Edited, Session } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { DraftWriter } from './draft-writer.ts';
import { situationOf } from '../app/session/situation.ts';

/** The draft of each roster that has one. */
const writers = new WeakMap<Roster, DraftWriter>();

/**
 * Keeps the open roster's changes with the host as they happen, so that a crash or a power cut loses none of them, until
 * the roster is saved and closed or given up. Answers a function that stops it.
 */
export function followDrafts(session: Session): () => void {
  const unfollow = session.edits.on((edited) => {
    tell(session, edited);
  });
  const unsubscribe = session.store.subscribe(
    ({ document, mode }, { document: before, mode: modeBefore }) => {
      if (before === null) return;
      if (document?.roster !== before.roster) void writers.get(before.roster)?.end();
      else if (document.saves !== before.saves) saved(document, writers.get(document.roster));
      else if (document === before && mode !== modeBefore)
        writers.get(document.roster)?.tell({ kind: 'mode', mode });
    },
  );
  return () => {
    unfollow();
    unsubscribe();
  };
}

/** Goes on with the draft that a roster was opened from. */
export function goOnWith(
  session: Session,
  roster: Roster,
  draft: Parameters<typeof DraftWriter.goOn>[1],
): void {
  writers.set(
    roster,
    DraftWriter.goOn(session, draft, roster.columns, (why) => {
      sayNotKept(session, why);
    }),
  );
}

/** Settles when the open roster's draft has all that was changed so far. */
export async function finishDraft({ store }: Session): Promise<void> {
  const { document } = store.getState();
  if (document !== null) await writers.get(document.roster)?.finish();
}

/** Has the open roster's draft removed: the window is to close, and the user has been asked. */
export async function giveUpDraft({ store }: Session): Promise<void> {
  const { document } = store.getState();
  if (document !== null) await writers.get(document.roster)?.end();
}

/** Tells the open roster’s draft what was done; the first change begins one. */
function tell(session: Session, edited: Edited): void {
  const { document } = session.store.getState();
  if (document === null) return;
  const writer = writers.get(document.roster);
  if (writer !== undefined) {
    writer.tell(edited);
    return;
  }
  const begun = DraftWriter.begin(session, document, edited.step, (why) => {
    sayNotKept(session, why);
  });
  writers.set(document.roster, begun);
}

function saved({ roster, file, savedAs, delimiter }: Document, writer: DraftWriter | undefined): void {
  if (writer === undefined || file === null) return;
  if (!writer.isOver) {
    writer.tell({ kind: 'saved', file, format: savedAs ?? 'unicode-text', delimiter: delimiter ?? '\t' });
    return;
  }
  // What could not be kept is on disk now, and the next change may be kept again.
  void writer.end();
  writers.delete(roster);
}

function sayNotKept(session: Session, why: Failure): void {
  // A host that is gone is said where it matters: when something is to be saved.
  if (why.code !== 'host.gone') sayDone(session, failureSentence(why, situationOf(session)));
}
