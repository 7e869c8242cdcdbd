import { type Notice, noticeSentence } from '../../shared/roster/notices.ts';

/** Doubts come first, then what was left out, then what was only set aside. */
const RANKS: Readonly<Record<Notice['kind'], number>> = {
  noPeople: 0,
  claimedTwice: 1,
  contactColumn: 2,
  noHeaderRow: 3,
  quotesIgnored: 4,
  quoteAsText: 5,
  mergedCells: 6,
  uncalculated: 7,
  hiddenRows: 8,
  hiddenColumns: 9,
  unnamedColumn: 10,
  headerInTwo: 11,
  titleRows: 12,
  closingRows: 13,
  separatorLine: 14,
  repeatedHeader: 15,
  blankRows: 16,
  carriedColumns: 17,
};

/** Notices that the user can answer by saying what a column is. */
const ABOUT_COLUMNS: ReadonlySet<Notice['kind']> = new Set([
  'carriedColumns',
  'unnamedColumn',
  'claimedTwice',
  'contactColumn',
  'headerInTwo',
  'noHeaderRow',
]);

/** Whether the user can answer a notice by saying what a column is. */
export function isAboutColumns({ kind }: Notice): boolean {
  return ABOUT_COLUMNS.has(kind);
}

/** What a file's notices say, doubts first, nothing twice. */
export function noticeSentences(notices: readonly Notice[]): string[] {
  const ranked = notices.toSorted((a, b) => RANKS[a.kind] - RANKS[b.kind]);
  return [...new Set(ranked.map((notice) => noticeSentence(notice)))];
}
