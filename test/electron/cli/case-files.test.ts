import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rollcall } from './rollcall-here.ts';

const CASES = join(import.meta.dirname, '../../fixtures/cases');

const document = z.object({
  file: z.object({ delimiter: z.string().nullable(), rows: z.number() }),
  problems: z.array(
    z.object({
      line: z.number(),
      column: z.string().nullable(),
      code: z.string(),
      severity: z.string(),
      message: z.string(),
    }),
  ),
});

async function check(name: string, ...options: string[]) {
  const { out, err } = await rollcall('check', '--json', join(CASES, name), ...options);
  return { ...document.parse(JSON.parse(out)), err };
}

describe('rollcall check, files of people’s reports', () => {
  it('reads a file of which each line is one quoted cell, and says so', async () => {
    const { file, problems, err } = await check('whole-line-quoted.csv');
    expect(file).toEqual({ delimiter: ',', rows: 2 });
    expect(err).toContain('Each line of the file stands in quotation marks as a whole');
    // Nobody in the file leads the first person.
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[2, 'leader.notFound']]);
  });

  it('opens a file with one NUL and flags its cell, by its line', async () => {
    const { file, problems } = await check('one-nul.csv');
    expect(file.rows).toBe(2);
    const flagged = problems.filter(({ column }) => column === 'firstName');
    expect(flagged.map(({ line, code }) => [line, code])).toEqual([[3, 'text.control']]);
  });

  it('takes the end mark of DOS for no person', async () => {
    expect((await check('ctrl-z-at-end.csv')).file.rows).toBe(2);
  });

  it('finds an unusual delimiter, and takes any single one by name', async () => {
    expect((await check('caret-delimited.csv')).file).toEqual({ delimiter: '^', rows: 2 });
    for (const told of ['^', 'caret', '0x5e', 'U+005E', '\\x5E'])
      expect((await check('caret-delimited.csv', '--delimiter', told)).file).toEqual({
        delimiter: '^',
        rows: 2,
      });
  });

  it('counts no cell of white space for the limits of a workbook', async () => {
    expect((await check('space-in-last-column.xlsx')).file.rows).toBe(2);
  });
});
