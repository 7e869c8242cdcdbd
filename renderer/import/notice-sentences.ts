import { type Notice, noticeSentence } from '../../shared/roster/notices.ts';

/** Doubts come first, then what was left out, then what was only set aside. */
const RANKS: Readonly<Record<Notice['kind'], number>> = {
  noPeople: 0,
  claimedTwice: 1,
  contactColumn: 2,
  quotesIgnored: 3,
  quoteAsText: 4,
  unnamedColumn: 5,
  headerInTwo: 6,
  titleRows: 7,
  closingRows: 8,
  repeatedHeader: 9,
  blankRows: 10,
  carriedColumns: 11,
};

/** Notices that the user can answer by saying what a column is. */
const ABOUT_COLUMNS: ReadonlySet<Notice['kind']> = new Set([
  'carriedColumns',
  'unnamedColumn',
  'claimedTwice',
  'contactColumn',
  'headerInTwo',
]);

/** Whether the user can answer a notice by saying what a column is. */
export function isAboutColumns({ kind }: Notice): boolean {
  return ABOUT_COLUMNS.has(kind);
}

/** What a file's notices say, doubts first, nothing twice. */
export function noticeSentences(notices: readonly Notice[]): string[] {
  const ranked = notices.toSorted((a, b) => RANKS[a.kind] - RANKS[b.kind]);
  return [...new Set(ranked.map(noticeSentence))];
}
