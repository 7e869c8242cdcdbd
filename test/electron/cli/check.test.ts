import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { diagnosis } from '../../../shared/import/diagnosis.ts';
import { makeWorkbook } from '../files/make-workbook.ts';
import {
  LEADER,
  personRow,
  rollcall,
  temporaryFolder,
  writeRows,
  writeText,
  verdictDocument,
} from './rollcall-here.ts';

const checkDocument = z.strictObject({
  file: z.strictObject({
    encoding: z.string().nullable(),
    bom: z.boolean(),
    confidence: z.enum(['sure', 'likely', 'guess', 'chosen']).nullable(),
    otherEncodings: z.array(z.string()),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    rows: z.number(),
    columns: z.array(z.strictObject({ header: z.string(), key: z.string().nullable() })),
  }),
  doctor: diagnosis,
  problems: z.array(
    z.strictObject({
      line: z.number(),
      row: z.number(),
      column: z.string().nullable(),
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      value: z.string().nullable(),
      fix: z
        .strictObject({
          safe: z.boolean(),
          line: z.number().optional(),
          row: z.number().optional(),
          changes: z.record(z.string(), z.string()),
        })
        .nullable(),
    }),
  ),
  counts: z.strictObject({ error: z.number(), warning: z.number() }),
  verdict: verdictDocument,
});

/** Only the boss, whom the file does not hold, is warned about. */
const sound = [LEADER, personRow({ email: 'ana@acme.com' })];

async function checkJson(...argv: string[]) {
  const { code, out } = await rollcall('check', '--json', ...argv);
  return { code, document: checkDocument.parse(JSON.parse(out)) };
}

