/** Endings of files that Rollcall opens, or says a helpful sentence about (`xls`), without the dot. */
export const OPENABLE_ENDINGS = ['xlsx', 'txt', 'csv', 'tsv', 'tab', 'xls'];

/** Whether a file of this name is worth showing to someone who wants to open a roster. */
export function isOpenable(name: string): boolean {
  const dot = name.lastIndexOf('.');
  // Excel's lock files (~$name.xlsx) hold no rows.
  return dot > 0 && !name.startsWith('~$') && OPENABLE_ENDINGS.includes(name.slice(dot + 1).toLowerCase());
}
