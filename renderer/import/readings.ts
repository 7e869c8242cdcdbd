import type { Reply } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import type { ColumnKey } from '../../shared/person/catalogue.ts';
import type { HeaderChoice } from '../../shared/roster/find-header.ts';
import { createRosterReader, type ReadRoster } from '../../shared/roster/read-roster.ts';
import { type Dialect, isSeparatorLine, resolveDialect, TABS } from '../../shared/text/dialect.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import { createTextParser, parseText, type TextParser } from '../../shared/text/parse-text.ts';
import { encodingSentence, whySheet } from '../../shared/text/source-form.ts';
import type { HowToRead } from '../../shared/roster/how-to-read.ts';
import { noticeSentences } from './notice-sentences.ts';

/** A few lines of a file as one encoding reads them. */
export type Reading = Reply<'file.readings'>['readings'][number];

/**
 * The readings in the order in which they are worth a look: the one that was detected, the likely ones, those that
 * hold every byte, UTF-16, which holds any bytes at all, and those that cannot be the one.
 */
export function inOrder(
  readings: readonly Reading[],
  form: { readonly encoding: TextEncoding; readonly others: readonly TextEncoding[] } | null,
): Reading[] {
  const first = form === null ? [] : [form.encoding, ...form.others];
  const rank = ({ encoding, whole }: Reading): number => {
    const place = first.indexOf(encoding);
    if (place !== -1) return place;
    return first.length + (!whole ? 2 : encoding.startsWith('utf-16') ? 1 : 0);
  };
  return readings.toSorted((a, b) => rank(a) - rank(b));
}

/** Cells of a line that are shown, and characters of each. */
const MOST_CELLS = 6;
const LONGEST_CELL = 60;

const FOREIGN = /[^\0-\u007f]/;

/** What is known of a text's cells apart from its encoding. */
export interface CellsKnown {
  readonly dialect: Dialect;
  /** Places of the columns that hold temporary passwords, from 0. */
  readonly secret: ReadonlySet<number>;
}

/**
 * The cells of each line that are not plain ASCII, which read differently in each encoding; a line without any is left
 * out. Those of a temporary password are never shown.
 */
export function tellingCells({ lines }: Reading, { dialect, secret }: CellsKnown): string[][] {
  const { delimiter, quote, wrapped } = dialect;
  const rows = parseText(lines.join('\n'), delimiter, quote, wrapped);
  return rows
    .map((row) => row.filter((cell, index) => FOREIGN.test(cell) && !secret.has(index)))
    .map((cells) => cells.slice(0, MOST_CELLS).map(visible))
    .filter((cells) => cells.length > 0);
}

/** The beginning of a cell on one line, with a sign for what cannot be seen. */
export function visible(cell: string): string {
  return cell
    .trim()
    .slice(0, LONGEST_CELL)
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(/[\0-\u001f\u007f-\u009f]/g, '␦');
}

/** A row of the file as it would come in: above the header, the header, a person, or left out. */
export interface PreviewRow {
  /** As a spreadsheet numbers it; 0 for the line that Excel does not count. */
  readonly line: number;
  readonly kind: 'above' | 'header' | 'person' | 'leftOut';
  readonly cells: readonly string[];
}

/** A column of the file: what it would be taken for, and the name that it would be kept under where for nothing. */
export interface PreviewColumn {
  readonly key: ColumnKey | null;
  /** Null for a column that would not come in: it has neither a header nor a text. */
  readonly name: string | null;
}

/** What is understood of the beginning of a file under what the user has said. */
export interface Understood {
  readonly dialect: Dialect;
  readonly detected: Dialect;
  readonly header: HeaderChoice;
  /** The line that would be taken for the header if nobody said; null where none looks like one. */
  readonly detectedHeader: number | null;
  readonly rows: readonly PreviewRow[];
  readonly columns: readonly PreviewColumn[];
  /** What the user should look at, before what was only noticed. */
  readonly doubts: readonly string[];
  readonly noticed: readonly string[];
  /** Why the file would not open like this; null if it would. */
  readonly refusal: Failure | null;
}

type Preview = Reply<'file.preview'>;

/** Rows of a preview that are shown. */
const MOST_SHOWN = 100;

