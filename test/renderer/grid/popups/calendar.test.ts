import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  calendarLocale,
  dayAfterKey,
  firstWeekday,
  monthWeeks,
  readAs,
} from '../../../../renderer/grid/popups/calendar-days.ts';
import { placePanel } from '../../../../renderer/grid/popups/popup.ts';
import { currentSettings } from '../../../../renderer/app/session/settings.ts';
import { initialState } from '../../../../renderer/app/session/state.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import { check } from '../../../../shared/rules/checker.ts';
import { makeRoster } from '../../../shared/roster/make-roster.ts';

const MONDAY = 1;
const SUNDAY = 7;

describe('monthWeeks', () => {
  it('begins its weeks where the locale does', () => {
    expect(monthWeeks('2026-03-15', MONDAY)[0]?.[0]).toEqual({ date: '2026-02-23', isInMonth: false });
    expect(monthWeeks('2026-03-15', SUNDAY)[0]?.[0]).toEqual({ date: '2026-03-01', isInMonth: true });
    expect(firstWeekday('en-US')).toBe(SUNDAY);
    expect(firstWeekday('de-DE')).toBe(MONDAY);
  });

  it.each([
    ['de-DE', 'de-DE'],
    ['en-US@posix', 'en'],
    ['de_DE.UTF-8', 'en'],
    ['', 'en'],
    ['C', 'en'],
  ])('is in a language that the engine knows, else in the app’s: %j', (language, locale) => {
    expect(calendarLocale([language], 'en')).toBe(locale);
  });

  it('has every day of the month once', () => {
    const days = fc.date({ min: new Date('0200-01-01'), max: new Date('9990-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: MONDAY, max: SUNDAY }), (day, first) => {
        const date = day.toISOString().slice(0, 10);
        const inMonth = monthWeeks(date, first)
          .flat()
          .filter(({ isInMonth }) => isInMonth);
        expect(new Set(inMonth.map((shown) => shown.date)).size).toBe(inMonth.length);
        expect(inMonth.some((shown) => shown.date === date)).toBe(true);
        expect(inMonth.length).toBeGreaterThanOrEqual(28);
      }),
    );
  });
});

describe('the calendar’s keys', () => {
  it.each([
    ['Left', '2026-02-28'],
    ['Down', '2026-03-08'],
    ['PageUp', '2026-02-01'],
    ['Shift+PageDown', '2027-03-01'],
    ['Home', '2026-02-23'],
    ['End', '2026-03-01'],
    ['a', null],
  ])('%s leads from 2026-03-01 to %s', (key, to) => {
    expect(dayAfterKey('2026-03-01', key, MONDAY)).toBe(to);
  });

  it('stays in a month that is shorter', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('readAs', () => {
  const checker = check(makeRoster([]), { ...currentSettings(initialState), today: '2026-01-01' });
  const read = (text: string) => readAs(text, checker.findingsIn(AT.startDate, text));

  it('says how a text is read, and never that it will be changed', () => {
    expect(read('2026-03-15')).toEqual({ date: '2026-03-15', sentence: '' });
    expect(read('15 March 2026')).toEqual({ date: '2026-03-15', sentence: 'Reads as 2026-03-15.' });
    expect(read('03/04/2026').sentence).toMatch(/^Could be 2026-0\d-0\d or /);
    expect(read('31/02/2026')).toMatchObject({ date: null, sentence: /no such day/ });
    expect(read('soon').sentence).toMatch(/^Not a date/);
    expect(read('')).toEqual({ date: null, sentence: '' });
  });
});

describe('placePanel', () => {
  const window = { width: 1000, height: 600 };
  const size = { width: 300, height: 200 };

  it('stands below, and above where there is more room', () => {
    expect(placePanel({ left: 10, top: 100, right: 110, bottom: 128 }, size, window).top).toBe(130);
    expect(placePanel({ left: 10, top: 500, right: 110, bottom: 528 }, size, window).top).toBe(298);
  });

  it('stays within the window at the right, and no higher than there is room', () => {
    expect(placePanel({ left: 950, top: 100, right: 1000, bottom: 128 }, size, window).left).toBe(692);
    const low = placePanel({ left: 10, top: 100, right: 110, bottom: 128 }, size, {
      width: 1000,
      height: 220,
    });
    expect(low.height).toBeLessThan(200);
    expect(low.top).toBeGreaterThanOrEqual(8);
  });
});
