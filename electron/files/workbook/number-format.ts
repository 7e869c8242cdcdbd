import { formatValue, isDateFormat } from 'hucre';
import { dateText } from './date-text.ts';

/** Turns a stored number (its decimal literal, as the file has it) into the text that a person sees. */
export type NumberFormat = (stored: string) => string;

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
 * The format of a cell style: zeros and literals as shown (`0000000`, `"EMP"0000`), dates as YYYY-MM-DD, and integers
 * as plain digits wherever the format only groups, rounds or scales them, because an ID is its digits.
 */
export function numberFormat(id: number, custom: string | undefined, from1904: boolean): NumberFormat {
  const code = custom ?? BUILT_IN[id];
  const date = (stored: string): string => dateText(Number(stored), from1904) ?? plainNumber(stored);
  if (code === undefined) {
    return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? date : plainNumber;
  }
  if (isDateFormat(code) && !code.includes('[h') && !code.includes('[m') && !code.includes('[s')) return date;
  if (/^(?:general|@)$/i.test(code)) return plainNumber;
  return (stored) => shownNumber(stored, code);
}

function shownNumber(stored: string, code: string): string {
  const plain = plainNumber(stored);
  const digits = /^\d+$/.test(plain);
  if (digits && /^0+$/.test(code)) return plain.padStart(code.length, '0');
  if (/^-?\d+$/.test(plain) && (plain.length > 15 || keepsDigits(code))) return plain;
  return formatValue(Number(stored), code);
}

/** Whether a format shows an integer as its digits with nothing but grouping, decimals or an exponent added. */
function keepsDigits(code: string): boolean {
  const [section = ''] = code.replaceAll(/\[[^\]]*\]|[_*]./g, '').split(';');
  const [whole = ''] = section.trim().split('.');
  return /^[#,?]*0?(?:E\+0+)?$/i.test(whole) && /^[#0?,.E+ ]*$/i.test(section);
}

/**
 * A stored number without format: integers in full, never in scientific form and with every digit that the file has;
 * others with the 15 digits that a spreadsheet keeps.
 */
export function plainNumber(stored: string): string {
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
