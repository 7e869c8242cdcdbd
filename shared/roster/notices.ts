import { assertNever } from '../failures/result.ts';
import { type ColumnKey, columnOf } from '../person/catalogue.ts';
import type { QuoteProblem } from '../text/parse-text.ts';
import type { SheetTraits } from '../text/source-form.ts';
import type { RosterColumns } from './roster.ts';

/** Something about a file, rather than about a person, that was handled while reading it and must not go unsaid. */
export type Notice =
  /** Rows above the header that hold text. Lines here are those that a spreadsheet shows. */
  | { readonly kind: 'titleRows'; readonly lines: readonly number[]; readonly texts: readonly string[] }
  /** A header that stands in two lines, read as one. */
  | { readonly kind: 'headerInTwo'; readonly lines: readonly number[] }
  /** Rows below the last person that hold a total or a footer. */
  | { readonly kind: 'closingRows'; readonly lines: readonly number[]; readonly texts: readonly string[] }
  | { readonly kind: 'blankRows'; readonly lines: readonly number[] }
  | { readonly kind: 'repeatedHeader'; readonly lines: readonly number[] }
  | { readonly kind: 'carriedColumns'; readonly headers: readonly string[] }
  /** A column with text but without a header; `header` is the one it was given. */
  | { readonly kind: 'unnamedColumn'; readonly header: string }
  /** `taken` is the header that was preferred, the catalogue's own, or null if none was. */
  | {
      readonly kind: 'claimedTwice';
      readonly key: ColumnKey;
      readonly headers: readonly string[];
      readonly taken: string | null;
    }
  /** A header such as “Phone” that names a channel, over phone numbers; “Mail” over y and n; “Employee” over names. */
  | {
      readonly kind: 'contactColumn';
      readonly header: string;
      readonly key: ColumnKey;
      readonly example: string;
    }
  /** There is no header row, as the user said; the columns were given these. */
  | { readonly kind: 'noHeaderRow'; readonly headers: readonly string[] }
  /** The line by which a text tells Excel its delimiter. */
  | { readonly kind: 'separatorLine' }
  /** Cells of people that are merged over several rows, such as `M4:M8`. */
  | { readonly kind: 'mergedCells'; readonly ranges: readonly string[] }
  /** Lines of people that Excel hides, by a filter or by hand, of so many people. */
  | { readonly kind: 'hiddenRows'; readonly lines: readonly number[]; readonly people: number }
  | { readonly kind: 'hiddenColumns'; readonly headers: readonly string[] }
  /** Cells of formulas that the program which wrote the workbook has not calculated. */
  | { readonly kind: 'uncalculated'; readonly cells: readonly string[] }
  /** Each line of the file was one quoted cell that held the real line. */
  | { readonly kind: 'wrappedLines' }
  | { readonly kind: 'quoteAsText'; readonly lines: readonly number[] }
  | { readonly kind: 'quotesIgnored'; readonly line: number }
  | { readonly kind: 'noPeople' };

/** Where the window lets its user say what a column is. */
const IN_THE_WINDOW = 'under Columns…';

/**
 * The sentence that says a notice to a person: what was found, what was done with it, what to do. `columns` says where
 * they can say what a column is, and ends the sentence.
 */
