import type { Diagnosis } from './diagnosis.ts';

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;

/** Looks at what separates the lines of a text, which arrives in slices; breaks inside quoted cells do not count. */
export class TextMarks {
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
