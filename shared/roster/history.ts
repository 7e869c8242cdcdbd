import type { Change, ExcludedRow } from './change.ts';

/** One user action: what it changed and the words the undo menu shows for it. */
export interface Step {
  readonly label: string;
  readonly change: Change;
}

/** The steps that can be undone and redone, oldest first. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** The rows that forgotten steps left out; absent for none. */
  readonly excluded?: readonly ExcludedRow[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** Steps kept; older ones are forgotten, which keeps memory bounded over a long day of edits. */
export const MAX_STEPS = 1000;

/** The history after a new step; what was undone before it can no longer be redone. */
export function record(history: History, step: Step): History {
  const forgotten = history.done.slice(0, -(MAX_STEPS - 1)).flatMap(excludedIn);
  const excluded = [...(history.excluded ?? []), ...forgotten];
  return {
    done: [...history.done.slice(-(MAX_STEPS - 1)), step],
    undone: [],
    ...(excluded.length > 0 && { excluded }),
  };
}

/** The rows that were left out of the roster for what they say, and not brought back since. */
export function excludedRows(history: History): ExcludedRow[] {
  return [...(history.excluded ?? []), ...history.done.flatMap(excludedIn)];
}

function excludedIn({ change }: Step): readonly ExcludedRow[] {
  return change.excluded ?? [];
}

/** The step that was done last and the history once it is undone, or null if there is none. */
export function undo(history: History): { readonly step: Step; readonly history: History } | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  return {
    step,
    history: { ...history, done: history.done.slice(0, -1), undone: [...history.undone, step] },
  };
}

/** The step that was undone last and the history once it is done again, or null if there is none. */
export function redo(history: History): { readonly step: Step; readonly history: History } | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  return {
    step,
    history: { ...history, done: [...history.done, step], undone: history.undone.slice(0, -1) },
  };
}
