import { describe, expect, it } from 'vitest';
import { isFileName, toFileName } from '../../../electron/host/known-files.ts';
import { isOpenable } from '../../../electron/host/desktop.ts';

const names = ['roster.txt', 'spring hires.xlsx', '名簿.csv', '.hidden', 'con-artists.txt', 'a'];
const others = [
  '',
  '.',
  '..',
  '../x',
  'a/b',
  'a\\b',
  'C:x',
  'a\0b',
  'x\n',
  'CON',
  'nul.txt',
  'com1.csv',
  'x.',
  'x ',
  '"x"',
  'a|b',
];

describe('security 14: the name of a file is no way into another folder', () => {
  it.each(names)('%j is a name', (name) => {
    expect(isFileName(name)).toBe(true);
    expect(toFileName(name)).toBe(name);
  });

  it.each(others)('%j is none, and is made one', (name) => {
    expect(isFileName(name)).toBe(false);
    expect(isFileName(toFileName(name))).toBe(true);
  });
});

it('shows what can be opened, and not what Excel leaves beside it', () => {
  const shown = ['a.xlsx', 'A.XLSX', 'b.txt', 'c.csv', 'd.tsv', 'old.xls'];
  const hidden = ['~$a.xlsx', '.csv', 'a.docx', 'csv', 'a.csv.zip'];
  expect([...shown, ...hidden].filter((name) => isOpenable(name, 'roster'))).toEqual(shown);
});