describe('rollcall check', () => {
  it('answers 0 for a roster without errors and says so on stderr alone', async () => {
    const file = await writeRows(await temporaryFolder(), sound);
    const { code, out, err } = await rollcall('check', file);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('roster.txt: 2 rows, UTF-16LE, tabs');
    expect(err).toContain('0 errors and 1 warning.');
  });

  it('says what a text from before Unicode was read as, and reads it as told', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'legacy.csv');
    const header = 'Role,Can Manage Teams,Email Address,First Name,Last Name';
    await writeFile(file, Buffer.from(`${header}\r\nAgent,n,j@acme.com,J\xfcrgen,Gro\xdf\r\n`, 'latin1'));
    const { err } = await rollcall('check', file);
    expect(err).toContain('legacy.csv: 1 row, Windows-1252, commas');
    expect(err).toMatch(/Read as Windows-1252 \(Western European\), which is [^\n]*--encoding /);
    const chosen = await checkJson(file, '--encoding', 'CP850');
    expect(chosen.document.file).toMatchObject({ encoding: 'cp850', confidence: 'chosen' });
    const wrong = await rollcall('check', file, '--encoding', 'latin');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('It must be one of utf-8, utf-16le');
    const impossible = await rollcall('check', file, '--encoding', 'utf-8');
    expect(impossible.code).toBe(2);
    expect(impossible.err).toContain('does not hold together as UTF-8: byte 79, in line 2');
  });

  it('reads the delimiter, the quotation marks and the header row as told', async () => {
    const file = join(await temporaryFolder(), 'odd.txt');
    await writeFile(file, "Hires of March\nRolle|'E-mail'|'First, last'\n'Agent'|a@acme.com|'Ana, Ruiz'\n");
    const found = await checkJson(file);
    expect(found.document.file).toMatchObject({ delimiter: '|', rows: 1 });
    const told = await checkJson(file, '--delimiter', 'comma', '--quote', 'none', '--header-row', '2');
    expect(told.document.file).toMatchObject({
      delimiter: ',',
      columns: [{ header: "Rolle|'E-mail'|'First" }, { header: " last'" }],
    });
    const headless = await checkJson(file, '--delimiter', '|', '--header-row', 'none', '--quote', 'single');
    expect(headless.document.file).toMatchObject({
      rows: 3,
      columns: [{ header: 'Column 1', key: null }, {}, {}],
    });
    const blank = await rollcall('check', file, '--header-row', '9');
    expect(blank).toMatchObject({ code: 2, out: '' });
    expect(blank.err).toContain('Line 9 of “odd.txt” cannot be the header row: the file has 3 lines.');
    for (const [option, value, says] of [
      ['--delimiter', 'commas', 'It must be a single character or its code (0x01)'],
      ['--delimiter', '0x110000', 'It must be a single character or its code (0x01)'],
      ['--header-row', '0', 'It must be the number of a line, from 1, or none.'],
      ['--quote', 'x', 'Allowed choices are double, single, none.'],
    ] as const) {
      const wrong = await rollcall('check', file, option, value);
      expect(wrong.code).toBe(2);
      expect(wrong.err).toContain(says);
    }
  });

  it('says which sheet of a workbook was read and why, and which others there are', async () => {
    const file = join(await temporaryFolder(), 'hires.xlsx');
    const row = (...texts: readonly string[]): string =>
      `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;
    const people = row('Role', 'Email') + row('Agent', 'a@acme.com');
    await writeFile(
      file,
      makeWorkbook({ sheets: { Read: row('Hello'), People: people, Old: people }, hidden: ['Old'] }),
    );
    const { err } = await rollcall('check', file);
    expect(err).toContain('hires.xlsx: 1 row, sheet “People”');
    expect(err).toContain(
      'The workbook has 2 sheets and 1 hidden. It looks more like a roster than the sheets before it. For another, say --sheet Read, Old.',
    );
    expect((await rollcall('check', file, '--sheet', 'Old')).err).toContain('It is hidden in Excel.');
  });

  it('says what a file is that holds no roster, and what is damaged in it', async () => {
    const file = join(await temporaryFolder(), 'prices.csv');
    await writeFile(file, 'Product;Price;Bought\nTee;3;25/12/2026\nCafÃ©;4;12/25/2026\n');
    const { code, out, err } = await rollcall('check', file, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Text in UTF-8 (all languages), without byte order mark.');
    expect(err).toContain('no line names the columns of Agent Connect');
    expect(err).toContain('Product: 1 text decoded wrongly before');
    expect(err).toContain('Bought: 2 dates, of which some have the day first');
    expect(err).toContain('No header row was found');
  });

  it('answers 1 and lists errors by kind, one line each, with the line of the file', async () => {
    const rows = [
      LEADER,
      personRow({ email: 'bob@@acme.com' }),
      personRow({ email: 'x@acme.com', role: '' }),
    ];
    const { code, out, err } = await rollcall('check', await writeRows(await temporaryFolder(), rows));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /\(email\.invalid\): 1 error\n {2}line 3 {2}Email Address {2}“bob@@acme\.com” has two @ signs/,
    );
    expect(err).toMatch(/\(required\): 1 error\n {2}line 4 {2}Role {2}/);
  });

  it('prints the JSON document of the interface', async () => {
    const rows = [LEADER, personRow({ email: 'ana@acme.com', canManageTeams: 'Yes' })];
    const { code, document } = await checkJson(await writeRows(await temporaryFolder(), rows));
    expect(code).toBe(1);
    expect(document.file).toMatchObject({
      encoding: 'utf-16le',
      bom: true,
      delimiter: '\t',
      sheet: null,
      rows: 2,
    });
    expect(document.file.columns).toHaveLength(17);
    expect(document.problems).toContainEqual({
      line: 3,
      row: 2,
      column: 'canManageTeams',
      code: 'yesNo.invalid',
      severity: 'error',
      message: expect.stringContaining('Yes') as string,
      value: 'Yes',
      fix: { safe: true, changes: { canManageTeams: 'y' } },
    });
    expect(document.counts.error).toBe(1);
  });

  it('names the row that a fix changes where it is another one', async () => {
    const rows = [
      personRow({ email: 'lead@acme.com', teamLeader: 'boss@acme.com' }),
      personRow({ email: 'ana@acme.com' }),
    ];
    const { document } = await checkJson(await writeRows(await temporaryFolder(), rows));
    const problem = document.problems.find(({ code }) => code === 'leader.cannotManage');
    expect(problem).toMatchObject({ line: 3, row: 2 });
    expect(problem?.fix).toEqual({ safe: false, line: 2, row: 1, changes: { canManageTeams: 'y' } });
  });

  it('orders problems by row, then by column', async () => {
    const rows = [
      LEADER,
      personRow({ email: 'bob@@acme.com', role: '', startDate: '2026-02-30' }),
      personRow({ email: 'ana@acme.com', firstName: '', canManageTeams: 'maybe' }),
    ];
    const { document } = await checkJson(await writeRows(await temporaryFolder(), rows));
    const errors = document.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'role'],
      [2, 'email'],
      [2, 'startDate'],
      [3, 'canManageTeams'],
      [3, 'firstName'],
    ]);
  });

  it('counts lines as the file has them and names columns that are not recognised', async () => {
    const text =
      'Our spring hires\n\nRole,E-mail,Notes\nTeam Member,bob@@acme.com,"a\nb"\nTeam Member,x@acme.com,\n';
    const file = join(await temporaryFolder(), 'hires.csv');
    await writeFile(file, text);
    const { document } = await checkJson(file);
    expect(document.file).toMatchObject({ encoding: 'utf-8', bom: false, delimiter: ',' });
    expect(document.file.columns).toEqual([
      { header: 'Role', key: 'role' },
      { header: 'E-mail', key: 'email' },
      { header: 'Notes', key: null },
    ]);
    expect(document.problems.find(({ code }) => code === 'email.invalid')).toMatchObject({ line: 4, row: 1 });
    expect(document.problems.at(-1)).toMatchObject({ line: 5, row: 2 });
    expect((await rollcall('check', file)).err).toMatch(/Our spring hires[^]*Notes/);
  });

  it('security 18: never shows a temporary password', async () => {
    const shared = { temporaryPassword: 'ana7' };
    const rows = [
      LEADER,
      personRow({ email: 'ana@acme.com', ...shared }),
      personRow({ email: 'bea@acme.com', firstName: 'Bea', ...shared }),
      personRow({ email: 'cee@acme.com', firstName: 'Cee', temporaryPassword: ' ana7\u{0007}' }),
    ];
    const file = await writeRows(await temporaryFolder(), rows);
    const { document } = await checkJson(file);
    const found = document.problems.filter(({ column }) => column === 'temporaryPassword');
    expect(found.length).toBeGreaterThan(3);
    expect(found.every(({ value }) => value === null)).toBe(true);
    expect(`${JSON.stringify(document)}${(await rollcall('check', file)).err}`).not.toContain('ana7');
  });

  it('shows no control character of a file to the terminal', async () => {
    const rows = [LEADER, personRow({ email: 'bob@@\u{001B}[2Jacme.com\u{009B}1m\u{202E}' })];
    const file = await writeRows(await temporaryFolder(), rows, 'x.txt');
    const human = await rollcall('check', file);
    const machine = await rollcall('check', '--json', file);
    expect(human.err + machine.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(human.err).not.toContain('\u{202E}');
  });

  it('takes what the rules cannot know from options', async () => {
    const rows = [LEADER, personRow({ email: 'ana@acme.com', groups: '{Suport}', startDate: '03/04/2026' })];
    const file = await writeRows(await temporaryFolder(), rows);
    const codes = async (...options: string[]) =>
      (await checkJson(file, ...options)).document.problems.map(({ code }) => code);
    expect(await codes()).not.toContain('role.unknown');
    const known = ['--roles', 'Team Leader, Agent', '--groups', 'Support', '--day-order', 'dmy'];
    expect(await codes(...known)).toEqual(expect.arrayContaining(['role.unknown', 'groups.unknown']));
    expect(await codes()).toContain('date.ambiguous');
    expect(await codes(...known)).not.toContain('date.ambiguous');
    expect(await codes('--today', '2020-01-01', '--day-order', 'dmy')).toContain('date.implausible');
  });

  it('knows the current team from a file of it', async () => {
    const folder = await temporaryFolder();
    const boss = personRow({ email: 'boss@acme.com', canManageTeams: 'y', firstName: 'Bo', lastName: 'Ss' });
    const team = await writeRows(folder, [boss], 'team.txt');
    const file = await writeRows(folder, sound);
    const alone = await checkJson(file);
    const together = await checkJson(file, '--team', team);
    expect(alone.document.problems.map(({ code }) => code)).toEqual(['leader.notFound']);
    expect(together.document.problems).toEqual([]);
  });

  it.each([
    ['a file that is not there', ['check', 'nowhere.txt'], 'nowhere.txt'],
    ['no file', ['check'], 'Missing required argument'],
    ['two files', ['check', 'a.txt', 'b.txt'], 'Too many arguments'],
    ['an unknown option', ['check', 'a.txt', '--nonsense'], 'Unknown option'],
    ['an unknown command', ['chekc', 'a.txt'], 'Unknown command'],
    ['a day that does not exist', ['check', 'a.txt', '--today', '2026-02-30'], '2026-03-31'],
    ['a wrong day order', ['check', 'a.txt', '--day-order', 'ymd'], 'dmy, mdy'],
    ['no roles', ['check', 'a.txt', '--roles', ' , '], 'Name at least one'],
    ['a team that is not there', ['check', 'a.txt', '--team', 'nowhere.txt'], 'nowhere.txt'],
  ])('answers 2 with a sentence for %s', async (_, argv, words) => {
    const { code, out, err } = await rollcall(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toMatch(/^[“A-Z][^]*[.?)]\n$/u);
  });

  it('answers 2 with the help for no command, and 0 where the help was asked for', async () => {
    expect(await rollcall()).toMatchObject({ code: 2, out: '' });
    expect(await rollcall('--help')).toMatchObject({ code: 0, err: '' });
    expect((await rollcall('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await rollcall('check', '--help')).out).toContain('--day-order');
  });

  it('writes nothing', async () => {
    const folder = await temporaryFolder();
    await rollcall('check', await writeRows(folder, sound));
    expect(await readdir(folder)).toEqual(['roster.txt']);
  });

  it('refuses a text without a header row', async () => {
    const file = await writeText(await temporaryFolder(), 'list.txt', 'a\tb\n1\t2\n');
    const { code, err } = await rollcall('check', file);
    expect(code).toBe(2);
    expect(err).toMatch(/^No header row was found in “list\.txt”/);
  });
});
