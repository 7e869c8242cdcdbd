import { type ColumnKey, columns } from './catalogue.ts';
import { FOREIGN_HEADERS } from './foreign-headers.ts';

/**
 * What became of one header. `unknown`: no column of the catalogue goes by it. `claimedTwice`: another header names the
 * same column and neither or the other was taken. `empty`: there is no text.
 */
export interface HeaderMatch {
  readonly header: string;
  readonly key: ColumnKey | null;
  readonly doubt: null | 'unknown' | 'claimedTwice' | 'empty';
  /** The column that the header names, taken or not; null if it names none. */
  readonly claims: ColumnKey | null;
}

/** Characters; a longer cell is a text and no header. */
const MAX_HEADER_LENGTH = 200;

const keysByHeader = new Map<string, ColumnKey>();
const exactHeaders = new Set<string>();
for (const column of columns) {
  exactHeaders.add(headerKey(column.header));
  const names = [column.header, ...column.aliases, ...(FOREIGN_HEADERS[column.key] ?? [])];
  for (const text of names) keysByHeader.set(headerKey(text), column.key);
}

/**
 * The form in which headers are compared: without case, spaces, punctuation (a leading `*` among it), compatibility
 * forms such as full-width letters, and a trailing parenthesis such as `(y/n)`.
 */
export function headerKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  return lettersOf(withoutNote(plain)) || lettersOf(plain);
}

/** A letter or digit of ASCII before another character of it, which no compatibility form or accent changes. */
const PLAIN_START = /^[a-z\d](?=[\0-\x7f]|$)/i;

/**
 * Whether two texts surely have other keys, told by their first letters alone: every row of a file is asked whether it is
 * the header again, and to make keys of its first cells took a fourteenth of opening it.
 */
export function areSurelyOtherHeaders(one: string, other: string): boolean {
  const [first, second] = [PLAIN_START.exec(one), PLAIN_START.exec(other)];
  return first !== null && second !== null && first[0].toLowerCase() !== second[0].toLowerCase();
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').normalize('NFC');
}

/** Cut by hand: a regular expression for it takes quadratic time on a header of a million brackets or spaces. */
function withoutNote(text: string): string {
  let rest = text;
  while (rest.endsWith('*') || rest.endsWith(':')) rest = rest.slice(0, -1).trimEnd();
  const open = rest.endsWith(')') ? rest.lastIndexOf('(') : -1;
  return open === -1 ? rest : rest.slice(0, open);
}

/** The column that a header names: the catalogue's own text or an alias, compared by `headerKey`; `#` may mean number. */
export function columnNamed(header: string): ColumnKey | null {
  if (header.length > MAX_HEADER_LENGTH) return null;
  const numbered = header.includes('#') ? header.replaceAll('#', ' no') : header;
  return keysByHeader.get(headerKey(header)) ?? keysByHeader.get(headerKey(numbered)) ?? null;
}

/** Matches each header of a file with a column of the catalogue; what is in doubt is not taken. */
export function matchHeaders(headers: readonly string[]): HeaderMatch[] {
  const claims = headers.map(columnNamed);
  const winners = new Map<ColumnKey, number | null>();
  for (const key of new Set(claims)) if (key !== null) winners.set(key, winnerOf(key, headers, claims));
  return headers.map((header, place) => {
    const claimed = claims[place] ?? null;
    if (claimed === null) {
      return { header, key: null, doubt: header.trim() === '' ? 'empty' : 'unknown', claims: null };
    }
    const wins = winners.get(claimed) === place;
    return { header, key: wins ? claimed : null, doubt: wins ? null : 'claimedTwice', claims: claimed };
  });
}

/** The one header that may have the column: the only one, or else the only one that is the catalogue's own. */
function winnerOf(
  key: ColumnKey,
  headers: readonly string[],
  claims: readonly (ColumnKey | null)[],
): number | null {
  const places = claims.flatMap((claimed, place) => (claimed === key ? [place] : []));
  const exact = places.filter((place) => exactHeaders.has(headerKey(headers[place] ?? '')));
  const [first, ...others] = exact.length > 0 ? exact : places;
  return first !== undefined && others.length === 0 ? first : null;
}

/**
 * Takes the first row of a block for headers if it names at least two columns, no column twice, and nothing beside
 * them that outnumbers them; null where it looks like a person.
 */
export function headersOf(rows: readonly (readonly string[])[]): HeaderMatch[] | null {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return null;
  const matches = matchHeaders(first);
  const known = matches.filter(({ key }) => key !== null);
  const unknown = matches.filter(({ doubt }) => doubt === 'unknown' || doubt === 'claimedTwice');
  return known.length >= 2 && known.length >= unknown.length ? matches : null;
}

/** Words of passwords in the languages of `FOREIGN_HEADERS`, as `headerKey` has them. */
const WORDS = [
  ...['password', 'passwd', 'passcode', 'passphrase', 'passwort', 'kennwort', 'motdepasse', 'contraseña'],
  ...['senha', 'wachtwoord', 'hasło', 'lösenord', 'adgangskode', 'passord', 'salasana'],
];
/** Words that are parts of others which mean something else. */
const WHOLE_WORDS: ReadonlySet<string> = new Set(['pwd', 'pw', 'pin', 'secret']);

/** Whether a header says that passwords stand below it, whether or not the catalogue knows the column. */
export function isSecretHeader(header: string): boolean {
  if (matchHeaders([header])[0]?.claims === 'temporaryPassword') return true;
  const key = headerKey(header.slice(0, MAX_HEADER_LENGTH));
  return WHOLE_WORDS.has(key) || WORDS.some((word) => key.includes(word));
}
