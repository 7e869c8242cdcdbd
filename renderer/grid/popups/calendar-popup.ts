import { today } from '../../app/session/settings.ts';
import { documentOf } from '../view/grid-view.ts';
import {
  addMonths,
  calendarLocale,
  dayAfterKey,
  firstWeekday,
  monthWeeks,
  type ReadAs,
  readAs,
} from './calendar-days.ts';
import {
  FloatingPanel,
  type Host,
  makeCombobox,
  nextId,
  type Popup,
  showExpanded,
  showMarked,
} from './popup.ts';

/**
 * The calendar beside a date's editor. It follows what is typed and says how that is read; the text stays as it was
 * typed. The keys are the text's until the calendar is opened by Alt+Down or entered by Down; then Enter takes the day.
 */
export class CalendarPopup implements Popup {
  readonly #host: Host;
  readonly #panel: FloatingPanel;
  readonly #sheet: MonthSheet;
  readonly #title = document.createElement('span');
  readonly #foot = document.createElement('p');
  readonly #today = today();
  readonly #firstDay: number;
  readonly #locale = calendarLocale([navigator.language], document.documentElement.lang || 'en');
  #day = this.#today;
  /** Whether the keys move about in the calendar. */
  #isEntered = false;

  constructor(host: Host) {
    this.#host = host;
    this.#firstDay = firstWeekday(this.#locale);
    this.#sheet = new MonthSheet(this.#locale, this.#firstDay);
    this.#panel = new FloatingPanel(host);
    this.#build();
    makeCombobox(host.field, 'grid');
  }

  get isOpen(): boolean {
    return this.#panel.isOpen;
  }

  open(): void {
    this.#isEntered = true;
    this.#day = this.#read().date ?? this.#today;
    this.#show();
  }

  follow(): void {
    this.#isEntered = false;
    this.#day = this.#read().date ?? this.#day;
    if (this.#host.field.value === '') this.close();
    else this.#show();
  }

  takeKey(name: string): boolean {
    if (name === 'Alt+Down') {
      this.open();
      return true;
    }
    if (!this.#panel.isOpen) return false;
    if (name === 'Escape' || name === 'Alt+Up') {
      this.close();
      return true;
    }
    if (this.#isEntered) return this.#takeDayKey(name);
    if (name !== 'Down') return false;
    this.open();
    return true;
  }

  meant(): null {
    return null;
  }

  close(): void {
    this.#isEntered = false;
    this.#panel.close();
    showExpanded(this.#host.field, null);
  }

  destroy(): void {
    this.close();
  }

  #takeDayKey(name: string): boolean {
    if (name === 'Enter' || name === 'Tab') {
      this.#host.setText(this.#day);
      this.close();
      return false;
    }
    const day = dayAfterKey(this.#day, name, this.#firstDay);
    if (day === null) return false;
    this.#day = day;
    this.#show();
    return true;
  }

  #read(): ReadAs {
    const { checker } = documentOf(this.#host);
    const { value } = this.#host.field;
    return readAs(value, checker.findingsIn(this.#host.position, value));
  }

  #show(): void {
    const { date, sentence } = this.#read();
    const marked = this.#sheet.show({
      day: this.#day,
      chosen: date,
      today: this.#today,
      isMarked: this.#isEntered,
    });
    this.#title.textContent = monthName(this.#day, this.#locale);
    this.#foot.textContent = this.#isEntered ? `Enter takes ${this.#day}.` : sentence || (date ?? '');
    this.#panel.open();
    showExpanded(this.#host.field, this.#sheet.element.id);
    showMarked(this.#host.field, marked);
  }

  #build(): void {
    const head = document.createElement('div');
    head.className = 'rc-month-head';
    this.#title.className = 'rc-month-name';
    head.append(this.#turner('‹', 'Previous month', -1), this.#title, this.#turner('›', 'Next month', 1));
    this.#foot.className = 'rc-panel-foot rc-month-foot';
    this.#foot.setAttribute('aria-live', 'polite');
    this.#panel.element.classList.add('rc-calendar');
    this.#panel.element.append(head, this.#sheet.element, this.#foot);
    this.#sheet.element.addEventListener('click', ({ target }) => {
      const date = target instanceof HTMLElement ? target.dataset['date'] : undefined;
      if (date === undefined) return;
      this.#host.setText(date);
      this.#host.finish();
    });
  }

  #turner(sign: string, label: string, months: number): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'rc-month-turn';
    // The focus stays in the field, where PageUp and PageDown do the same.
    button.tabIndex = -1;
    button.textContent = sign;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => {
      this.#day = addMonths(this.#day, months);
      this.#show();
    });
    return button;
  }
}

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
class MonthSheet {
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
function monthName(date: string, locale: string): string {
  return inWords(date, locale, { month: 'long', year: 'numeric' });
}

function longDate(date: string, locale: string): string {
  return inWords(date, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function inWords(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(date).toLocaleDateString(locale, { ...options, timeZone: 'UTC' });
}
