import { format, isDateFormat, isValidFormat, tokenize, tokenTypes } from 'numfmt';

/** How the cells of a style show what they store. */
export interface CellFormat {
  /** The text of a stored number, which is its decimal literal as the file has it. */
  readonly ofNumber: (stored: string) => string;
  /** The text of a stored text; null where that is the text itself. */
  readonly ofText: ((text: string) => string) | null;
}

/** Cells without a format of their own. */
export const GENERAL: CellFormat = { ofNumber: plainNumber, ofText: null };

/** Codes of the built-in formats that show more than plain digits: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  12: '# ?/?',
  13: '# ??/??',
  46: '[h]:mm:ss',
};

/** Built-in dates and times, those of East Asian Excels included. */
const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
] as const;

/**
 * Characters of a format code that are understood; Excel takes no more:
 * https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
 */
const MAX_CODE_LENGTH = 255;

/**
 * The format of a cell style: numbers and texts as Excel shows them (`0000000`, `"EMP"0000`, `@"-UK"`), but for dates,
 * which are YYYY-MM-DD, for the blanks that only align, and for integers that a format groups, rounds or scales: an ID
 * is its digits. A code that Excel would not take shows plain numbers. It is understood when the first cell needs it.
 */
export function cellFormat(id: number, custom: string | undefined, from1904: boolean): CellFormat {
  const code = custom ?? BUILT_IN[id];
  if (code === undefined) {
    const isDate = BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
    return isDate ? { ofNumber: dates(from1904), ofText: null } : GENERAL;
  }
  let understood: CellFormat | null = null;
  const known = (): CellFormat => (understood ??= understand(code, from1904));
  // Most texts of a workbook have a style whose code says nothing about text.
  const ofText = /[@;]/.test(code) ? (text: string) => known().ofText?.(text) ?? text : null;
  return { ofNumber: (stored) => known().ofNumber(stored), ofText };
}

/** A part of a code: what it means, as one of `tokenTypes`, and how it is written. */
interface Token {
  readonly type: string;
  readonly value: string;
  readonly raw: string;
}

function understand(code: string, from1904: boolean): CellFormat {
  const sections = sectionsOf(code);
  if (sections === null) return GENERAL;
  const shown = joined(sections);
  const isElapsed = sections.flat().some(({ type }) => type === tokenTypes.DURATION);
  const ofText = hasTextSection(sections) ? (text: string) => format(shown, text) : null;
  if (isDateFormat(shown) && !isElapsed) return { ofNumber: dates(from1904), ofText };
  // The fourth section is that of texts.
  const whole = joined(sections.map((tokens, place) => (place < 3 ? wholeSection(tokens) : tokens)));
  return {
    ofNumber: (stored) => shownNumber(stored, shown, isValidFormat(whole) ? whole : shown, isElapsed),
    ofText,
  };
}

function dates(from1904: boolean): CellFormat['ofNumber'] {
  return (stored) => dateText(Number(stored), from1904) ?? plainNumber(stored);
}

/** A number in a format; `whole` is the format for integers. */
function shownNumber(stored: string, shown: string, whole: string, isElapsed: boolean): string {
  const plain = plainNumber(stored);
  const isWhole = /^-?\d+$/.test(plain);
  // A number of JavaScript has no more digits than that.
  if (isWhole && plain.length > 15) return plain;
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  // numfmt takes the days of a negative time for those of the day before.
  if (isElapsed && value < 0) return `-${format(shown, -value).trim()}`;
  return format(isWhole ? whole : shown, value).trim();
}

/** What only names a colour, a language or a calendar, or fills or aligns a cell, and has no character of its own. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  tokenTypes.SKIP,
  tokenTypes.FILL,
  tokenTypes.COLOR,
  tokenTypes.DBNUM,
  tokenTypes.NATNUM,
]);

/** The sections of a code, of tokens that have characters; null for a code that is not understood. */
function sectionsOf(code: string): Token[][] | null {
  if (code.length > MAX_CODE_LENGTH) return null;
  // What calendars and older programs add is no part of the grammar: `[~buddhist]`, `[ENG]`.
  const plain = code.replaceAll(/\[(?:~[a-z]+|ENG|NatNum\d+)\]/gi, '');
  if (!isValidFormat(plain)) return null;
  const sections: Token[][] = [[]];
  for (const { type, value, raw } of tokenize(plain)) {
    if (type === tokenTypes.BREAK) sections.push([]);
    else if (!WITHOUT_TEXT.has(type))
      sections.at(-1)?.push(withoutLocale({ type, value: String(value), raw }));
  }
  const known = joined(sections);
  return known === '' || isValidFormat(known) ? sections : null;
}

/** `[$€-407]` is the sign alone: to Excel, the language there says nothing about the digits around it. */
function withoutLocale(token: Token): Token {
  if (token.type !== tokenTypes.LOCALE) return token;
  const sign = token.value.replace(/-[^-]*$/, '').replaceAll('"', '');
  return { type: tokenTypes.STRING, value: sign, raw: sign === '' ? '' : `"${sign}"` };
}

function joined(sections: readonly (readonly Token[])[]): string {
  return sections.map((tokens) => tokens.map(({ raw }) => raw).join('')).join(';');
}

/** Whether a format changes texts. A lone `@`, as cells formatted as text have it, does not. */
function hasTextSection(sections: readonly (readonly Token[])[]): boolean {
  const isText = (tokens: readonly Token[]): boolean =>
    tokens.some(({ type }) => type === tokenTypes.TEXT) && tokens.length > 1;
  const [, , , fourth] = sections;
  return fourth === undefined ? sections.some(isText) : joined([fourth]) !== '@';
}

const DIGITS: ReadonlySet<string> = new Set([tokenTypes.ZERO, tokenTypes.HASH, tokenTypes.QMARK]);

