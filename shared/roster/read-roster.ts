import { failed, type Failure } from '../failures/failures.ts';
import { failure, type Result, success } from '../failures/result.ts';
import { areSurelyOtherHeaders, headerKey } from '../person/match-headers.ts';
import { isSeparatorLine } from '../text/dialect.ts';
import type { QuoteProblem } from '../text/parse-text.ts';
import type { SheetTraits } from '../text/source-form.ts';
import { MAX_ROWS } from './change.ts';
import { ColumnLayout, MAX_COLUMNS, type SourceColumn } from './column-layout.ts';
import {
  HEADER_AMONG,
  headerAt,
  type HeaderChoice,
  type HeaderRows,
  headerRows,
  isBlankRow,
} from './find-header.ts';
import { type Notice, quoteNotices, traitNotices } from './notices.ts';
import { appendRow, emptyRoster, type Roster, type Row } from './roster.ts';

export type { SourceColumn } from './column-layout.ts';

/** A roster as it was read from the rows of a file. */
export interface ReadRoster {
  readonly roster: Roster;
  /** By `Row.index`, the line that a spreadsheet shows for the row in the file. */
  readonly lines: readonly number[];
  /** Line of the header, the first where it stands in two; 0 where there is none. */
  readonly headerLine: number;
  /** The columns in the order of the file. */
  readonly columns: readonly SourceColumn[];
  readonly notices: readonly Notice[];
}

/** Makes a roster of the rows of a file, which arrive in parts. */
export interface RosterReader {
  add(rows: readonly (readonly string[])[]): void;
  /** What it will be in the end, with the people so far; none until the header row is settled. */
  readonly roster: Roster;
  /** Takes what the parser found wrong with the quotes. Fails with `roster.…` where the rows are no roster. */
  finish(problems?: readonly QuoteProblem[]): Result<ReadRoster, Failure>;
}

/** What is known of a file's rows before they are read. */
interface HowRowsStand {
  /** The user's word; looked for where there is none. */
  readonly header?: HeaderChoice | null | undefined;
  /** Of the sheet of a workbook. */
  readonly traits?: SheetTraits | undefined;
}

/** Creates a reader; `name` is the file's, for failures. */
export function createRosterReader(name: string, how: HowRowsStand = {}): RosterReader {
  return new RowsReader(name, how);
}

interface LinedRow {
  readonly row: readonly string[];
  readonly line: number;
}

class RowsReader implements RosterReader {
  readonly roster = emptyRoster();
  private readonly lines: number[] = [];
  private readonly notices: Notice[] = [];
  /** Rows read so far, which is the line of the last one: a cell with line breaks is on one line of a spreadsheet. */
  private line = 0;
  private lastTextLine = 0;
  private people = 0;
  private readonly blankLines: number[] = [];
  private readonly headerLines: number[] = [];
  /** The first rows with text, until the header is found among them; then null. */
  private first: LinedRow[] | null = [];
  private header: LinedRow = { row: [], line: 0 };
  private layout: ColumnLayout | null = null;

  /** Lines that Excel does not count. */
  private uncounted = 0;

  constructor(
    private readonly name: string,
    private readonly how: HowRowsStand,
  ) {}

