import type { History, Step } from '../../shared/roster/history.ts';

/** What a user action did to a roster. */
export interface Happened {
  readonly kind: 'step' | 'undo' | 'redo';
  readonly step: Step;
}

/** What happened between two histories of which one came right after the other; null where nothing did. */
export function happened(before: History, after: History): Happened | null {
  if (after === before) return null;
  const [done, undone] = [after.done.at(-1), after.undone.at(-1)];
  if (undone !== undefined && undone === before.done.at(-1)) return { kind: 'undo', step: undone };
  if (done === undefined) return null;
  return { kind: done === before.undone.at(-1) ? 'redo' : 'step', step: done };
}
