import { damageSentence, type Diagnosis, takenSentence, whatItIs } from '../../shared/import/diagnosis.ts';
import { Doctor } from '../../shared/import/doctor.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import type { Watch } from './open-roster.ts';
import { showText } from './show-text.ts';

/** What is found out about a file while it is opened, whether or not a roster comes of it. */
export class Examination {
  private form: SourceForm | null = null;
  private doctor: Doctor | null = null;
  private found: Diagnosis | null = null;

  readonly watch: Watch = (form, delimiter, header) => {
    const doctor = new Doctor(form, delimiter, header);
    this.form = form;
    this.doctor = doctor;
    return (slice, rows) => {
      doctor.add(slice, rows);
    };
  };

  /** Null if not even the file's bytes could be read as a table. */
  diagnosis(): Diagnosis | null {
    this.found ??= this.doctor?.finish() ?? null;
    return this.found;
  }

  /** What the file is, one thing a line, where no roster came of it. */
  *describeForm(): Generator<string> {
    const found = this.diagnosis();
    if (found === null || this.form === null) return;
    for (const sentence of whatItIs(this.form, found)) yield `  ${showText(sentence)}\n`;
  }

  /** Whether Agent Connect would take the file, and what a spreadsheet has damaged in it, one thing a line. */
  *describeState(): Generator<string> {
    const found = this.diagnosis();
    if (found === null || this.form === null) return;
    yield `  ${showText(takenSentence(this.form, found))}\n`;
    for (const damage of found.damage) yield `  ${showText(damageSentence(damage))}\n`;
  }
}
