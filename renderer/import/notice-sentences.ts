import { type Notice, noticeSentence } from '../../shared/roster/notices.ts';
import { encodingSentence, type SourceForm } from '../../shared/text/source-form.ts';

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

/** Up to this rank, something may be wrong with what was read; what follows is only good to know. */
const LAST_DOUBT = RANKS.hiddenColumns;

/** A sentence about how a file was read, and whether something may be wrong because of it. */
export interface NoticeLine {
  readonly sentence: string;
  readonly isDoubt: boolean;
}

/**
 * What there is to say about how a file was read, by weight: doubts first, then what is good to know, nothing twice.
 * `firstLine` is the line of the file on which its first person stands, where lines are counted otherwise here.
 */
export function noticeLines(
  notices: readonly Notice[],
  form: SourceForm | null,
  firstLine: number | null = null,
): NoticeLine[] {
  const encoding = encodingSentence(form);
  const isGuess = form?.kind === 'text' && form.confidence === 'guess';
  const ranked = notices.map((notice) => ({ rank: RANKS[notice.kind], sentence: noticeSentence(notice) }));
  if (encoding !== null) ranked.push({ rank: isGuess ? -1 : LAST_DOUBT + 0.5, sentence: encoding });
  if (firstLine !== null) ranked.push({ rank: RANKS.blankRows + 0.5, sentence: countingSentence(firstLine) });
  const lines = new Map<string, NoticeLine>();
  for (const { rank, sentence } of ranked.sort((a, b) => a.rank - b.rank))
    if (!lines.has(sentence)) lines.set(sentence, { sentence, isDoubt: rank <= LAST_DOUBT });
  return [...lines.values()];
}

function countingSentence(firstLine: number): string {
  const counted = 'These are lines of the file; here, lines are counted without what was left out';
  const example =
    firstLine === 2 ? '' : `, so that line ${firstLine.toLocaleString('en-US')} of the file is line 2`;
  return `${counted}${example}. Point at a line’s number to see which line of the file it is.`;
}

/** What a file's notices say, doubts first, nothing twice. */
export function noticeSentences(notices: readonly Notice[]): string[] {
  return noticeLines(notices, null).map(({ sentence }) => sentence);
}
