const DAY = 24 * 60 * 60 * 1000;

/** A day of a month's sheet. */
export interface SheetDay {
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
