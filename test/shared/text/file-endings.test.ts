import { describe, expect, it } from 'vitest';
import { checkEnding, type FileForm, formatFor, nameWithEnding } from '../../../shared/text/file-endings.ts';
import { WRITE_FORMATS, WRITE_FORMAT_NAMES } from '../../../shared/text/formats.ts';

const fits = { kind: 'fits' };
const check = (name: string, form: FileForm, hasTemplate = false) => checkEnding(name, form, hasTemplate);

describe('security 33: checkEnding', () => {
  it.each(WRITE_FORMAT_NAMES)('%s fits its own ending, however it is spelt', (format) => {
    const { extension } = WRITE_FORMATS[format];
    for (const name of [`people.${extension}`, `people.xls.${extension.toUpperCase()}`])
      expect(check(name, format)).toEqual(fits);
  });

  it.each(['people', '.txt.', 'people.old', 'people.2026', 'June 3.5', 'Zoë’s “team”'])(
    '“%s” says nothing that text would not be',
    (name) => {
      for (const format of ['unicode-text', 'utf16-csv', 'utf8-csv'] as const)
        expect(check(name, format)).toEqual(fits);
    },
  );

  it('a workbook’s name is another form for every text', () => {
    for (const name of ['people.xlsx', 'PEOPLE.XLSX', 'people.txt.xlsx', 'people.xlsx.', 'people.xlsx . '])
      for (const format of ['unicode-text', 'utf16-csv', 'utf8-csv'] as const)
        expect(check(name, format)).toEqual({ kind: 'other', what: 'an Excel workbook', format: 'xlsx' });
  });

  it.each([
    'people.xls',
    'people.XLSM',
    'people.xlsb',
    'people.ods',
    'people.numbers',
    'people.json',
    'a.docx',
  ])('%s is of no roster', (name) => {
    for (const format of WRITE_FORMAT_NAMES) expect(check(name, format).kind).toBe('foreign');
  });

  it('CSV asks for the encoding that Agent Connect takes where that is wanted, and else for UTF-8', () => {
    expect(formatFor('people.csv', 'unicode-text', false)).toBe('utf16-csv');
    expect(formatFor('report.csv', 'xlsx', false)).toBe('utf8-csv');
    expect(formatFor('report.txt', 'xlsx', false)).toBe('unicode-text');
    expect(formatFor('people.csv', 'utf8-csv', false)).toBe('utf8-csv');
    expect(formatFor('people.tsv', 'utf16-csv', false)).toBe('unicode-text');
    expect(formatFor('people.ods', 'unicode-text', false)).toBe('unicode-text');
  });

  it('text in the form of a template may have any ending of text, and no other', () => {
    expect(check('people.csv', 'unicode-text', true)).toEqual(fits);
    expect(check('people.tsv', 'utf16-csv', true)).toEqual(fits);
    expect(check('people.xlsx', 'unicode-text', true).kind).toBe('other');
    expect(check('people.csv', 'xlsx', true).kind).toBe('other');
  });

  it('a profile is JSON and nothing else', () => {
    expect(check('acme.rollcall-profile.json', 'profile')).toEqual(fits);
    expect(check('acme', 'profile')).toEqual(fits);
    for (const name of ['acme.txt', 'acme.xlsx', 'acme.pdf'])
      expect(check(name, 'profile').kind).toBe('foreign');
  });
});

it.each([
  ['people.xlsx', 'unicode-text', 'people.txt'],
  ['people.2026', 'unicode-text', 'people.2026.txt'],
  ['people.ods', 'xlsx', 'people.xlsx'],
  ['people.xlsx.', 'utf8-csv', 'people.csv'],
  ['acme.txt', 'profile', 'acme.rollcall-profile.json'],
] as const)('%s as %s is named %s', (name, form, named) => {
  expect(nameWithEnding(name, form)).toBe(named);
});