  add(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      if (this.line === 0 && this.uncounted === 0 && isSeparatorLine(row)) {
        this.uncounted = 1;
        this.notices.push({ kind: 'separatorLine' });
        continue;
      }
      this.line += 1;
      if (isBlankRow(row)) this.blankLines.push(this.line);
      else this.addText({ row, line: this.line });
    }
  }

  finish(problems: readonly QuoteProblem[] = []): Result<ReadRoster, Failure> {
    this.settleHeader();
    const { name, roster, lines, header, layout, people, how } = this;
    if (layout === null) return failure(this.noHeader());
    const { widest } = layout;
    if (widest > MAX_COLUMNS)
      return failure(failed('roster.tooManyColumns', { name, columns: widest, most: MAX_COLUMNS }));
    if (people > MAX_ROWS)
      return failure(failed('roster.tooManyRows', { name, rows: people, most: MAX_ROWS }));
    this.leaveOutClosingRows();
    roster.columns = layout.finish(roster.rows);
    const columns = layout.columns();
    const notices = [
      ...this.notices,
      ...this.rowNotices(),
      ...(how.header === 'none' ? noHeaderNotice(columns) : layout.notices()),
      ...quoteNotices(problems, this.uncounted),
      ...(how.traits === undefined ? [] : traitNotices(how.traits, header.line, lines, columns)),
    ];
    return success({ roster, lines, headerLine: header.line, columns, notices });
  }

  private addText(row: LinedRow): void {
    this.lastTextLine = row.line;
    if (this.first === null) {
      this.addPerson(row);
      return;
    }
    this.first.push(row);
    if (this.isHeaderKnown(row.line, this.first.length)) this.settleHeader();
  }

  /** The line after a header may belong to it. */
  private isHeaderKnown(line: number, rows: number): boolean {
    const { header = null } = this.how;
    return header === null ? rows === HEADER_AMONG : header === 'none' || line > header;
  }

  private noHeader(): Failure {
    const { name, line } = this;
    const { header } = this.how;
    return typeof header === 'number'
      ? failed('roster.noSuchHeader', { name, line: header, lines: line })
      : failed('roster.noHeader', { name });
  }

  private settleHeader(): void {
    if (this.first === null) return;
    const { first } = this;
    this.first = null;
    const found = this.headerAmong(first);
    if (found === null) return;
    const { from, to, header } = found;
    const lines = first.slice(from, to + 1).map(({ line }) => line);
    this.header = { row: header, line: lines[0] ?? 0 };
    this.layout = new ColumnLayout(header);
    this.sayTitles(first.slice(0, from));
    if (to > from) this.notices.push({ kind: 'headerInTwo', lines });
    for (const row of first.slice(to + 1)) this.addPerson(row);
  }

  private headerAmong(first: readonly LinedRow[]): HeaderRows | null {
    const { header = null } = this.how;
    if (header === 'none') return first.length === 0 ? null : { from: 0, to: -1, header: [] };
    const rows = first.map(({ row }) => row);
    if (header === null) return headerRows(rows);
    const place = first.findIndex(({ line }) => line === header);
    return place === -1 ? null : headerAt(rows, place);
  }

  private addPerson({ row, line }: LinedRow): void {
    if (this.layout === null) return;
    if (this.isHeaderAgain(row)) {
      this.headerLines.push(line);
      return;
    }
    this.people += 1;
    // More than that is counted, for the sentence that says so, and not kept.
    if (this.people > MAX_ROWS) return;
    appendRow(this.roster, this.layout.cellsOf(row));
    this.lines.push(line);
  }

  private isHeaderAgain(row: readonly string[]): boolean {
    const { row: header } = this.header;
    return header.length > 0 && header.every((text, index) => isSameHeader(text, row[index] ?? ''));
  }

  private sayTitles(titles: readonly LinedRow[]): void {
    if (titles.length === 0) return;
    const texts = titles.map(({ row }) => row.filter((text) => text.trim() !== '').join(', '));
    this.notices.push({ kind: 'titleRows', lines: titles.map(({ line }) => line), texts });
  }

  /** Totals and footers below the last person; they are known only when no row comes after them. */
  private leaveOutClosingRows(): void {
    const { roster, lines, header, layout } = this;
    const named = header.row.filter((text) => text.trim() !== '').length;
    const columns = this.how.header === 'none' ? (layout?.widest ?? 0) : named;
    const closing: { readonly line: number; readonly text: string }[] = [];
    const places = layout?.columns() ?? [];
    const inFile = ({ cells }: Row): string[] => places.map(({ position }) => cells[position] ?? '');
    for (let row = roster.rows.at(-1); row && closing.length < MAX_CLOSING; row = roster.rows.at(-1)) {
      if (!isClosingRow(inFile(row), columns)) break;
      closing.unshift({
        line: lines.pop() ?? 0,
        text: inFile(row)
          .filter((cell) => cell.trim() !== '')
          .join(', '),
      });
      roster.rows.pop();
      roster.byId.delete(row.id);
      this.people -= 1;
    }
    if (closing.length === 0) return;
    this.lastTextLine = lines.at(-1) ?? header.line;
    this.notices.push({
      kind: 'closingRows',
      lines: closing.map(({ line }) => line),
      texts: closing.map(({ text }) => text),
    });
  }

  private rowNotices(): Notice[] {
    const notices: Notice[] = [];
    // Blank rows after the last person are how many programs end a file: there is nothing to say about them.
    const blank = this.blankLines.filter((line) => line < this.lastTextLine);
    if (blank.length > 0) notices.push({ kind: 'blankRows', lines: blank });
    if (this.headerLines.length > 0) notices.push({ kind: 'repeatedHeader', lines: this.headerLines });
    if (this.people === 0) notices.push({ kind: 'noPeople' });
    return notices;
  }
}

/** Whether two headers are one but for what makes no difference to a header. */
function isSameHeader(one: string, other: string): boolean {
  if (one === other) return true;
  const isNear = Math.abs(one.length - other.length) <= MAX_ADDED && one !== '' && other !== '';
  const mayBe = isNear && !areSurelyOtherHeaders(one, other);
  return mayBe && headerKey(one) === headerKey(other);
}

/** Characters by which a header can differ from itself: a star, spaces, a note in brackets. */
const MAX_ADDED = 20;

function noHeaderNotice(columns: readonly SourceColumn[]): Notice[] {
  return columns.length === 0 ? [] : [{ kind: 'noHeaderRow', headers: columns.map(({ header }) => header) }];
}

/** Rows at the end of a file that are looked at: a total, who made the list and when, a note on secrecy. */
export const MAX_CLOSING = 6;

/** Words that begin the lines below a list, in the languages of the usual exports; never a role or a name by itself. */
const BEGINNING =
  /^(?:(?:grand |sub-?)?totals?|sum|count|records?|rows|number of|(?:gesamt|end)?summe|gesamt|anzahl|total(?:e|es)?|nombre|número|suma|razem|celkem|összesen|toplam|итого|всего|generated|exported|printed|created (?:on|by|at)|headcount|effectifs?|antal|aantal|totaal|summa|yhteensä|report|erstellt|stand|confidential|internal use|vertraulich|confidentiel|end of|page \d+|©|合計|总计|總計|합계)(?:\b|[\s:：(=]|$)/iu;

/** A row of people has more cells than this share of the columns; a closing one has fewer. */
const FEW_CELLS = 1 / 3;

/** A cell longer than this is prose; a closing line is short. */
const MAX_LENGTH = 200;

/**
 * Whether a row at the end of a file closes the list rather than naming a person: a few cells among many columns, none
 * of them an address, the first beginning as totals and footers do.
 */
export function isClosingRow(cells: readonly string[], columns: number): boolean {
  const texts = cells.map((text) => text.trim()).filter((text) => text !== '');
  const [first = ''] = texts;
  if (texts.length > Math.max(1, columns * FEW_CELLS) || columns < 3) return false;
  return first.length <= MAX_LENGTH && BEGINNING.test(first) && !texts.some((text) => text.includes('@'));
}
