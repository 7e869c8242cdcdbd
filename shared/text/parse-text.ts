// oxlint-disable-next-line typescript/triple-slash-reference -- the rooms that import this file see the types only so
/// <reference path="./papaparse.d.ts" />
import Papa, { type ParseError, type ParseResult } from 'papaparse';
import type { Delimiter, Quote } from './formats.ts';
import { normalizeLineBreaks } from './plain-text.ts';

/**
 * A quote that was not used as one. `opening`: it opens a cell and is not closed right before a delimiter or a line
 * end, so it was read as text. `ignored`: so many were wrong that from this row on every quote was read as text. `wrapped`:
 * each line stood in quotes as a whole, and what it holds was read.
 */
export interface QuoteProblem {
  /** The line that a spreadsheet shows, from 1; a cell with line breaks does not count as several. */
  readonly line: number;
  readonly what: 'opening' | 'ignored' | 'wrapped';
}

/** Reads delimited text that arrives in slices; the slices may cut it anywhere. */
export interface TextParser {
  /** Takes the next slice and answers the rows that it completed. */
  push(slice: string): string[][];
  /** Answers the last row, if the text does not end with a line break. Nothing can be pushed after it. */
  end(): string[][];
  /** What was wrong with the quotes of the rows answered so far. */
  readonly problems: readonly QuoteProblem[];
}

const BOM = '\uFEFF';

/** Characters that are tried again with every slice. */
const SHORT_TEXT = 4096;

/**
 * Characters of a row after which a quote that opens a cell is taken for one that nobody closes: spreadsheets hold no more
 * than 32,767 in a cell. Waiting for the end of the text would leave all of the rest to one long task.
 */
const MAX_ROW_LENGTH = 1 << 20;

/** A writer that misuses this many quotes does not quote at all; giving up on them also bounds the time of reading. */
const MAX_MISUSED_QUOTES = 20;

/**
 * Creates a reader of delimited text (RFC 4180, and what spreadsheets write): CR, LF and CR LF end a row, breaks inside
 * a quoted cell become LF, a byte order mark at the start is no text, and a quote inside an unquoted cell is text.
 */
export function createTextParser(delimiter: Delimiter, quote: Quote = 'double', wrapped = false): TextParser {
  const parser = new SliceParser(delimiter, quote);
  return wrapped ? new WrappedParser(parser) : parser;
}

/** Reads a whole delimited text into rows. */
export function parseText(text: string, delimiter: Delimiter, quote?: Quote, wrapped?: boolean): string[][] {
  const parser = createTextParser(delimiter, quote, wrapped);
  return parser.push(text).concat(parser.end());
}

/** A character that is never one of a text: with it as delimiter, each line is one cell. */
const NO_CHARACTER = '\uffff';

/** Reads lines of which each stands in quotation marks as a whole; one that does not is read as it is. */
class WrappedParser implements TextParser {
  readonly #lines = new SliceParser(NO_CHARACTER, 'double');
  readonly #inner: TextParser;

  constructor(inner: TextParser) {
    this.#inner = inner;
  }

