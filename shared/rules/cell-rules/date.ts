import { EARLIEST_YEAR, YEARS_AHEAD } from '../assumptions.ts';
import type { CellContext, CellCheck } from '../finding.ts';
import { dateOfSerial, yearsAfter } from './calendar.ts';
import { comparable, isBlank } from './clean-text.ts';
import { type DateRead, readDate } from './read-date.ts';

/** What a date cell says once the roster's day order is known: one date, several, or none. */
interface DateMeant {
  readonly form: DateRead['form'];
  readonly dates: readonly string[];
}

function meantDates(typed: string, context: CellContext): DateMeant {
  const value = comparable(typed);
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(value)?.[1];
  if (serial !== undefined) return meantSerial(Number(serial), context.settings.today);
  const { form, readings } = readDate(value);
  const inOrder = readings.filter((reading) => reading.order === context.dayOrder);
  const chosen = inOrder.length > 0 ? inOrder : readings;
  return { form, dates: [...new Set(chosen.map((reading) => reading.date))] };
}

/** A number is the serial of a date if that date is a likely one: 46096 is, 12345 (in 1933) is not. */
function meantSerial(serial: number, today: string): DateMeant {
  const date = dateOfSerial(serial);
  return implausible(date, today) === null ? { form: 'other', dates: [date] } : { form: 'text', dates: [] };
}

function implausible(date: string, today: string): 'past' | 'future' | null {
  if (Number(date.slice(0, 4)) < EARLIEST_YEAR) return 'past';
  return date > yearsAfter(today, YEARS_AHEAD) ? 'future' : null;
}

/** `date.invalid`: no such date, or no date at all. */
export const checkDate: CellCheck = (typed, context) => {
  if (isBlank(typed)) return null;
  const { form } = meantDates(typed, context);
  if (form !== 'noSuchDate' && form !== 'text') return null;
  return { code: 'date.invalid', facts: { value: comparable(typed), reason: form }, fixes: [] };
};

/** `date.ambiguous`: two dates at least could be meant, and neither the roster nor the settings tell which. */
export const checkDateReadings: CellCheck = (typed, context) => {
  const { dates } = meantDates(typed, context);
  if (dates.length < 2) return null;
  return {
    code: 'date.ambiguous',
    facts: { value: comparable(typed), readings: dates },
    fixes: dates.map((to) => ({ safe: false, to })),
  };
};

/** `date.format`: a sure date that is not written YYYY-MM-DD. */
export const checkDateForm: CellCheck = (typed, context) => {
  const { form, dates } = meantDates(typed, context);
  const [date, ...others] = dates;
  if (form !== 'other' || date === undefined || others.length > 0) return null;
  return {
    code: 'date.format',
    facts: { value: comparable(typed), date },
    fixes: [{ safe: true, to: date }],
  };
};

/** `date.implausible`: long ago or far ahead for the first day of someone at work. */
export const checkDatePlausibility: CellCheck = (typed, context) => {
  const { dates } = meantDates(typed, context);
  const [date, ...others] = dates;
  if (date === undefined || others.length > 0) return null;
  const when = implausible(date, context.settings.today);
  return when === null
    ? null
    : { code: 'date.implausible', facts: { value: comparable(typed), date, when }, fixes: [] };
};
