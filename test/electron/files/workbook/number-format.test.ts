import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cellFormat } from '../../../../electron/files/workbook/number-format.ts';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

function fixture(name: string): Buffer {
  return readFileSync(new URL(name, FIXTURES));
}

const formats = z
  .object({
    values: z.array(z.union([z.number(), z.string()])),
    kinds: z.record(z.string(), z.array(z.string())),
  })
  .parse(JSON.parse(fixture('number-formats/formats.json').toString()));
const libreOffice = z
  .object({ formats: z.array(z.object({ code: z.string(), shown: z.array(z.string()) })) })
  .parse(JSON.parse(fixture('number-formats/libreoffice.json').toString()));

/** One value in one format, as LibreOffice shows it. */
interface Case {
  readonly kind: string;
  readonly code: string;
  readonly value: number | string;
  readonly theirs: string;
}

const cases: Case[] = Object.entries(formats.kinds).flatMap(([kind, codes]) =>
  codes.flatMap((code) => {
    const shown = libreOffice.formats.find((one) => one.code === code)?.shown ?? [];
    return formats.values.map((value, place) => ({ kind, code, value, theirs: shown[place] ?? 'missing' }));
  }),
);

function shownIn(code: string, value: number | string): string {
  const { ofNumber, ofText } = cellFormat(200, code, false);
  return typeof value === 'number' ? ofNumber(String(value)) : (ofText?.(value) ?? value);
}

interface Difference {
  readonly why: string;
  readonly holds: (one: Case) => boolean;
  /** What is right instead; null where no cell of a roster has such a value. */
  readonly right: (one: Case) => string | null;
}

const isWhole = ({ value }: Case): boolean => Number.isInteger(value);
const isNegative = ({ value }: Case): boolean => typeof value === 'number' && value < 0;
const withMinus = ({ theirs }: Case): string => `-${theirs}`;