/** What rounds and scales a number, with its digits. */
const IN_NUMBER: ReadonlySet<string> = new Set([
  ...DIGITS,
  tokenTypes.POINT,
  tokenTypes.SCALE,
  tokenTypes.EXP,
]);

/** What a section may have beside its digits and still add nothing to them: its condition, and its sign. */
const BESIDE_DIGITS: ReadonlySet<string> = new Set([
  tokenTypes.CONDITION,
  tokenTypes.MINUS,
  tokenTypes.PAREN,
  tokenTypes.SPACE,
]);

const ALL_DIGITS: Token = { type: tokenTypes.ZERO, value: '0', raw: '0' };

/** A section as it shows an integer: General as all digits, without grouping, and where it only rounds, plain digits. */
function wholeSection(tokens: readonly Token[]): Token[] {
  const all = withoutGrouping(tokens).map((one) => (one.type === tokenTypes.GENERAL ? ALL_DIGITS : one));
  const isDigit = ({ type }: Token): boolean => DIGITS.has(type);
  const [first, last] = [all.findIndex(isDigit), all.findLastIndex(({ type }) => IN_NUMBER.has(type))];
  const number = all.slice(first, last + 1);
  const beside = [...all.slice(0, first), ...all.slice(last + 1)];
  const addsNothing =
    number.every(({ type }) => IN_NUMBER.has(type)) && beside.every(({ type }) => BESIDE_DIGITS.has(type));
  if (first === -1 || !addsNothing || fillsWithZeros(number)) return all;
  return [...all.slice(0, first), ALL_DIGITS, ...all.slice(last + 1)];
}

function fillsWithZeros(number: readonly Token[]): boolean {
  const end = number.findIndex(({ type }) => type === tokenTypes.POINT || type === tokenTypes.EXP);
  const whole = end === -1 ? number : number.slice(0, end);
  return whole.filter(({ type }) => type === tokenTypes.ZERO).length > 1;
}

/** The marks by which people group digits where Excel's own, the comma, is not what they write. */
const GROUPING = new Set([' ', '\u00a0', '\u2009', '\u202f', '.', ',', "'", '’', '٬']);

/**
 * A section without what groups its digits: commas, and the same mark before each three digits to the end of the
 * integer where the digits before the first are no zeros, as in `#\ ##0`. `000"."000` is the form of an ID.
 */
function withoutGrouping(tokens: readonly Token[]): Token[] {
  const rest = tokens.filter(({ type }) => type !== tokenTypes.GROUP);
  if (rest.some(({ type }) => type === tokenTypes.SLASH)) return rest;
  const start = rest.findIndex(({ type }) => DIGITS.has(type));
  let shape = '';
  for (const { type, value } of rest.slice(Math.max(start, 0))) {
    if (DIGITS.has(type)) shape += type === tokenTypes.ZERO ? '0' : '#';
    else if (GROUPING.has(value) && type !== tokenTypes.POINT) shape += value;
    else break;
  }
  const grouped = /^#+(?:([^#0])[#0]{3})(?:\1[#0]{3})*(?=[^#0]*$)/.exec(shape)?.[0] ?? '';
  return rest.filter(
    (_, place) =>
      place < start || place >= start + grouped.length || /[#0]/.test(grouped[place - start] ?? ''),
  );
}

/**
 * A stored number without format: integers in full, never in scientific form and with every digit that the file has;
 * others with the 15 digits that a spreadsheet keeps.
 */
function plainNumber(stored: string): string {
  if (/^-?\d+$/.test(stored)) return stored;
  const number = Number(stored);
  if (stored.trim() === '' || Number.isNaN(number)) return stored;
  return wholeNumber(stored) ?? String(Number(number.toPrecision(15)));
}

/** The digits of a decimal literal such as `1.2345E+17`, or null where it is no integer. */
function wholeNumber(stored: string): string | null {
  const literal = /^([+-]?)(\d+)(?:\.(\d*))?(?:E([+-]?\d{1,3}))?$/i.exec(stored);
  if (literal === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = literal;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (/[1-9]/.test(digits.slice(Math.max(point, 0)))) return null;
  const integer = digits
    .slice(0, Math.max(point, 0))
    .padEnd(point, '0')
    .replace(/^0+(?=\d)/, '');
  return (sign === '-' ? '-' : '') + (integer === '' ? '0' : integer);
}

const SECONDS_A_DAY = 86_400;
/** The day after 9999-12-31, the last that a spreadsheet knows, counted from 1900. */
const END_OF_DAYS = 2_958_466;
const DAYS_FROM_1900_TO_1904 = 1_462;
/** 1900-02-29, a day that never was and that spreadsheets count all the same. */
const FALSE_LEAP_DAY = 60;

/**
 * A spreadsheet's day number as YYYY-MM-DD, followed by HH:MM (and :SS where it has seconds) if it has a time; a day
 * number under 1 is a time alone. Null where the number is no date.
 */
function dateText(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < END_OF_DAYS)) return null;
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const time = timeText(seconds % SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (day >= END_OF_DAYS) return null;
  if (serial < 1 && time !== '') return time;
  return time === '' ? dayText(day) : `${dayText(day)} ${time}`;
}

function dayText(day: number): string {
  if (day === FALSE_LEAP_DAY) return '1900-02-29';
  const epoch = Date.UTC(1899, 11, day < FALSE_LEAP_DAY ? 31 : 30);
  return new Date(epoch + day * SECONDS_A_DAY * 1000).toISOString().slice(0, 10);
}

function timeText(seconds: number): string {
  if (seconds === 0) return '';
  const text = new Date(seconds * 1000).toISOString();
  return seconds % 60 === 0 ? text.slice(11, 16) : text.slice(11, 19);
}
