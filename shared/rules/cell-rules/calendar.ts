const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY = 24 * 60 * 60 * 1000;

/** Day 0 of the spreadsheets' 1900 system as it counts from March 1900 on (its day 60, 29 February 1900, never was). */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** YYYY-MM-DD of a day of the Gregorian calendar, or null if there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  if (day < 1 || day > days) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The local day of a moment, as YYYY-MM-DD. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day after a day, both YYYY-MM-DD. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

/** The day of a serial number of the 1900 system, as YYYY-MM-DD. */
export function dateOfSerial(serial: number): string {
  return new Date(SERIAL_ZERO + serial * DAY).toISOString().slice(0, 10);
}

/** The same day some years later; 29 February becomes 28 where it must. */
export function yearsAfter(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return isoDate(year + years, month, day) ?? isoDate(year + years, month, 28) ?? date;
}
