import { nextId } from '../panel/combobox.ts';
import { monthWeeks } from './month-days.ts';

/** What a sheet shows. */
interface Shown {
  /** The day whose month is shown. */
  readonly day: string;
  /** The day that the cell's text is; null where it is none. */
  readonly chosen: string | null;
  readonly today: string;
  /** Whether the keys are on the day. */
  readonly isMarked: boolean;
}

/** A month as a table of days. */
export class MonthSheet {
  readonly element = document.createElement('table');
  readonly #locale: string;
  readonly #firstDay: number;

  constructor(locale: string, firstDay: number) {
    this.#locale = locale;
    this.#firstDay = firstDay;
    this.element.id = nextId();
    this.element.className = 'rc-month';
    this.element.setAttribute('role', 'grid');
  }

  /** Draws a month; answers the id of the day under the keys, or null. */
  show({ day, chosen, today, isMarked }: Shown): string | null {
    this.element.setAttribute('aria-label', monthName(day, this.#locale));
    let marked: string | null = null;
    const weeks = monthWeeks(day, this.#firstDay).map((week) => {
      const line = document.createElement('tr');
      for (const { date, isInMonth } of week) {
        const cell = document.createElement('td');
        cell.id = nextId();
        cell.dataset['date'] = date;
        cell.textContent = String(Number(date.slice(8)));
        cell.setAttribute('role', 'gridcell');
        cell.setAttribute('aria-label', longDate(date, this.#locale));
        cell.setAttribute('aria-selected', String(date === chosen));
        if (date === today) cell.setAttribute('aria-current', 'date');
        cell.classList.toggle('rc-day-outside', !isInMonth);
        if (isMarked && date === day) {
          cell.classList.add('rc-day-marked');
          marked = cell.id;
        }
        line.append(cell);
      }
      return line;
    });
    this.element.replaceChildren(this.#weekdays(day), ...weeks);
    return marked;
  }

  #weekdays(day: string): HTMLElement {
    const line = document.createElement('tr');
    for (const { date } of monthWeeks(day, this.#firstDay)[0] ?? []) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = inWords(date, this.#locale, { weekday: 'narrow' });
      cell.setAttribute('aria-label', inWords(date, this.#locale, { weekday: 'long' }));
      line.append(cell);
    }
    return line;
  }
}

/** The month of a day in words, such as “March 2026”. */
export function monthName(date: string, locale: string): string {
  return inWords(date, locale, { month: 'long', year: 'numeric' });
}

function longDate(date: string, locale: string): string {
  return inWords(date, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function inWords(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(date).toLocaleDateString(locale, { ...options, timeZone: 'UTC' });
}
