import { type HeaderMatch, matchHeaders } from '../person/match-headers.ts';
import { MAX_COLUMNS } from '../roster/column-layout.ts';
import { findHeader, HEADER_AMONG, type HeaderChoice, isBlankRow } from '../roster/find-header.ts';
import { isSeparatorLine } from '../text/dialect.ts';
import type { Delimiter } from '../text/formats.ts';
import type { SourceForm } from '../text/source-form.ts';
import { ColumnDoctor } from './column-doctor.ts';
import type { Diagnosis, Obstacle } from './diagnosis.ts';

/** Examines a file while it is read: its text in slices, and the rows that each slice completed. */
export class Doctor {
  private readonly marks = new TextMarks();
  private readonly table: TableDoctor;

  /** `header` is the user's word on the header row; null to look for it. */
  constructor(
    private readonly form: SourceForm,
    private readonly delimiter: Delimiter,
    header: HeaderChoice | null = null,
  ) {
    this.table = new TableDoctor(header);
  }

  add(slice: string, rows: readonly (readonly string[])[]): void {
    if (this.form.kind === 'text') this.marks.add(slice);
    this.table.add(rows);
  }

  finish(): Diagnosis {
    const { isBelowOthers, ...table } = this.table.finish();
    const isText = this.form.kind === 'text';
    const marks = isText ? this.marks.finish() : { lineEnds: null, quoted: null };
    const delimiter = isText ? this.delimiter : null;
    const obstacles = [
      ...obstaclesOf(this.form, delimiter),
      ...headerObstacle(table.headerLine, isBelowOthers),
    ];
    return { delimiter, ...marks, ...table, obstacles };
  }
}

/** Agent Connect takes “Unicode text or UTF-16 Unicode” only, which has a byte order mark, and tabs or commas. */
function obstaclesOf(form: SourceForm, delimiter: Delimiter | null): Obstacle[] {
  if (form.kind === 'workbook') return ['workbook'];
  const obstacles: Obstacle[] = [];
  if (form.encoding !== 'utf-16le') obstacles.push('encoding');
  else if (!form.bom) obstacles.push('byteOrderMark');
  if (delimiter === ';' || delimiter === '|') obstacles.push('delimiter');
  return obstacles;
}

function headerObstacle(headerLine: number | null, isBelowOthers: boolean): Obstacle[] {
  if (headerLine === null) return ['noHeader'];
  return isBelowOthers ? ['aboveHeader'] : [];
}

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;

/** Looks at what separates the lines of a text, which arrives in slices; breaks inside quoted cells do not count. */
class TextMarks {
  private quotes = 0;
  private readonly ends = { crlf: 0, lf: 0, cr: 0 };
  private insideQuotes = false;
  private afterReturn = false;

  add(slice: string): void {
    for (let at = 0; at < slice.length; at += 1) {
      const code = slice.charCodeAt(at);
      if (code === QUOTE) {
        this.quotes += 1;
        this.insideQuotes = !this.insideQuotes;
      }
      if (!this.insideQuotes && (code === LINE_FEED || code === RETURN || this.afterReturn)) this.see(code);
    }
  }

  finish(): Pick<Diagnosis, 'lineEnds' | 'quoted'> {
    if (this.afterReturn) this.see(0);
    const { crlf, lf, cr } = this.ends;
    const kinds = [crlf, lf, cr].filter((count) => count > 0).length;
    const only = crlf > 0 ? 'crlf' : lf > 0 ? 'lf' : cr > 0 ? 'cr' : 'none';
    return { lineEnds: kinds > 1 ? 'mixed' : only, quoted: this.quotes > 1 };
  }

  private see(code: number): void {
    if (code === LINE_FEED) this.ends[this.afterReturn ? 'crlf' : 'lf'] += 1;
    else if (this.afterReturn) this.ends.cr += 1;
    this.afterReturn = code === RETURN;
  }
}

interface LinedRow {
  readonly row: readonly string[];
  readonly line: number;
}

/** Looks through the rows of any table, which arrive in parts, for what a spreadsheet has damaged. */
export class TableDoctor {
  private lines = 0;
  private hasSeparatorLine = false;
  private widest = 0;
  private firstTextLine = 0;
  private headerLine: number | null = null;
  /** The first rows with text, until the header is looked for among them; then null. */
  private first: LinedRow[] | null = [];
  private header: readonly HeaderMatch[] = [];
  private readonly columns: ColumnDoctor[] = [];

  constructor(private readonly chosen: HeaderChoice | null) {}

  add(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      if (this.lines === 0 && !this.hasSeparatorLine && isSeparatorLine(row)) {
        this.hasSeparatorLine = true;
        continue;
      }
      this.lines += 1;
      this.widest = Math.max(this.widest, row.length);
      if (this.first === null) this.examine({ row, line: this.lines });
      else if (!isBlankRow(row)) this.collect(this.first, { row, line: this.lines });
    }
  }

  finish(): Pick<Diagnosis, 'lines' | 'columns' | 'headerLine' | 'damage'> & {
    /** Whether anything stands above the header, or above what would be the header. */
    readonly isBelowOthers: boolean;
  } {
    if (this.first !== null) this.chooseHeader(this.first);
    const { lines, widest, headerLine } = this;
    const isBelowOthers = this.hasSeparatorLine || (headerLine ?? 1) > 1 || this.firstTextLine > 1;
    const damage = this.columns.flatMap((column) => column.finish());
    return { lines, columns: widest, headerLine, isBelowOthers, damage };
  }

  private collect(first: LinedRow[], row: LinedRow): void {
    first.push(row);
    const { chosen } = this;
    const isEnough = typeof chosen === 'number' ? row.line >= chosen : first.length === HEADER_AMONG;
    if (isEnough) this.chooseHeader(first);
  }

  private chooseHeader(first: readonly LinedRow[]): void {
    this.first = null;
    this.firstTextLine = first[0]?.line ?? 0;
    const place = this.placeOfHeader(first);
    this.headerLine = first[place]?.line ?? null;
    // A table of something else has its header in the first row as a rule; it names the columns all the same.
    const names = this.chosen === 'none' ? -1 : Math.max(place, 0);
    this.header = matchHeaders(first[names]?.row.slice(0, MAX_COLUMNS) ?? []);
    for (const row of first.slice(names + 1)) this.examine(row);
  }

  /** Among the first rows; -1 where there is none. */
  private placeOfHeader(first: readonly LinedRow[]): number {
    const { chosen } = this;
    if (chosen === null) return findHeader(first.map(({ row }) => row));
    return first.findIndex(({ line }) => line === chosen);
  }

  private examine({ row, line }: LinedRow): void {
    for (let index = 0; index < row.length && index < MAX_COLUMNS; index += 1) {
      const text = row[index] ?? '';
      if (text !== '') this.columnAt(index).examine(text, line);
    }
  }

  private columnAt(index: number): ColumnDoctor {
    const known = this.columns[index];
    if (known !== undefined) return known;
    for (let next = this.columns.length; next < index; next += 1) this.columns.push(this.newColumn(next));
    const column = this.newColumn(index);
    this.columns.push(column);
    return column;
  }

  private newColumn(index: number): ColumnDoctor {
    const { header = '', claims = null } = this.header[index] ?? {};
    const name = header.trim() === '' ? `Column ${index + 1}` : header.trim();
    return new ColumnDoctor(name, claims === 'employeeId', claims === 'temporaryPassword');
  }
}
