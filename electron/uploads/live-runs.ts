import type { UploadJournal } from '../agent-connect/journal/upload-journal.ts';
import type { Push } from '../agent-connect/push/upload-run.ts';

/** An upload that runs in this app, or has run since it was started. */
export interface LiveRun {
  readonly journal: UploadJournal;
  readonly push: Push;
  /** Whether it is over and its journal closed: it goes on from there alone. */
  isOver: boolean;
}

/** Follows a push to its end. */
export function liveRun(journal: UploadJournal, push: Push, onBug: (error: unknown) => void): LiveRun {
  const live: LiveRun = { journal, push, isOver: false };
  void push.done.catch(onBug).finally(() => {
    live.isOver = true;
  });
  return live;
}
