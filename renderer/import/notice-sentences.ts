import { type Notice, noticeSentence } from '../../shared/roster/notices.ts';

/** Doubts come first, then what was left out, then what was only set aside. */
const RANKS: Readonly<Record<Notice['kind'], number>> = {
  noPeople: 0,
  claimedTwice: 1,
  contactColumn: 2,
  noHeaderRow: 3,
  wrappedLines: 4,
  quotesIgnored: 5,
  quoteAsText: 6,
  mergedCells: 7,
  uncalculated: 8,
  hiddenRows: 9,
  hiddenColumns: 10,
  unnamedColumn: 11,
  headerInTwo: 12,
  titleRows: 13,
  closingRows: 14,
  separatorLine: 15,
  repeatedHeader: 16,
  blankRows: 17,
  carriedColumns: 18,
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
