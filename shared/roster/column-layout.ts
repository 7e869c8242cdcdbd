import { AT, type ColumnKey, columnOf, columns } from '../person/catalogue.ts';
import { headerKey, type HeaderMatch, matchHeaders } from '../person/match-headers.ts';
import { yesNoMeaning } from '../rules/cell-rules/yes-no.ts';
import type { Notice } from './notices.ts';
import { type Row, type RosterColumns, cellAt } from './roster.ts';
import { TextSharer } from './share-texts.ts';

/** One column of a file: its header, the column of the catalogue it was taken for, and its place in `Row.cells`. */
export interface SourceColumn {
  readonly header: string;
  readonly key: ColumnKey | null;
  readonly position: number;
  /** In the rows of the file, from 0. */
  readonly place: number;
}

/** Columns that a roster may have, recognised or not. */
export const MAX_COLUMNS = 500;

const NOWHERE = -1;

interface FilePlace {
  readonly match: HeaderMatch;
  readonly texts: TextSharer;
  /** In `Row.cells`; `NOWHERE` for a column without header until a row has text in it. */
  position: number;
  taken: ColumnKey | null;
}

/** Where the cells of a file's rows go: known columns to their place of the catalogue, all others after them. */
export class ColumnLayout {
  /** The number of columns with a header or text, counted to the last of them. */
  widest: number;
  private readonly places: FilePlace[];
  private readonly contacts: Notice[] = [];
  /** A row without text; its copies are the rows. */
  private blank: readonly string[] = columns.map(() => '');

  constructor(header: readonly string[]) {
    this.widest = header.findLastIndex((text) => text.trim() !== '') + 1;
    this.places = matchHeaders(header.slice(0, Math.min(this.widest, MAX_COLUMNS))).map(asPlace);
    for (const place of this.places) {
      if (place.match.doubt === 'unknown' || place.match.doubt === 'claimedTwice') this.carry(place);
    }
  }

  /** The cells of a roster's row from those of a file's. */
  cellsOf(row: readonly string[]): string[] {
    const cells = this.blank.slice();
    for (let index = 0; index < row.length; index += 1) {
      const text = row[index] ?? '';
      if (text === '') continue;
      const place = this.placeOf(index, text);
      if (place !== null) cells[place.position] = place.texts.share(text);
    }
    return cells;
  }

  /** Gives all rows the same length, and columns that were misunderstood their own place. */
  finish(rows: readonly Row[]): RosterColumns {
    for (const { cells } of rows) while (cells.length < this.blank.length) cells.push('');
    for (const place of this.places) this.checkTexts(place, rows);
    const taken = new Set(this.places.map((place) => place.taken));
    const carried = this.columns().flatMap(({ key, header, position }) =>
      key === null ? [{ header, position }] : [],
    );
    const optional = columns.filter(({ key, standard }) => !standard && taken.has(key)).map(({ key }) => key);
    return { optional, carried: carried.sort((a, b) => a.position - b.position) };
  }

  /** The file's columns in its order, without those that have neither header nor text. */
  columns(): SourceColumn[] {
    return this.places.flatMap(({ match, position, taken }, index) =>
      position === NOWHERE ? [] : [{ header: headerOf(match, index), key: taken, position, place: index }],
    );
  }

  /** What the user should know about the columns. */
  notices(): Notice[] {
    const notices: Notice[] = [...claimNotices(this.places), ...this.contacts];
    const unknown = this.places.flatMap(({ match }) => (match.doubt === 'unknown' ? [match.header] : []));
    if (unknown.length > 0) notices.push({ kind: 'carriedColumns', headers: unknown });
    this.places.forEach(({ match, position }, index) => {
      if (match.doubt === 'empty' && position !== NOWHERE)
        notices.push({ kind: 'unnamedColumn', header: headerOf(match, index) });
    });
    return notices;
  }

  private placeOf(index: number, text: string): FilePlace | null {
    const known = this.places[index];
    if (known !== undefined && known.position !== NOWHERE) return known;
    if (text.trim() === '') return null;
    this.widest = Math.max(this.widest, index + 1);
    if (index >= MAX_COLUMNS) return null;
    while (this.places.length <= index) this.places.push(...matchHeaders(['']).map(asPlace));
    const place = this.places[index];
    if (place === undefined) return null;
    this.carry(place);
    return place;
  }

