import type { RunState } from '../../../shared/upload/journal/run-state.ts';
import type { Line } from './leg.ts';

/** The places of rows for which something was sent and whose outcome is not known. */
export function openRows(run: RunState): number[] {
  return [...run.rows.entries()]
    .filter(([, { state, open, isTouched }]) => open !== null || (isTouched && state === 'waiting'))
    .map(([place]) => place);
}

/** Lets only those go, and nobody because of them. */
export function onlyOpen(run: RunState): Line {
  const places = openRows(run).reverse();
  return { next: () => places.pop() ?? null, leadersWithout: () => [], teamAfter: () => [] };
}