export function noticeSentence(notice: Notice, columns = IN_THE_WINDOW): string {
  switch (notice.kind) {
    case 'titleRows':
      return titleSentence(notice.lines, notice.texts);
    case 'headerInTwo':
      return `${lineList(notice.lines)} were read as one header. If a column is named wrongly, say so ${columns}`;
    case 'closingRows':
      return `${lineList(notice.lines)} below the last person ${oneOr(notice.lines, 'is', 'are')} not part of the roster and will not be saved with it: ${said(notice.texts)}.`;
    case 'blankRows':
      return `${lineList(notice.lines)} ${oneOr(notice.lines, 'is blank and was', 'are blank and were')} left out.`;
    case 'repeatedHeader':
      return `${lineList(notice.lines)} ${oneOr(notice.lines, 'repeats', 'repeat')} the header row and ${oneOr(notice.lines, 'was', 'were')} left out.`;
    case 'carriedColumns':
      return carriedSentence(notice.headers, columns);
    case 'unnamedColumn':
      return `A column with text has no header: it is kept as “${notice.header}”, but left out of exports. If it belongs to Agent Connect, say what it is ${columns}`;
    case 'claimedTwice':
      return claimSentence(notice, columns);
    case 'contactColumn':
      return `Column “${shorten(notice.header)}” holds texts such as “${shorten(notice.example)}” where ${columnOf(notice.key).header} has ${usualTexts(notice.key)}: it is kept, but was not taken for ${columnOf(notice.key).header}.`;
    case 'noHeaderRow':
      return noHeaderSentence(notice.headers, columns);
    case 'separatorLine':
      return 'The first line (“sep=”) says what separates the cells: it is not part of the roster and will not be saved with it.';
    case 'mergedCells':
      return `Merged cells hold their text in their first line only (${ranges(notice.ranges)}): the lines below have none. Where it holds for them too, fill it down.`;
    case 'hiddenRows':
      return hiddenSentence(notice.lines, notice.people);
    case 'hiddenColumns':
      return notice.headers.length === 1
        ? `Column ${said(notice.headers)} is hidden in Excel: it came in like the others.`
        : `${count(notice.headers.length)} columns are hidden in Excel (${said(notice.headers)}): they came in like the others.`;
    case 'uncalculated':
      return `Some cells have formulas that were never calculated (${ranges(notice.cells)}), so they are empty here. Open the file in Excel, save it there, and open it again.`;
    case 'wrappedLines':
      return 'Each line of the file stands in quotation marks as a whole, as if it had been exported twice: the cells inside were read.';
    case 'quoteAsText':
      return `${lineList(notice.lines)} ${oneOr(notice.lines, 'has', 'have')} a quotation mark that opens a cell and does not close it: it was read as part of the text. Check ${oneOr(notice.lines, 'that line', 'those lines')}.`;
    case 'quotesIgnored':
      return `So many quotation marks do not enclose a cell that, from line ${count(notice.line)} on, all were read as text. If cells run together or apart, save the file again from Excel and open that.`;
    case 'noPeople':
      return 'There is a header row, but nobody below it. Add rows here, or check that the right file was opened.';
    default:
      return assertNever(notice);
  }
}

/** What was wrong with the quotes of a text, as notices; `uncounted` lines at its start are no lines of a spreadsheet. */
export function quoteNotices(problems: readonly QuoteProblem[], uncounted = 0): Notice[] {
  const lines = [
    ...new Set(problems.flatMap(({ what, line }) => (what === 'opening' ? [line - uncounted] : []))),
  ];
  const ignored = problems.find(({ what }) => what === 'ignored');
  const notices: Notice[] = problems.some(({ what }) => what === 'wrapped') ? [{ kind: 'wrappedLines' }] : [];
  if (lines.length > 0) notices.push({ kind: 'quoteAsText', lines });
  if (ignored) notices.push({ kind: 'quotesIgnored', line: ignored.line - uncounted });
  return notices;
}

/** What a column has whose header may also stand over something else. */
function usualTexts(key: ColumnKey): string {
  switch (key) {
    case 'email':
      return 'addresses';
    case 'employeeId':
      return 'IDs';
    case 'teamLeader':
      return 'an address or an ID of a person';
    case 'firstName':
    case 'lastName':
      return 'one part of a name';
    default:
      return 'y or n';
  }
}

function noHeaderSentence(headers: readonly string[], place: string): string {
  const [first = '', ...others] = headers;
  const read = 'Read without a header row, as you chose';
  return others.length === 0
    ? `${read}: its column is named “${first}”. Say what it is ${place}`
    : `${read}: its ${count(headers.length)} columns are named “${first}” to “${others.at(-1) ?? ''}”. Say what they are ${place}`;
}

function hiddenSentence(lines: readonly number[], people: number): string {
  const stand = oneOr(lines, 'stands in a row', 'stand in rows');
  const listed = lineList(lines).toLowerCase();
  return `${count(lines.length)} of ${count(people)} ${people === 1 ? 'person' : 'people'} ${stand} that Excel hides (${listed}), by a filter or by hand: ${oneOr(lines, 'it', 'they')} came in like the others. Delete what is not meant to be here.`;
}

function ranges(all: readonly string[]): string {
  const more = all.length > MAX_NAMED ? ` and ${count(all.length - MAX_NAMED)} more` : '';
  return `${all.slice(0, MAX_NAMED).join(', ')}${more}`;
}

function titleSentence(lines: readonly number[], texts: readonly string[]): string {
  return `${lineList(lines)} above the header ${oneOr(lines, 'is', 'are')} not part of the roster and will not be saved with it: ${said(texts)}.`;
}

