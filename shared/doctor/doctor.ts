import type { SourceForm } from '../contract.ts';
import type { HeaderChoice } from '../roster/find-header.ts';
import type { Delimiter } from '../text/formats.ts';
import type { Diagnosis, Obstacle } from './diagnosis.ts';
import { TableDoctor } from './table-doctor.ts';
import { TextMarks } from './text-marks.ts';

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
