import type { HeaderChoice } from '../roster/find-header.ts';
import type { Delimiter } from '../text/formats.ts';
import type { SourceForm } from '../text/source-form.ts';
import type { Diagnosis, Obstacle } from './diagnosis.ts';
import { TableDoctor } from './table-doctor.ts';

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