/** Where Rollcall differs from LibreOffice, the first that holds. */
const DIFFERENCES: readonly Difference[] = [
  {
    why: 'an ID is its digits: what only rounds, scales or writes with an exponent is left out',
    holds: (one) => isWhole(one) && (one.kind === 'rounded' || /^[#?]+$|^0\.00;|^\[>1\.5\]/.test(one.code)),
    right: ({ code, value }) => (code.startsWith('0.00;-0.00;0') && value === 0 ? '0' : String(value)),
  },
  {
    why: 'an ID is its digits: what groups them is left out',
    holds: (one) =>
      isWhole(one) && /[#0],[#0]{3}/.test(one.code) && one.kind !== 'padding' && one.theirs !== '',
    right: ({ theirs }) => theirs.replaceAll(',', ''),
  },
  {
    why: 'an ID of 0 is shown also where `#` shows nothing',
    holds: (one) => one.code === '#,###' && one.value === 0,
    right: () => '0',
  },
  {
    why: 'padding (`_`) and fill (`*`) only align and add no characters; LibreOffice writes blanks in their place',
    holds: ({ kind }) => kind === 'padding',
    right: (one) => (isWhole(one) ? one.theirs.replaceAll(/[ ,]/g, '') : one.theirs.replaceAll(' ', '')),
  },
  {
    why: 'Excel keeps the decimal point of `0.` and `0.#` where no digit follows; LibreOffice does not',
    holds: ({ code, value, theirs }) =>
      typeof value === 'number' && /\.#*(?:%|$)/.test(code) && !/\.\d/.test(theirs) && /\d/.test(theirs),
    right: ({ theirs }) => theirs.replace(/(?<=\d)(?=%|$)/, '.'),
  },
  {
    why: 'Excel writes the minus where the condition of a section does not by itself mean negative numbers',
    holds: (one) => isNegative(one) && /^\[(?!<0\])[<>=]|\]\[[<>=](?!0\])/.test(one.code),
    right: (one) => (one.theirs.startsWith('-') ? one.theirs : withMinus(one)),
  },
  {
    why: 'Excel writes the minus of a negative number also before a format without digits',
    holds: (one) => one.code === '""' && isNegative(one),
    right: withMinus,
  },
  {
    why: 'Excel rounds halves of a fixed denominator up; LibreOffice down',
    holds: ({ code, value }) => value === 1.125 && ['# ??/100', '# ?/4'].includes(code),
    right: ({ code }) => (code === '# ?/4' ? '1 1/4' : '1 13/100'),
  },
  {
    why: 'of several fractions that are near, Excel takes one of a small denominator',
    holds: ({ code, value }) => code === '# ???/???' && value === -1234.567,
    right: () => '-1234  55/97',
  },
  {
    why: 'LibreOffice has no times of more than 3,000 years',
    holds: ({ theirs }) => theirs === '#FMT',
    right: () => null,
  },
];

describe('cellFormat, held against LibreOffice', () => {
  it('has 200 formats and 12 values to be held against', () => {
    expect(libreOffice.formats.length).toBeGreaterThanOrEqual(200);
    expect(formats.values).toHaveLength(12);
    expect(cases.filter(({ theirs }) => theirs === 'missing')).toEqual([]);
  });

  it('shows the same, but for the differences that are named', () => {
    const wrong = cases.flatMap((one) => {
      const right = DIFFERENCES.find(({ holds }) => holds(one))?.right(one);
      // Blanks at either end of a number only align it.
      const expected = right ?? (typeof one.value === 'number' ? one.theirs.trim() : one.theirs);
      const ours = shownIn(one.code, one.value);
      return right === null || ours === expected ? [] : [{ ...one, expected, ours }];
    });
    expect(wrong).toEqual([]);
  });

  it.each(DIFFERENCES.map((one) => [one.why, one] as const))(
    'needs the difference “%s”',
    (_, { holds, right }) => {
      expect(cases.some((one) => holds(one) && right(one) !== one.theirs.trim())).toBe(true);
    },
  );
});

describe('cellFormat', () => {
  it.each([
    ['#\\ ##0', '1234567', '1234567'],
    ["#'##0", '1234567', '1234567'],
    ['#"."##0', '1234567', '1234567'],
    ['#\u00a0###\u00a0##0', '1234567', '1234567'],
    ['[$-407]#,##0', '1234567', '1234567'],
    ['#\\ ##0\\ "€"', '1234567', '1234567 €'],
    ['#,##0\\ [$€-407]', '1234567', '1234567 €'],
    // The form of an ID, which is no grouping: its zeros are filled.
    ['000\\ 000\\ 000', '1234567', '001 234 567'],
    ['#"-"##0', '1234567', '1234-567'],
    ['# ?/4', '12', '12'],
    ['#-#', '12', '1-2'],
  ])('leaves out what groups the digits of an ID: %s', (code, stored, text) => {
    expect(shownIn(code, Number(stored))).toBe(text);
  });

  it.each([
    ['[$-D00041E]0', 'Thai digits'],
    ['[$-407]0', 'a language'],
    ['[~buddhist]0', 'a calendar'],
    ['[ENG]0', 'a modifier of LibreOffice'],
    ['[NatNum1]0', 'another'],
    ['[NatNum12]0', 'another with two digits'],
    ['[DBNum1]0', 'Chinese digits'],
  ])('shows an ID with European digits: %s (%s)', (code) => {
    expect(shownIn(code, 1002)).toBe('1002');
    expect(shownIn(code, 1002.5)).toBe('1003');
  });

  it.each([
    ...['yyyy-mm-dd', 'dd/mm/yyyy;@', '[$-409]d\\-mmm\\-yy;@', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'm'],
    ...[
      '[$-411]ggge"年"m"月"d"日";@',
      '[DBNum1][$-804]yyyy"年"m"月"d"日"',
      '[~buddhist]d/m/yyyy',
      'TT.MM.JJJJ',
    ],
    ...['[Red]d/m/yy', 'dd.mm.yy "Uhr"', 'yyyy_-', '* d', '[ENG][$-409]dd\\-mmm\\-yyyy'],
  ])('shows a date as YYYY-MM-DD: %s', (code) => {
    expect(shownIn(code, 46096)).toBe('2026-03-15');
  });

  it('takes letters of dates in quotes for text', () => {
    expect(shownIn('"dd/mm "0', 46096)).toBe('dd/mm 46096');
    expect(shownIn('0\\h', 7)).toBe('7h');
  });

  it('leaves texts as they are where a format says nothing about them', () => {
    const text = '  a\u00a0b\n';
    for (const code of ['General', '@', '0', '0;-0;0', 'General;@', '[Red]0;@', 'dd/mm/yyyy;@', '"x"0'])
      expect([code, shownIn(code, text)]).toEqual([code, text]);
  });

  it('keeps all digits of a number that has more than a spreadsheet', () => {
    expect(cellFormat(200, '"EMP-"0', false).ofNumber('12345678901234567')).toBe('12345678901234567');
  });

  it.each(['0\\', '"abc', '[', '0;0;0;0;0;0', 'E', '[>]0', `0"${'x'.repeat(256)}"`])(
    'shows plain numbers and texts for what is no format: %s',
    (code) => {
      expect(shownIn(code, 1002)).toBe('1002');
      expect(shownIn(code, 'abc')).toBe('abc');
    },
  );

  const part = fc.constantFrom(
    ...[
      '0',
      '#',
      '?',
      '.',
      ',',
      '%',
      'E+',
      'E-',
      '/',
      ' ',
      '-',
      '(',
      ')',
      ';',
      '@',
      'General',
      '_)',
      '* ',
      '\\x',
    ],
    ...[
      '"a;b"',
      '[Red]',
      '[>=5]',
      '[<0]',
      '[$-409]',
      '[$€-407]',
      '[h]',
      '[mm]',
      'yyyy',
      'mm',
      's',
      'AM/PM',
      '\\',
      '"',
    ],
    ...['[', ']', '[DBNum1]', 'Ä', '\ud83d\ude00', '1', '9', '$', '_', '*', '+', ':'],
  );

  it('shows every number and text in every format, however hostile, without failing', () => {
    const code = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.constantFrom('1E+300', '1E400', 'x', '', '-0'),
    );
    fc.assert(
      fc.property(code, number, fc.string(), (format, stored, text) => {
        const { ofNumber, ofText } = cellFormat(200, format, false);
        expect(typeof ofNumber(String(stored))).toBe('string');
        expect(typeof (ofText?.(text) ?? text)).toBe('string');
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no longer over a hostile format than over many a plain one', () => {
    const hostile = [
      '0',
      '"',
      '[',
      '\\',
      '_',
      '?',
      '#,',
      'E+',
      '# ?/',
      'General',
      '[h',
      '[$',
      '[<',
      'yyyy',
      '@',
      '0;',
      '-(',
    ];
    const started = performance.now();
    for (const text of hostile)
      for (const length of [255, 256, 100_000]) {
        const { ofNumber, ofText } = cellFormat(200, text.repeat(length).slice(0, length), false);
        for (let times = 0; times < 50; times += 1) {
          ofNumber('1234.5');
          ofText?.('Ab-7');
        }
      }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('parseWorkbook, with the formats of real workbooks', () => {
  it.each([
    ['cases/format-general.xlsx', ['1001', '1002', '1003', '1004', '1005', 'EMP-1006', '1007', '1008 mm']],
    [
      'cases/format-literals.xlsx',
      ['1001', '012.34.056.7', '123.456.789-01', 'EMP_0012', 'E0012', '12%', 'E+0012'],
    ],
    ['cases/format-text-section.xlsx', ['1001', 'EMP-1002', '1003-UK', 'T1004']],
  ])('reads the IDs of %s as a spreadsheet shows them', (name, ids) => {
    const read = parseWorkbook(fixture(name), name, null);
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.rows.slice(1).map((row) => row[3])).toEqual(ids);
  });
});
