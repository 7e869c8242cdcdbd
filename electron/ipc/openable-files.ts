import type { Openable } from '../../shared/contract.ts';

/** Endings of files that Rollcall opens, or says a helpful sentence about (`xls`), without the dot. */
const OPENABLE_ENDINGS = ['xlsx', 'txt', 'csv', 'tsv', 'tab', 'xls'];

/** The endings of files that are opened for something, without the dot. */
export function endingsFor(what: Openable): readonly string[] {
  return what === 'profile' ? ['json'] : OPENABLE_ENDINGS;
}

/** Whether a file of this name is worth showing to someone who wants to open a roster or something else. */
export function isOpenable(name: string, what: Openable): boolean {
  const dot = name.lastIndexOf('.');
  // Excel's lock files (~$name.xlsx) hold no rows.
  return dot > 0 && !name.startsWith('~$') && endingsFor(what).includes(name.slice(dot + 1).toLowerCase());
}
