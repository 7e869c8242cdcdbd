import { type Failure, failed } from '../failures.ts';
import { failure, type Result, success } from '../result.ts';
import type { QuoteProblem } from '../text/parse-text.ts';
import { ColumnLayout, MOST_COLUMNS, type SourceColumn } from './column-layout.ts';
import { isClosingRow, MOST_CLOSING } from './closing-row.ts';
import { HEADER_AMONG, headerRows, isBlankRow } from './find-header.ts';
import { MOST_ROWS } from './most-rows.ts';
import { type Notice, quoteNotices } from './notices.ts';
import { appendRow, emptyRoster, type Roster } from './roster.ts';

export type { SourceColumn } from './column-layout.ts';

/** A roster as it was read from the rows of a file. */
export interface ReadRoster {
  readonly roster: Roster;
  /** By `Row.index`, the line that a spreadsheet shows for the row in the file. */
  readonly lines: readonly number[];
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

/** Creates a reader; `name` is the file's, for failures. */
export function createRosterReader(name: string): RosterReader {
  return new RowsReader(name);
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

  constructor(private readonly name: string) {}

  add(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      this.line += 1;
      if (isBlankRow(row)) this.blankLines.push(this.line);
      else this.addText({ row, line: this.line });
    }
  }

  finish(problems: readonly QuoteProblem[] = []): Result<ReadRoster, Failure> {
    this.settleHeader();
    const { name, roster, lines, header, layout, people } = this;
    if (layout === null) return failure(failed('roster.noHeader', { name }));
    const { widest } = layout;
    if (widest > MOST_COLUMNS)
      return failure(failed('roster.tooManyColumns', { name, columns: widest, most: MOST_COLUMNS }));
    if (people > MOST_ROWS)
      return failure(failed('roster.tooManyRows', { name, rows: people, most: MOST_ROWS }));
    this.leaveOutClosingRows();
    roster.columns = layout.finish(roster.rows);
    const notices = [...this.notices, ...this.rowNotices(), ...layout.notices(), ...quoteNotices(problems)];
    return success({ roster, lines, headerLine: header.line, columns: layout.columns(), notices });
  }

  private addText(row: LinedRow): void {
    this.lastTextLine = row.line;
    if (this.first === null) {
      this.addPerson(row);
      return;
    }
    this.first.push(row);
    if (this.first.length === HEADER_AMONG) this.settleHeader();
  }

  private settleHeader(): void {
    if (this.first === null) return;
    const { first } = this;
    this.first = null;
    const found = headerRows(first.map(({ row }) => row));
    if (found === null) return;
    const { from, to, header } = found;
    const lines = first.slice(from, to + 1).map(({ line }) => line);
    this.header = { row: header, line: lines[0] ?? 0 };
    this.layout = new ColumnLayout(header);
    this.sayTitles(first.slice(0, from));
    if (to > from) this.notices.push({ kind: 'headerInTwo', lines });
    for (const row of first.slice(to + 1)) this.addPerson(row);
  }

  private addPerson({ row, line }: LinedRow): void {
    if (this.layout === null) return;
    if (this.isHeaderAgain(row)) {
      this.headerLines.push(line);
      return;
    }
    this.people += 1;
    // More than that is counted, for the sentence that says so, and not kept.
    if (this.people > MOST_ROWS) return;
    appendRow(this.roster, this.layout.cellsOf(row));
    this.lines.push(line);
  }

  private isHeaderAgain(row: readonly string[]): boolean {
    return this.header.row.every((text, index) => text === (row[index] ?? ''));
  }

  private sayTitles(titles: readonly LinedRow[]): void {
    if (titles.length === 0) return;
    const texts = titles.map(({ row }) => row.filter((text) => text.trim() !== '').join(', '));
    this.notices.push({ kind: 'titleRows', lines: titles.map(({ line }) => line), texts });
  }

  /** Totals and footers below the last person; they are known only when no row comes after them. */
  private leaveOutClosingRows(): void {
    const { roster, lines, header } = this;
    const columns = header.row.filter((text) => text.trim() !== '').length;
    const closing: { readonly line: number; readonly text: string }[] = [];
    for (let row = roster.rows.at(-1); row && closing.length < MOST_CLOSING; row = roster.rows.at(-1)) {
      if (!isClosingRow(row.cells, columns)) break;
      closing.unshift({
        line: lines.pop() ?? 0,
        text: row.cells.filter((cell) => cell.trim() !== '').join(', '),
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