function said(texts: readonly string[]): string {
  const named = texts.slice(0, MAX_NAMED).map((text) => `“${shorten(text)}”`);
  const more = texts.length > MAX_NAMED ? ` and ${count(texts.length - MAX_NAMED)} more` : '';
  return `${named.join(', ')}${more}`;
}

function carriedSentence(headers: readonly string[], place: string): string {
  if (headers.length === 1)
    return `Column “${shorten(headers[0] ?? '')}” is not one of Agent Connect’s: it is kept and saved here, but left out of exports.`;
  const named = headers.slice(0, MAX_NAMED).map((header) => `“${shorten(header)}”`);
  const more = headers.length > MAX_NAMED ? ` and ${count(headers.length - MAX_NAMED)} more` : '';
  return `${count(headers.length)} columns are not Agent Connect’s (${named.join(', ')}${more}): they are kept and saved here, but left out of exports. If one of them is, say so ${place}`;
}

function claimSentence(
  { key, headers, taken }: Extract<Notice, { kind: 'claimedTwice' }>,
  place: string,
): string {
  const names = headers.map((header) => `“${shorten(header)}”`).join(', ');
  const look = `${headers.length} columns ${headers.length === 2 ? 'both ' : ''}look like ${columnOf(key).header} (${names})`;
  if (taken !== null)
    return `${look}: “${shorten(taken)}” was taken. If that is wrong, choose another ${place}`;
  return `${look}: ${headers.length === 2 ? 'neither' : 'none'} was taken. Choose one ${place}`;
}

/** Lines, headers or texts that a sentence names before it only counts. */
const MAX_NAMED = 5;

function lineList(lines: readonly number[]): string {
  const named = lines.slice(0, MAX_NAMED).map(count);
  const rest = lines.length - named.length;
  if (rest > 0) return `Lines ${named.join(', ')} and ${count(rest)} more`;
  const last = named.pop() ?? '';
  return named.length === 0 ? `Line ${last}` : `Lines ${named.join(', ')} and ${last}`;
}

function oneOr(lines: readonly number[], one: string, several: string): string {
  return lines.length === 1 ? one : several;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** Characters of a text from the file that a sentence shows. */
const MAX_TEXT_LENGTH = 60;

function shorten(text: string): string {
  const line = text
    .slice(0, 4 * MAX_TEXT_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = Array.from(line);
  return letters.length > MAX_TEXT_LENGTH ? `${letters.slice(0, MAX_TEXT_LENGTH - 1).join('')}…` : line;
}

/** What the user should know of a sheet, by the line of its header, those of its people, and its columns. */
export function traitNotices(
  { merged, hiddenRows, hiddenColumns, uncalculated }: SheetTraits,
  headerLine: number,
  lines: readonly number[],
  columns: readonly { readonly header: string; readonly place: number }[],
): Notice[] {
  const isBelow = (cell: string): boolean => Number(/^[A-Z]+(\d+)/.exec(cell)?.[1]) > headerLine;
  const notices: Notice[] = [];
  // Cells merged above the first person are part of the header or of a title.
  const ranges = merged.filter(isBelow);
  if (ranges.length > 0) notices.push({ kind: 'mergedCells', ranges });
  const cells = uncalculated.filter(isBelow);
  if (cells.length > 0) notices.push({ kind: 'uncalculated', cells });
  const hidden = new Set(hiddenRows);
  const hiddenLines = lines.filter((line) => hidden.has(line));
  if (hiddenLines.length > 0) notices.push({ kind: 'hiddenRows', lines: hiddenLines, people: lines.length });
  const headers = columns.filter(({ place }) => hiddenColumns.includes(place)).map(({ header }) => header);
  if (headers.length > 0) notices.push({ kind: 'hiddenColumns', headers });
  return notices;
}

/** The notices that still hold: what a column is, and that it is only carried, may have been said since. */
export function standingNotices(notices: readonly Notice[], { carried }: RosterColumns): Notice[] {
  const headers = new Set(carried.map(({ header }) => header));
  const isCarried = (header: string): boolean => headers.has(header);
  return notices.flatMap((notice): Notice[] => {
    switch (notice.kind) {
      case 'carriedColumns': {
        const left = notice.headers.filter(isCarried);
        return left.length === 0 ? [] : [{ ...notice, headers: left }];
      }
      case 'unnamedColumn':
      case 'contactColumn':
        return isCarried(notice.header) ? [notice] : [];
      case 'claimedTwice':
        return notice.headers.some(isCarried) ? [notice] : [];
      default:
        return [notice];
    }
  });
}