/** Reads the beginning of a file the way the whole would be read. */
export function understandPreview(name: string, preview: Preview, how: HowToRead): Understood {
  const { form, text } = preview;
  const [detected, dialect] =
    form.kind === 'text' ? [resolveDialect(text), resolveDialect(text, how)] : [TABS, TABS];
  const table = parse(preview, dialect);
  const readAs = (header: HeaderChoice | null): RosterReading => read(name, form, table, header);
  const found = readAs(null);
  const asSaid = how.header === undefined ? found : readAs(how.header);
  const withoutHeader = !asSaid.ok && asSaid.failure.code === 'roster.noHeader';
  const shown = withoutHeader ? readAs('none') : asSaid;
  const detectedHeader = found.ok ? found.value.headerLine : null;
  const about = shown.ok ? shown.value : null;
  return {
    dialect,
    detected,
    header: withoutHeader ? 'none' : (how.header ?? detectedHeader ?? 'none'),
    detectedHeader,
    rows: previewRows(table, about),
    columns: about === null ? [] : columnsOf(about, found),
    doubts: [...(withoutHeader ? [NO_HEADER] : []), ...doubtsAbout(preview, dialect, about)],
    noticed: noticedIn(form, about, withoutHeader),
    refusal: shown.ok ? null : shown.failure,
  };
}

type RosterReading = Result<ReadRoster, Failure>;

/** That there is no header row is a doubt where nobody has said it. */
function noticedIn(form: Preview['form'], read: ReadRoster | null, withoutHeader: boolean): string[] {
  const why = form.kind === 'workbook' ? whySheet(form) : null;
  const notices = read?.notices ?? [];
  const said = withoutHeader ? notices.filter(({ kind }) => kind !== 'noHeaderRow') : notices;
  return [...(why === null ? [] : [why]), ...noticeSentences(said)];
}

const NO_HEADER =
  'No line names columns such as Role, Email Address or First Name. Choose the line that does, or open the file without a header row and say afterwards what its columns are.';

interface Table {
  /** Without the row that the preview may have cut. */
  readonly rows: readonly string[][];
  readonly problems: TextParser['problems'];
}

function parse({ text, isAll }: Preview, { delimiter, quote, wrapped }: Dialect): Table {
  const parser = createTextParser(delimiter, quote, wrapped);
  const rows = parser.push(text).concat(parser.end());
  const whole = isAll ? rows : rows.slice(0, -1);
  return { rows: whole, problems: parser.problems.filter(({ line }) => line <= whole.length) };
}

function read(
  name: string,
  form: Preview['form'],
  { rows, problems }: Table,
  header: HeaderChoice | null,
): RosterReading {
  const traits = form.kind === 'workbook' ? form.traits : undefined;
  const reader = createRosterReader(name, { header, traits });
  reader.add(rows);
  return reader.finish(problems);
}

function previewRows({ rows }: Table, read: ReadRoster | null): PreviewRow[] {
  const first = isSeparatorLine(rows[0] ?? []) ? 0 : 1;
  const headerLines = read === null ? [] : linesOfHeader(read);
  const people = new Set(read?.lines);
  const headerLine = read?.headerLine ?? Infinity;
  return rows.slice(0, MOST_SHOWN).map((cells, index) => {
    const line = index + first;
    const isHeader = line > 0 && headerLines.includes(line);
    const outside = line < headerLine || line === 0 ? 'above' : 'leftOut';
    return { line, kind: isHeader ? 'header' : people.has(line) ? 'person' : outside, cells };
  });
}

function linesOfHeader({ headerLine, notices }: ReadRoster): readonly number[] {
  return notices.find((notice) => notice.kind === 'headerInTwo')?.lines ?? [headerLine];
}

/** A column that any reading takes for a temporary password is one: its texts are not shown. */
function columnsOf({ columns }: ReadRoster, found: RosterReading): PreviewColumn[] {
  const byPlace = new Map(columns.map((column) => [column.place, column]));
  const secret = new Set(
    (found.ok ? found.value.columns : [])
      .filter(({ key }) => key === 'temporaryPassword')
      .map(({ place }) => place),
  );
  const last = Math.max(-1, ...byPlace.keys());
  return Array.from({ length: last + 1 }, (_, place) => {
    const { key = null, header = null } = byPlace.get(place) ?? {};
    return { key: secret.has(place) ? 'temporaryPassword' : key, name: header };
  });
}

function doubtsAbout({ form, whole }: Preview, { delimiter }: Dialect, read: ReadRoster | null): string[] {
  const doubts: string[] = [];
  if (!whole) doubts.push('This encoding cannot hold every byte of the file, so it is not the one.');
  else if (form.kind === 'text' && form.confidence !== 'chosen') {
    const doubt = encodingSentence(form);
    if (doubt !== null) doubts.push(doubt);
  }
  if (form.kind === 'text' && read?.columns.length === 1)
    doubts.push(
      `Only one column was found: ${delimiter === '\t' ? 'tabs' : `“${delimiter}”`} may not be what separates the cells.`,
    );
  return doubts;
}
