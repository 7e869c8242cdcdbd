import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEY, SECRET, simulatorHere } from '../../simulator/simulator-here.ts';
import { personRow, rollcall, temporaryFolder, writeRows } from './rollcall-here.ts';

let userData = '';

beforeAll(async () => {
  userData = await mkdtemp(join(tmpdir(), 'rollcall-cli-data-'));
  return () => rm(userData, { recursive: true });
});

beforeEach(() => {
  vi.stubEnv('ROLLCALL_API_KEY', KEY);
  vi.stubEnv('ROLLCALL_API_SECRET', SECRET);
  vi.stubEnv('ROLLCALL_USER_DATA', userData);
  return () => {
    vi.unstubAllEnvs();
  };
});

const QUICK = ['--rate', '6000', '--settle', '1'];
const HIRE = personRow({ email: 'new@acme.example', firstName: 'Nia', teamLeader: 'leader20@acme.example' });
const KNOWN = personRow({ email: 'person1@acme.example', teamLeader: '0000001' });

async function uploadOf(...rows: string[][]) {
  const simulator = await simulatorHere();
  const folder = await temporaryFolder();
  const roster = await writeRows(folder, rows);
  const upload = (...args: string[]) =>
    rollcall('upload', roster, '--base-url', simulator.url, ...QUICK, ...args);
  return { simulator, folder, roster, upload };
}

describe('rollcall upload', () => {
  it('shows the plan, carries it out, and reports it', async () => {
    const { simulator, folder, upload } = await uploadOf(HIRE, KNOWN);
    const { code, out, err } = await upload('--yes');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const { host } = new URL(simulator.url);
    expect(err).toContain('\nWave 1 of 1: 1 row\n  line 2  create  Nia Ruiz, new@acme.example\n');
    expect(err).toContain(`\nUploading 2 rows to ${host}. Ctrl+C pauses;`);
    expect(err).toContain('\nReport: 2 rows\n  1  created\n  1  left as they were\n');
    expect(await readdir(folder)).toEqual(['roster.txt', 'roster.txt.upload-journal']);
    expect(simulator.directory.find('new@acme.example').invitations).toBe(0);
  });

  it('names those who are there although no answer came, as their password is not confirmed', async () => {
    const { simulator, upload } = await uploadOf([...HIRE.slice(0, -1), 'Correct horse 7']);
    simulator.faults.add({ kind: 'lose', method: 'POST' });
    const { code, err } = await upload('--yes');
    expect(code).toBe(0);
    expect(err).toContain('\nReport: 1 row, 1 of them with a next step\n');
    expect(err).toMatch(
      /\nInvitation or password not confirmed: 1 row\. .+\n {2}line 2 {2}Nia Ruiz, new@acme\.example\n/,
    );
    expect(err).toContain('Whether the temporary password was taken');
  });

  it('keeps the journal where it is told, and the one before it', async () => {
    const { folder, upload } = await uploadOf(KNOWN);
    const journal = join(folder, 'kept.jsonl');
    expect((await upload('--journal', journal)).code).toBe(0);
    const first = await readFile(journal, 'utf8');
    expect((await upload('--journal', journal)).code).toBe(0);
    expect(await readFile(`${journal}.before`, 'utf8')).toBe(first);
    expect((await upload('--journal', journal)).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['kept.jsonl', 'kept.jsonl.before', 'roster.txt']);
  });

  it.each([
    ['a file that is no journal', 'Dear diary\n'],
    ['a journal of which the middle is gone', '{"kind":"head"}\n{"kind":"ready"}\n'],
  ])('never touches %s', async (_, text) => {
    const { simulator, roster, upload } = await uploadOf(HIRE);
    await writeFile(`${roster}.upload-journal`, text);
    expect((await upload('--yes')).code).toBe(2);
    expect((await upload('--resume')).code).toBe(2);
    expect(await readFile(`${roster}.upload-journal`, 'utf8')).toBe(text);
    expect(simulator.log).toEqual([]);
  });

  it('security 11: saves the report, and answers 1 where it cannot', async () => {
    const { folder, upload } = await uploadOf(HIRE.with(4, '=cmd()'), KNOWN);
    const report = join(folder, 'report.csv');
    const { code, err } = await upload('--yes', '--report', report);
    expect(code).toBe(0);
    expect(err).toContain(`\nWrote the report to ${report}.\n`);
    expect(await readFile(report, 'utf8')).toMatch(
      /^\u{FEFF}Line,Name,[^]*\r\n2,'=cmd\(\) Ruiz,new@acme\.example,,Created,,\r\n3,/u,
    );
    const failed = await upload('--report', join(folder, 'none', 'report.csv'));
    expect(failed).toMatchObject({ code: 1, err: expect.stringContaining('“report.csv”') as string });
  });

  it('security 26: answers 1 for rows that are blocked, and sends the others', async () => {
    const { simulator, upload } = await uploadOf(HIRE, HIRE.with(0, '').with(2, 'two@acme.example'));
    const { code, out } = await upload('--yes', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      counts: { created: 1, notTried: 1 },
      rows: [
        { outcome: 'created' },
        { line: 3, row: 2, outcome: 'notTried', reason: expect.stringContaining('Role') as string },
      ],
    });
    expect(simulator.directory.people).toHaveLength(46);
  });

  it.each([
    ['no address', [], '--subdomain'],
    ['two addresses', ['--subdomain', 'acme', '--base-url', 'http://127.0.0.1:1'], 'cannot be used with'],
    ['an address elsewhere', ['--base-url', 'https://acme.example'], 'not an address on this computer'],
    ['a mode that is none', ['--subdomain', 'acme', '--mode', 'sync'], 'mode'],
    ['a welcome that is none', ['--subdomain', 'acme', '--welcome', 'later'], 'welcome'],
    ['no rate', ['--subdomain', 'acme', '--rate', '0'], 'a whole number from 1 to 6000'],
    ['a rate that is none', ['--subdomain', 'acme', '--rate', '1e3'], 'a whole number'],
    ['many at once', ['--subdomain', 'acme', '--concurrency', '17'], 'a whole number from 1 to 16'],
    ['no time to settle', ['--subdomain', 'acme', '--settle', '-1'], 'a whole number from 1 to 3600'],
    ['the secret as an argument', ['--subdomain', 'acme', '--secret', 's'], 'Unknown option'],
    ['a file for the team', ['--subdomain', 'acme', '--team', 'team.txt'], 'Unknown option'],
  ])('security 17, 20: answers 2 with a sentence for %s', async (_, argv, words) => {
    const { code, out, err } = await rollcall('upload', 'nowhere.txt', ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toMatch(/^[“A-Z][^]*[.?)]\n$/u);
  });

  it('answers 2 for a roster that is not there, and where the environment has no key', async () => {
    const { url } = await simulatorHere();
    const folder = await temporaryFolder();
    expect(await rollcall('upload', join(folder, 'nowhere.txt'), '--base-url', url)).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be found') as string,
    });
    vi.stubEnv('ROLLCALL_API_SECRET', '');
    expect((await rollcall('upload', 'nowhere.txt', '--subdomain', 'acme')).err).toContain(
      'ROLLCALL_API_SECRET is not set',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
