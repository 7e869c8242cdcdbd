import type { CellFinding } from '../../../shared/rules/finding.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A day of a month's sheet. */
interface SheetDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly isInMonth: boolean;
}

/** The weeks of the month that a day (YYYY-MM-DD) is in, six of them; `firstDay` counts from Monday, 1, to Sunday, 7. */
export function monthWeeks(date: string, firstDay: number): readonly (readonly SheetDay[])[] {
  const month = date.slice(0, 7);
  const first = `${month}-01`;
  const before = (weekdayOf(first) - firstDay + 7) % 7;
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = addDays(first, week * 7 + weekday - before);
      return { date: day, isInMonth: day.startsWith(month) };
    }),
  );
}

/** The day so many days later. */
export function addDays(date: string, days: number): string {
  return isoOf(Date.parse(date) + days * DAY);
}

/** The same day so many months later; the month's last where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return isoOf(first.getTime());
}

/** Monday, 1, to Sunday, 7. */
function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** Years beyond four digits have no such form; nobody starts to work then. */
function isoOf(time: number): string {
  const least = Date.UTC(100, 0, 1);
  const most = Date.UTC(9999, 11, 31);
  return new Date(Math.max(least, Math.min(most, time))).toISOString().slice(0, 10);
}

/** Where a key of the calendar leads from a day; null for any other key. */
export function dayAfterKey(date: string, key: string, firstDay: number): string | null {
  const weekday = (weekdayOf(date) - firstDay + 7) % 7;
  switch (key) {
    case 'Left':
      return addDays(date, -1);
    case 'Right':
      return addDays(date, 1);
    case 'Up':
      return addDays(date, -7);
    case 'Down':
      return addDays(date, 7);
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    case 'Shift+PageUp':
      return addMonths(date, -12);
    case 'Shift+PageDown':
      return addMonths(date, 12);
    case 'Home':
      return addDays(date, -weekday);
    case 'End':
      return addDays(date, 6 - weekday);
    default:
      return null;
  }
}

/**
 * The first of some languages in which the engine can write dates, else the app's own: a browser may say one by a name
 * that no standard knows, such as `en-US@posix`, and `Intl` refuses it with an error.
 */
export function calendarLocale(languages: readonly string[], ofApp: string): string {
  return languages.find(isKnown) ?? ofApp;
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

/** With which day weeks begin where the user is, from Monday, 1, to Sunday, 7; Monday where nobody knows. */
export function firstWeekday(locale: string): number {
  const info = weekInfoOf(new Intl.Locale(locale));
  const day = typeof info === 'object' && info !== null && 'firstDay' in info ? info.firstDay : null;
  return typeof day === 'number' ? day : 1;
}

/** A method by the standard, a property in engines that came before it, nothing in Firefox. */
function weekInfoOf(locale: Intl.Locale): unknown {
  const method: unknown = Reflect.get(locale, 'getWeekInfo');
  if (typeof method === 'function') return Reflect.apply(method, locale, []);
  return Reflect.get(locale, 'weekInfo');
}

/** How a typed date is read: the day to show, where there is one, and a sentence on what is not plain about it. */
export interface ReadAs {
  readonly date: string | null;
  readonly sentence: string;
}

/** How a typed text is read as a date, given what the rules find in it. */
export function readAs(text: string, findings: readonly CellFinding[]): ReadAs {
  if (text.trim() === '') return { date: null, sentence: '' };
  for (const finding of findings) {
    if (finding.code === 'date.format')
      return { date: finding.facts.date, sentence: `Reads as ${finding.facts.date}.` };
    if (finding.code === 'date.ambiguous') {
      const [first = null] = finding.facts.readings;
      return { date: first, sentence: `Could be ${finding.facts.readings.join(' or ')}.` };
    }
    if (finding.code === 'date.invalid') {
      const { reason } = finding.facts;
      const what = reason === 'noSuchDate' ? 'There is no such day.' : 'Not a date.';
      return { date: null, sentence: `${what} It stays as you type it, and is flagged.` };
    }
    if (finding.code === 'date.implausible')
      return {
        date: finding.facts.date,
        sentence:
          finding.facts.when === 'past'
            ? `${finding.facts.date} is long ago.`
            : `${finding.facts.date} is far ahead.`,
      };
  }
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : null;
  return { date: iso, sentence: '' };
}
