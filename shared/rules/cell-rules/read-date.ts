import { LAST_SHORT_YEAR, HOUR_THAT_MAY_BE_TOMORROW } from '../assumptions.ts';
import { dayAfter, isoDate } from './calendar.ts';
import { monthOf, WEEKDAY } from './month-names.ts';

/** The ways to read a date: `dmy` and `mdy` are the orders in question, `any` stands whatever the order. */
type Order = 'dmy' | 'mdy' | 'any';

/** What a text can mean as a date. */
export interface DateRead {
  /** `iso`: already YYYY-MM-DD. `other`: a date in another form. `noSuchDate`: the form of one. `text`: none at all. */
  readonly form: 'iso' | 'other' | 'noSuchDate' | 'text';
  /** Each different date that it could be, with the order that makes it that. */
  readonly readings: readonly { readonly order: Order; readonly date: string }[];
  /** The order of day and month that this date proves; null if it proves none. */
  readonly proves: 'dmy' | 'mdy' | null;
}

const LONGEST_DATE = 60;
const TIME =
  /^(.*\d)(?:T|\s+)(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(?:([ap])\.?m\.?)?(z|[+-]\d{2}:?\d{2})?$/i;
const GENERALIZED_TIME = /^((?:19|20)\d{6})T?(\d{2})(?:\d{2}){0,2}(?:[.,]\d+)?(z|[+-]\d{2}(?::?\d{2})?)?$/i;
const NOT_ASCII = /[^\0-\x7f]/;
const TEXT: DateRead = { form: 'text', readings: [], proves: null };
const NO_SUCH_DATE: DateRead = { form: 'noSuchDate', readings: [], proves: null };

/** Reads a trimmed text as a date in any of the usual forms; spreadsheet serials are read by `checkDate`. */
export function readDate(text: string): DateRead {
  if (text.length > LONGEST_DATE) return TEXT;
  if (!NOT_ASCII.test(text)) return readTime(text);
  const plain = withPlainMarks(text);
  const read = readTime(plain);
  return plain === text ? read : inOtherForm(read);
}

function readTime(text: string): DateRead {
  const generalized = GENERALIZED_TIME.exec(text);
  const time = generalized === null ? TIME.exec(text) : null;
  if (generalized !== null) return readGeneralized(generalized);
  if (time === null) return readDay(text);
  const read = inOtherForm(readDay(time[1] ?? ''));
  return time[5] === undefined ? read : withTomorrow(read, Number(time[2]));
}

/** 20260315000000Z, as directories write times (RFC 4517, 3.3.13), with seconds or without. */
function readGeneralized([, day = '', hour = '', zone]: RegExpExecArray): DateRead {
  const read = Number(hour) > 23 ? TEXT : readDay(day);
  if (read.readings.length === 0) return TEXT;
  return zone === undefined ? read : withTomorrow(read, Number(hour));
}

function inOtherForm(read: DateRead): DateRead {
  return read.form === 'iso' ? { ...read, form: 'other' } : read;
}

/** A date with plain hyphens, slashes, dots and digits for those that word processors and East Asian keyboards write. */
function withPlainMarks(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u2044\u2215\uff0f]/g, '/')
    .replace(/[\uff0e\u3002]/g, '.')
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** A late universal time is what midnight of the next day was written as in a zone ahead of it. */
function withTomorrow(read: DateRead, hour: number): DateRead {
  const [only] = read.readings;
  if (only === undefined || hour < HOUR_THAT_MAY_BE_TOMORROW) return read;
  return { ...read, readings: [...read.readings, { order: 'any', date: dayAfter(only.date) }] };
}

function readDay(text: string): DateRead {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return sure('iso', iso[1], iso[2], iso[3]);
  const yearFirst = /^(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})\.?$/.exec(text);
  if (yearFirst) return sure('other', yearFirst[1], yearFirst[2], yearFirst[3]);
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return sure('other', compact[1], compact[2], compact[3]);
  const parts = /^(\d{1,2})\s?([-./])\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d{2})\.?$/.exec(text);
  if (parts) return readParts(parts);
  const eastAsian = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/.exec(text);
  return eastAsian ? sure('other', eastAsian[1], eastAsian[2], eastAsian[3]) : readWords(text);
}

function sure(form: 'iso' | 'other', year = '', month = '', day = ''): DateRead {
  const date = isoDate(fullYear(year), Number(month), Number(day));
  return date === null ? NO_SUCH_DATE : { form, readings: [{ order: 'any', date }], proves: null };
}

/** Two-digit years are read as Excel reads them. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year <= LAST_SHORT_YEAR ? 2000 : 1900);
}

/** A date in three numbers, the year last or, with two digits, perhaps first. */
function readParts([, first = '', mark = '', second = '', last = '']: RegExpExecArray): DateRead {
  const year = fullYear(last);
  const dayFirst = isoDate(year, Number(second), Number(first));
  const monthFirst = isoDate(year, Number(first), Number(second));
  const isShort = last.length === 2 && mark === '-' && first.length === 2;
  const yearFirst = isShort ? isoDate(fullYear(first), Number(second), Number(last)) : null;
  const readings =
    dayFirst === monthFirst
      ? [reading('any', dayFirst), reading('any', yearFirst)].flat()
      : [reading('dmy', dayFirst), reading('mdy', monthFirst), reading('any', yearFirst)].flat();
  if (readings.length === 0) return NO_SUCH_DATE;
  const proves = readings.length === 1 && !isShort ? orderOf(readings[0]) : null;
  return { form: 'other', readings, proves };
}

type Reading = DateRead['readings'][number];

function reading(order: Order, date: string | null): Reading[] {
  return date === null ? [] : [{ order, date }];
}

function orderOf(only: Reading | undefined): DateRead['proves'] {
  return only === undefined || only.order === 'any' ? null : only.order;
}

/** 15MAR2026 and 2026MAR15, as statistics programs and airlines write dates. */
const WITHOUT_SPACES = /^(\d{1,2}|\d{4})(\p{L}{3,})\.?(\d{4}|\d{2})$/u;

/** A date with its month in letters: 15 March 2026, March 15th, 2026, 15-Mar-26, 1er mars 2026, 15 de marzo de 2026. */
function readWords(text: string): DateRead {
  const words = text
    .replace(WITHOUT_SPACES, '$1 $2 $3')
    .toLowerCase()
    .split(/[\s,./'’-]+/)
    .filter((word) => word !== '' && !isFiller(word));
  if (words.length !== 3) return TEXT;
  const months = words.map(monthOf);
  const at = months.findIndex((month) => month !== null);
  const month = months[at];
  if (month === null || month === undefined || at === 2) return TEXT;
  const [one = '', two = ''] = words.filter((_word, place) => place !== at);
  const [day, year] = /^\d{4}$/.test(one) ? [two, one] : [one, two];
  const dayNumber = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|e)?$/.exec(day)?.[1];
  if (dayNumber === undefined || !/^(?:\d{2}|\d{4})$/.test(year)) return TEXT;
  return sure('other', year, String(month), dayNumber);
}

function isFiller(word: string): boolean {
  return word === 'de' || word === 'del' || word === 'of' || word === 'the' || WEEKDAY.test(word);
}