  get problems(): readonly QuoteProblem[] {
    return [{ line: 1, what: 'wrapped' }, ...this.#inner.problems];
  }

  push(slice: string): string[][] {
    return this.#inner.push(asText(this.#lines.push(slice)));
  }

  end(): string[][] {
    const rows = this.#inner.push(asText(this.#lines.end()));
    return rows.concat(this.#inner.end());
  }
}

function asText(lines: readonly (readonly string[])[]): string {
  return lines.map(([line = '']) => `${line}\n`).join('');
}

/** The length of a text at which a row that is not complete is tried again. */
function nextTry(length: number): number {
  if (length <= SHORT_TEXT) return 0;
  return length > MAX_ROW_LENGTH ? length * 2 : Math.min(length * 2, MAX_ROW_LENGTH + 1);
}

class SliceParser implements TextParser {
  readonly problems: QuoteProblem[] = [];
  private readonly quoted;
  private readonly unquoted;
  /** Text that is not yet rows; it begins at a row's start. */
  private pending = '';
  /** A long quoted cell is tried again only when the text has doubled: reading stays linear over any number of slices. */
  private tryAt = 0;
  private rowsRead = 0;
  private started = false;
  /** A CR that ended the last slice: the LF that belongs to it may begin the next one. */
  private heldReturn = '';
  private quotesIgnored: boolean;
  /** `pending` as it was when the row at its start was found to misuse a quote. */
  private rowAsItWas: string | null = null;

  /** The mark that encloses cells. */
  private readonly mark: string;

  constructor(
    private readonly delimiter: Delimiter,
    quote: Quote,
  ) {
    this.mark = quote === 'single' ? "'" : '"';
    this.quotesIgnored = quote === 'none';
    this.quoted = new Papa.Parser({ delimiter, newline: '\n', quoteChar: this.mark });
    this.unquoted = new Papa.Parser({ delimiter, newline: '\n', fastMode: true });
  }

  push(slice: string): string[][] {
    if (slice === '') return [];
    let text = this.heldReturn + slice;
    this.heldReturn = text.endsWith('\r') ? '\r' : '';
    if (this.heldReturn !== '') text = text.slice(0, -1);
    if (!this.started && text !== '' && text.startsWith(BOM)) text = text.slice(1);
    this.started = true;
    this.pending += normalizeLineBreaks(text);
    return this.pending.length < this.tryAt ? [] : this.read(false);
  }

  end(): string[][] {
    this.pending += normalizeLineBreaks(this.heldReturn);
    this.heldReturn = '';
    const rows = this.read(true);
    this.pending = '';
    return rows;
  }

  private read(last: boolean): string[][] {
    const rows: string[][] = [];
    while (this.pending !== '') {
      const parser = this.quotesIgnored ? this.unquoted : this.quoted;
      const { data, errors: found, meta } = parser.parse(this.pending, 0, !last);
      const isEndless = !last && data.length === 0 && this.pending.length > MAX_ROW_LENGTH;
      const errors = isEndless ? parser.parse(this.pending, 0, false).errors : found;
      const [wrong] = errors;
      if (wrong === undefined || (!last && !isEndless && wrong.row >= data.length)) {
        // papaparse answers one more row, of one empty cell, after a last line break.
        if (last && this.pending.endsWith('\n')) data.pop();
        this.take(data, meta.cursor, rows);
        this.tryAt = data.length === 0 ? nextTry(this.pending.length) : 0;
        return rows;
      }
      this.repair(wrong, rows, isEndless && errors.length > MAX_MISUSED_QUOTES);
    }
    return rows;
  }

  private take(data: readonly string[][], cursor: number, rows: string[][]): void {
    for (const row of data) rows.push(row);
    this.rowsRead += data.length;
    this.pending = this.pending.slice(cursor);
    if (data.length > 0) this.rowAsItWas = null;
  }

  /**
   * Makes the misused quote at the start of a cell text of that cell, so that it cannot swallow the rows after it; where
   * that is hopeless, or was done too often, every quote from its row on.
   */
  private repair(wrong: ParseError, rows: string[][], isHopeless: boolean): void {
    const sound = this.soundRows(wrong.row);
    const open = wrong.index - 1 - sound.meta.cursor;
    this.take(sound.data, sound.meta.cursor, rows);
    this.rowAsItWas ??= this.pending;
    this.quotesIgnored = isHopeless || this.problems.length === MAX_MISUSED_QUOTES;
    const what = this.quotesIgnored ? 'ignored' : 'opening';
    this.problems.push({ line: this.rowsRead + 1, what });
    this.pending = this.quotesIgnored ? this.rowAsItWas : this.quoteCell(open);
  }

  private soundRows(count: number): Pick<ParseResult, 'data' | 'meta'> {
    if (count === 0) return { data: [], meta: { cursor: 0 } };
    const { delimiter, mark: quoteChar } = this;
    // Stryker disable next-line StringLiteral: Papa would find the same, since no other line break is left
    const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar, preview: count });
    return parser.parse(this.pending, 0, true);
  }

  /** The pending text with the cell quoted that starts at a place of it and ends at the next delimiter or line break. */
  private quoteCell(start: number): string {
    const { pending: text, delimiter, mark } = this;
    const ends = [text.indexOf(delimiter, start), text.indexOf('\n', start)].filter((end) => end !== -1);
    const end = Math.min(text.length, ...ends);
    const quoted = `${mark}${text.slice(start, end).replaceAll(mark, mark + mark)}${mark}`;
    return text.slice(0, start) + quoted + text.slice(end);
  }
}
