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
export function dateText(serial: number, from1904: boolean): string | null {
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
