import { execFileSync } from 'node:child_process';
import { linkSync, symlinkSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeWorkbook } from '../files/make-workbook.ts';
import { rollcall, temporaryFolder } from './rollcall-here.ts';

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

/** Exports a copy of a case's file and answers what became of it. */
async function exportCopy(name: string, out: (folder: string, copy: string) => string, ...options: string[]) {
  const folder = await temporaryFolder();
  const copy = join(folder, name);
  await copyFile(join(CASES, name), copy);
  const before = await readFile(copy);
  const target = out(folder, copy);
  const { code, err } = await rollcall('export', copy, '--out', target, ...options);
  return { code, err, isUntouched: (await readFile(copy)).equals(before) };
}

describe('rollcall export onto its own source', () => {
  const name = 'source-is-target.csv';

  it('is refused where rows would be lost, and names them', async () => {
    const { code, err, isUntouched } = await exportCopy(
      name,
      (_, copy) => copy,
      '--valid-only',
      '--format',
      'utf8-csv',
    );
    expect({ code, isUntouched }).toEqual({ code: 2, isUntouched: true });
    expect(err).toContain(`“${name}” is the file that this roster was read from`);
    expect(err).toContain('would lose 1 row (line 4)');
  });

  it.each([
    ['a symbolic link', symlinkSync],
    ['a hard link', linkSync],
  ])('is known through %s', async (_, link) => {
    const through = (folder: string, copy: string): string => {
      link(copy, join(folder, 'other.csv'));
      return join(folder, 'other.csv');
    };
    const { code, isUntouched } = await exportCopy(name, through, '--valid-only', '--format', 'utf8-csv');
    expect({ code, isUntouched }).toEqual({ code: 2, isUntouched: true });
  });

  it('goes on where nothing would be lost, and to another file in any case', async () => {
    const whole = await exportCopy(name, (_, copy) => copy, '--allow-errors', '--format', 'utf8-csv');
    expect(whole).toMatchObject({ code: 0, isUntouched: false });
    const apart = await exportCopy(name, (folder) => join(folder, 'out.txt'), '--valid-only');
    expect(apart).toMatchObject({ code: 0, isUntouched: true });
  });

  it('replaces no pipe by a file', async () => {
    const pipe = (folder: string): string => {
      execFileSync('mkfifo', [join(folder, 'out.txt')]);
      return join(folder, 'out.txt');
    };
    const { code, err } = await exportCopy(name, pipe, '--allow-errors');
    expect(code).toBe(2);
    expect(err).toContain('is a pipe and not a file');
  });
});

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

  it('flags the errors of a spreadsheet in the cells of people', async () => {
    const { problems } = await check('error-cells.xlsx');
    const flagged = problems.filter(({ code }) => code === 'value.placeholder');
    expect(flagged.map(({ line, column, severity }) => [line, column, severity])).toEqual([
      [3, 'firstName', 'error'],
      [4, 'employeeId', 'error'],
      [5, 'lastName', 'error'],
    ]);
  });

  it.each([
    ...[
      '#NULL!',
      '#DIV/0!',
      '#VALUE!',
      '#REF!',
      '#NAME?',
      '#NUM!',
      '#N/A',
      '#GETTING_DATA',
      '#SPILL!',
      '#CALC!',
    ],
    ...['#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!', '#PYTHON!', '#EXTERNAL!'],
  ])('flags each error that a cell of a workbook can have: %s', async (error) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'errors.xlsx');
    const cell = (text: string, type = 'str'): string => `<c t="${type}"><f>1</f><v>${text}</v></c>`;
    const header = ['Role', 'Email Address', 'First Name'].map((text) => cell(text)).join('');
    const person = cell('Team Member') + cell('ana@example.com') + cell(error, 'e');
    await writeFile(file, makeWorkbook({ sheet: `<row>${header}</row><row>${person}</row>` }));
    const { out } = await rollcall('check', '--json', file);
    const { problems } = document.parse(JSON.parse(out));
    expect(problems.filter(({ column }) => column === 'firstName')).toMatchObject([
      { code: 'value.placeholder', severity: 'error' },
    ]);
  });

  it('counts no cell of white space for the limits of a workbook', async () => {
    expect((await check('space-in-last-column.xlsx')).file.rows).toBe(2);
  });
});

describe('somebody new under a leader who is deactivated in the current team', () => {
  const files = [join(CASES, 'new-under-gone.csv'), '--team', join(CASES, 'team.csv')] as const;

  it('is flagged by check, with what to do', async () => {
    const { problems } = await check('new-under-gone.csv', '--team', join(CASES, 'team.csv'));
    expect(problems.map(({ line, code, severity }) => [line, code, severity])).toEqual([
      [2, 'leader.deactivated', 'warning'],
      [3, 'leader.deactivated', 'warning'],
    ]);
    expect(problems[0]?.message).toMatch(/^Otto Gone is deactivated in Agent Connect.*Reactivate them/);
  });

  it('is said by the plan, row by row and in all', async () => {
    const { code, err } = await rollcall('plan', ...files);
    expect(code).toBe(0);
    expect(err).toContain('In doubt: 2 people (lines 2 and 3) would be led by somebody who is deactivated');
    expect(err).toContain(
      'The Team Leader, “Otto Gone”, is deactivated in Agent Connect. Reactivate them there first',
    );
    const { rows } = planned.parse(JSON.parse((await rollcall('plan', ...files, '--json')).out));
    expect(rows.map(({ kind, messages }) => [kind, messages.length])).toEqual([
      ['create', 1],
      ['create', 1],
    ]);
  });
});

const planned = z.object({ rows: z.array(z.object({ kind: z.string(), messages: z.array(z.string()) })) });
