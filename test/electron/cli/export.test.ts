import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  LEADER,
  personRow,
  rollcall,
  temporaryFolder,
  writeRows,
  writeText,
  verdictDocument,
} from './rollcall-here.ts';

const writtenFile = z.strictObject({
  path: z.string(),
  format: z.string(),
  rows: z.number(),
  bytes: z.number(),
});
const exportDocument = z.strictObject({
  written: writtenFile.nullable(),
  leftOutFile: writtenFile.nullable(),
  leftOut: z.array(
    z.strictObject({ line: z.number(), row: z.number().nullable(), why: z.array(z.string()).min(1) }),
  ),
  columnsLeftOut: z.array(z.string()),
  fixed: z.number(),
  counts: z.strictObject({ error: z.number(), warning: z.number() }),
  verdict: verdictDocument,
});

const ANA = personRow({ email: 'ana@acme.com' });
const sound = [LEADER, ANA];
const withError = [LEADER, personRow({ email: 'bob@@acme.com', temporaryPassword: 'Xy7!kk-20' }), ANA];

async function readUtf16(path: string): Promise<string> {
  const bytes = await readFile(path);
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  return bytes.subarray(2).toString('utf16le');
}

/** The cells of a written file whose cells hold no delimiter, quote or line break. */
async function readCells(path: string, delimiter = '\t'): Promise<string[][]> {
  const lines = (await readUtf16(path)).split('\r\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => line.split(delimiter));
}

async function folderWith(rows: string[][]): Promise<{ folder: string; file: string; out: string }> {
  const folder = await temporaryFolder();
  return { folder, file: await writeRows(folder, rows), out: join(folder, 'out.txt') };
}

async function exportJson(...argv: string[]) {
  const { code, out } = await rollcall('export', '--json', ...argv);
  return { code, document: exportDocument.parse(JSON.parse(out)) };
}

describe('rollcall export', () => {
  it('writes the default form: UTF-16 with a byte order mark, tabs, CR LF', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'roster.csv');
    const header =
      'Role,Can Manage Teams,E-mail,First Name,Surname,Phone,Chat,Email Channel,Supervisor,Groups\n';
    await writeFile(file, `${header}Team Leader,y,lea@acme.com,Lea,Der,y,y,n,boss@acme.com,"{A, B}"\n`);
    const out = join(folder, 'out.txt');
    expect(await rollcall('export', file, '--out', out)).toMatchObject({ code: 0, out: '' });
    const [header17, row] = (await readUtf16(out)).split('\r\n');
    expect(header17?.split('\t')).toHaveLength(17);
    expect(row).toBe(
      'Team Leader\ty\tlea@acme.com\t\tLea\tDer\t\t\t\ty\ty\tn\tboss@acme.com\t\t\t"{A, B}"\t',
    );
  });

  it('refuses a roster with errors, lists them, writes nothing and answers 1', async () => {
    const { folder, file, out } = await folderWith(withError);
    const { code, err, out: printed } = await rollcall('export', file, '--out', out);
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(err).toContain('“bob@@acme.com” has two @ signs');
    expect(err).toContain('Nothing was written');
    expect(await readdir(folder)).toEqual(['roster.txt']);
    const refused = await exportJson(file, '--out', out);
    expect(refused).toMatchObject({
      code: 1,
      document: { written: null, leftOutFile: null, leftOut: [], counts: { error: 1 } },
    });
  });

  it('says whether what was written is ready, has errors or could not be checked', async () => {
    const { folder, file, out } = await folderWith(sound);
    const unknown = await exportJson(file, '--out', out);
    expect(unknown.document.verdict).toMatchObject({
      kind: 'notChecked',
      unchecked: [
        { what: 'leaders', count: 1 },
        { what: 'people', count: 2 },
        { what: 'roles', count: 2 },
      ],
    });
    const { err } = await rollcall('export', file, '--out', out);
    expect(err).toContain('Not checked: the leader of 1 person and 2 other things.');
    expect(err).toContain('To check that, give the current team: --team FILE.');
    const team = await writeRows(
      folder,
      [personRow({ email: 'boss@acme.com', canManageTeams: 'y' })],
      'team.txt',
    );
    const known = await exportJson(file, '--out', out, '--team', team, '--roles', 'Team Member,Team Leader');
    expect(known.document.verdict).toMatchObject({
      kind: 'ready',
      against: { team: { people: 1 }, roles: 2, groups: null },
    });
    const refused = await exportJson(await writeRows(folder, withError), '--out', out, '--team', team);
    expect(refused.document.verdict).toMatchObject({ kind: 'errors', refused: 1 });
  });

  it('--allow-errors writes every row', async () => {
    const { file, out } = await folderWith(withError);
    const { code, document } = await exportJson(file, '--out', out, '--allow-errors');
    expect(code).toBe(0);
    expect(document.written).toEqual({
      path: out,
      format: 'unicode-text',
      rows: 3,
      bytes: (await readFile(out)).length,
    });
    expect((await readCells(out)).map((cells) => cells[2])).toEqual([
      'Email Address',
      'lead@acme.com',
      'bob@@acme.com',
      'ana@acme.com',
    ]);
  });

  it('--valid-only leaves out the rows with errors and says which and why', async () => {
    const { file, out } = await folderWith(withError);
    const { code, document } = await exportJson(file, '--out', out, '--valid-only');
    expect(code).toBe(0);
    expect(document.written?.rows).toBe(2);
    expect(document.leftOut).toEqual([
      { line: 3, row: 2, why: [expect.stringContaining('“bob@@acme.com” has two @ signs')] },
    ]);
    expect((await readCells(out)).map((cells) => cells[2])).not.toContain('bob@@acme.com');
    const { err } = await rollcall('export', file, '--out', out, '--valid-only');
    expect(err).toMatch(/line 3 left out: “bob@@acme\.com” has two @ signs/);
  });

  it('writes who is left out to a file of their own beside it, and never over one that is there', async () => {
    const { folder, file, out } = await folderWith(withError);
    const apart = join(folder, 'out – left out.txt');
    const first = await exportJson(file, '--out', out, '--valid-only', '--without-passwords');
    expect(first.document.leftOutFile).toEqual({
      path: apart,
      format: 'unicode-text',
      rows: 1,
      bytes: (await readFile(apart)).length,
    });
    const [header, ...people] = await readCells(apart);
    expect([header?.[2], ...people.map((cells) => cells[2])]).toEqual(['Email Address', 'bob@@acme.com']);
    expect(people[0]?.at(-1)).toBe('');
    const { err } = await rollcall('export', file, '--out', out, '--valid-only');
    expect(err).toContain(`Wrote the row left out to ${join(folder, 'out – left out 2.txt')}.`);
    expect((await readdir(folder)).sort()).toEqual(
      ['out – left out 2.txt', 'out – left out.txt', 'out.txt', 'roster.txt'].sort(),
    );
  });

  it('--mapping proposed writes who is on leave or gone there too', async () => {
    const folder = await temporaryFolder();
    const file = await writeText(
      folder,
      'staff.csv',
      'Email;First Name;Last Name;Role;Zustand;Team Leader\nlea@acme.com;Lea;Der;Agent;Aktiv;boss@acme.com\nbob@acme.com;Bob;Day;Agent;Elternzeit;lea@acme.com\n',
    );
    const out = join(folder, 'out.txt');
    const argv = ['--out', out, '--mapping', 'proposed', '--allow-errors', '--json'];
    const { out: printed } = await rollcall('export', file, ...argv);
    const document = exportDocument.extend({ mapping: z.unknown() }).parse(JSON.parse(printed));
    expect(document.written?.rows).toBe(1);
    expect(document.leftOut).toEqual([{ line: 3, row: null, why: ['Zustand says “Elternzeit”.'] }]);
    const [, ...people] = await readCells(document.leftOutFile?.path ?? '');
    expect(people.map((cells) => cells[2])).toEqual(['bob@acme.com']);
  });

  it('--fix safe mends first and says how much', async () => {
    const rows = [LEADER, personRow({ email: 'mailto:ana@acme.com', canManageTeams: 'No' })];
    const { file, out } = await folderWith(rows);
    expect((await rollcall('export', file, '--out', out)).code).toBe(1);
    const { code, document } = await exportJson(file, '--out', out, '--fix', 'safe');
    expect({ code, fixed: document.fixed }).toEqual({ code: 0, fixed: 2 });
    expect((await readCells(out))[2]?.slice(1, 3)).toEqual(['n', 'ana@acme.com']);
    expect((await rollcall('export', file, '--out', out, '--fix', 'safe')).err).toContain('2 safe changes');
  });

  it('--leaders-first writes leaders before their teams', async () => {
    const { file, out } = await folderWith([ANA, LEADER]);
    await rollcall('export', file, '--out', out, '--leaders-first');
    expect((await readCells(out)).map((cells) => cells[2])).toEqual([
      'Email Address',
      'lead@acme.com',
      'ana@acme.com',
    ]);
  });

  it('--without-passwords leaves them empty', async () => {
    const { file, out } = await folderWith([
      LEADER,
      personRow({ email: 'a@acme.com', temporaryPassword: 'Xy7!kk-20' }),
    ]);
    await rollcall('export', file, '--out', out);
    expect(await readUtf16(out)).toContain('Xy7!kk-20');
    await rollcall('export', file, '--out', out, '--without-passwords');
    expect(await readUtf16(out)).not.toContain('Xy7!kk-20');
    expect((await readCells(out))[0]).toHaveLength(17);
  });

  it('leaves out columns that are not recognised and names them', async () => {
    const folder = await temporaryFolder();
    const [header, ...rows] = (await readUtf16(await writeRows(folder, sound))).split('\r\n');
    const text = [`${header ?? ''}\tNotes`, ...rows.filter(Boolean).map((row) => `${row}\tshy`)].join('\r\n');
    const file = await writeText(folder, 'noted.txt', text);
    const out = join(folder, 'out.txt');
    const { document } = await exportJson(file, '--out', out);
    expect(document.columnsLeftOut).toEqual(['Notes']);
    expect(await readUtf16(out)).not.toMatch(/Notes|shy/);
    expect((await rollcall('export', file, '--out', out)).err).toContain('Notes');
  });

  it('--template writes its headers, order and delimiter, and names what it lacks', async () => {
    const folder = await temporaryFolder();
    const file = await writeRows(folder, [LEADER, personRow({ email: 'a@acme.com', homeTown: 'Cork' })]);
    const headers = ['*Email Address', 'Cost Centre', '*Role', 'First Name (shown)', 'License Type'];
    const template = await writeText(folder, 'template.csv', `${headers.join(';')}\r\n`);
    const out = join(folder, 'out.csv');
    expect((await rollcall('export', file, '--out', out, '--template', template)).err).toContain(
      'License Type is empty',
    );
    const { code, document } = await exportJson(file, '--out', out, '--template', template, '--allow-errors');
    expect(code).toBe(0);
    expect(await readCells(out, ';')).toEqual([
      headers,
      ['lead@acme.com', '', 'Team Leader', 'Lea', ''],
      ['a@acme.com', '', 'Team Member', 'Ana', ''],
    ]);
    expect(document.columnsLeftOut).toEqual(expect.arrayContaining(['Home Town', 'Last Name']));
    expect(document.columnsLeftOut).not.toContain('Start Date');
  });

  it('security 33: writes what the ending of --out says, and refuses one that says something else', async () => {
    const { folder, file } = await folderWith(sound);
    const csv = join(folder, 'out.csv');
    expect((await rollcall('export', file, '--out', csv)).code).toBe(0);
    expect((await readFile(csv, 'utf16le')).startsWith('\u{FEFF}Role,Can Manage Teams,')).toBe(true);
    const book = join(folder, 'out.xlsx');
    await writeText(folder, 'out.xlsx', 'theirs');
    const refused = await rollcall('export', file, '--out', book, '--format', 'unicode-text');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('“out.xlsx” is the name of an Excel workbook');
    expect((await rollcall('export', file, '--out', join(folder, 'out.ods'))).err).toContain('“out.txt”');
    expect((await readdir(folder)).sort()).toEqual(['out.csv', 'out.xlsx', 'roster.txt']);
  });

  it.runIf(process.platform !== 'win32')('security 33: leaves a device what it is', async () => {
    const { file } = await folderWith(sound);
    const { code, err } = await rollcall('export', file, '--out', '/dev/null');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('is a device') as unknown });
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it.each([
    ['utf16-csv', 'utf16le', '\u{FEFF}Role,Can Manage Teams,'],
    ['utf8-csv', 'utf8', '\u{FEFF}Role,Can Manage Teams,'],
  ] as const)('--format %s', async (format, encoding, beginning) => {
    const { file, out } = await folderWith(sound);
    expect((await rollcall('export', file, '--out', out, '--format', format)).code).toBe(0);
    expect((await readFile(out, encoding)).startsWith(beginning)).toBe(true);
  });

  it('--format xlsx writes a workbook that reads back the same', async () => {
    const rows = [LEADER, personRow({ email: 'ana@acme.com', employeeId: '0020017', profile: '"a\nb"' })];
    const { folder, file, out } = await folderWith(rows);
    const workbook = join(folder, 'out.xlsx');
    expect((await exportJson(file, '--out', workbook)).document.written?.format).toBe('xlsx');
    expect((await rollcall('export', workbook, '--out', out)).code).toBe(0);
    expect(await readUtf16(out)).toContain('0020017');
    const { code, out: printed } = await rollcall('check', '--json', workbook);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      file: { encoding: null, bom: false, delimiter: null, rows: 2 },
    });
  });

  it('may replace its own input', async () => {
    const { file } = await folderWith(sound);
    const before = await readFile(file);
    expect((await rollcall('export', file, '--out', file)).code).toBe(0);
    expect(await readFile(file)).toEqual(before);
  });

  it.each([
    ['no --out', [], '--out'],
    ['both ways to treat errors', ['--out', 'x', '--allow-errors', '--valid-only'], '--valid-only'],
    ['an unknown form', ['--out', 'x', '--format', 'pdf'], 'utf16-csv'],
    ['an unknown fix', ['--out', 'x', '--fix', 'all'], 'safe'],
    ['a template that is not there', ['--out', 'x', '--template', 'nowhere.csv'], 'nowhere.csv'],
    ['a folder that is not there', ['--out', 'no/such/folder/x.txt'], 'x.txt'],
  ])('answers 2 with a sentence for %s', async (_, options, words) => {
    const { folder, file } = await folderWith(sound);
    const { code, out, err } = await rollcall('export', file, ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(await readdir(folder)).toEqual(['roster.txt']);
  });

  it('leaves the target as it was when the input cannot be read', async () => {
    const { folder, out } = await folderWith(sound);
    await writeFile(out, 'precious');
    expect((await rollcall('export', join(folder, 'nowhere.txt'), '--out', out)).code).toBe(2);
    expect(await readFile(out, 'utf8')).toBe('precious');
  });
});