  private carry(place: FilePlace): void {
    place.position = this.blank.length;
    place.taken = null;
    this.blank = [...this.blank, ''];
  }

  /**
   * “Phone” is a usual header for the phone channel, and for phone numbers; “Mail” for addresses, and for the email
   * channel; “Employee” for IDs, and for names: the texts decide.
   */
  private checkTexts(place: FilePlace, rows: readonly Row[]): void {
    const { taken, position: from } = place;
    if (taken === null || !isByAlias(taken, place.match)) return;
    const example = otherTextIn(taken, rows, from);
    if (example === null) return;
    this.contacts.push({ kind: 'contactColumn', header: place.match.header, key: taken, example });
    this.carry(place);
    for (const row of rows) {
      row.cells.push(cellAt(row, from));
      row.cells[from] = '';
    }
  }
}

function asPlace(match: HeaderMatch): FilePlace {
  const position = match.key === null ? NOWHERE : AT[match.key];
  return { match, texts: new TextSharer(), position, taken: match.key };
}

function headerOf({ header, doubt }: HeaderMatch, index: number): string {
  return doubt === 'empty' ? `Column ${index + 1}` : header;
}

function claimNotices(places: readonly FilePlace[]): Notice[] {
  const doubted = new Set(
    // Stryker disable next-line ArrayDeclaration: what is claimed twice has claims
    places.flatMap(({ match }) => (match.doubt === 'claimedTwice' ? (match.claims ?? []) : [])),
  );
  return [...doubted].map((key) => {
    const claiming = places.filter(({ match }) => match.claims === key).map(({ match }) => match);
    const taken = claiming.find((match) => match.key === key)?.header ?? null;
    return { kind: 'claimedTwice', key, headers: claiming.map(({ header }) => header), taken };
  });
}

function isByAlias(taken: ColumnKey, { header }: HeaderMatch): boolean {
  return headerKey(header) !== headerKey(columnOf(taken).header);
}

/** A text that is none of a column’s, if most of the first ones are like it. */
function otherTextIn(key: ColumnKey, rows: readonly Row[], position: number): string | null {
  const isOther = OTHER_TEXTS[key];
  return isOther === undefined ? null : commonIn(rows, position, isOther);
}

/** What the usual headers of a column also stand over, and what is never one of its texts. */
const OTHER_TEXTS: Readonly<Partial<Record<ColumnKey, (text: string) => boolean>>> = {
  phoneChannel: isContact,
  chatChannel: isContact,
  emailChannel: isContact,
  email: isYesOrNo,
  teamLeader: isYesOrNo,
  employeeId: isWholeName,
  firstName: isLastAndFirst,
  lastName: isLastAndFirst,
};

function isContact(text: string): boolean {
  return text.includes('@') || text.replace(/\D/g, '').length >= 5;
}

function isYesOrNo(text: string): boolean {
  return yesNoMeaning(text) !== null;
}

/** “Núñez, Ana” or “Ana María Núñez”. */
function isWholeName(text: string): boolean {
  return isLastAndFirst(text) || /^\p{L}[\p{L}\p{M}'’.-]+(?:\s+[\p{L}\p{M}'’.-]+){1,4}$/u.test(text);
}

function isLastAndFirst(text: string): boolean {
  return /^[\p{L}\p{M}'’ .-]{2,},\s*[\p{L}\p{M}'’ .-]{2,}$/u.test(text);
}

/** Cells looked at to tell what a column holds. */
const MAX_SAMPLED = 100;

/** One of a kind of texts, if most of the first texts of a column are of it. */
function commonIn(rows: readonly Row[], position: number, is: (text: string) => boolean): string | null {
  const texts: string[] = [];
  for (const row of rows) {
    const text = cellAt(row, position).trim();
    if (text !== '') texts.push(text.slice(0, MAX_SAMPLED));
    if (texts.length === MAX_SAMPLED) break;
  }
  const found = texts.filter(is);
  return found.length * 2 > texts.length ? (found[0] ?? null) : null;
}
