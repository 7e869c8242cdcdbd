import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeUpTeam } from '../simulator/seed-team.ts';
import { startQuietSimulator } from '../simulator/start-quiet-simulator.ts';
import { expect, test } from './harness/rollcall.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'out/main/rollcall.js');

const HEADER =
  'Role\tCan Manage Teams\tEmail Address\tFirst Name\tLast Name\tPhone Channel\tChat Channel\tEmail Channel\tTeam Leader';
const LEADER = 'Team Leader\ty\tlea@acme.com\tLea\tDer\ty\ty\tn\tboss@acme.com';

async function rosterFile(folder: string, ...people: string[]): Promise<string> {
  const path = join(folder, 'roster.txt');
  await writeFile(path, Buffer.from(`\u{FEFF}${[HEADER, ...people].join('\r\n')}\r\n`, 'utf16le'));
  return path;
}

const runProgram = (folder: string, command: string, ...args: string[]) =>
  runProgramWith(folder, {}, command, ...args);

async function runProgramWith(
  folder: string,
  environment: Readonly<Record<string, string>>,
  command: string,
  ...args: string[]
) {
  const env = { ...process.env, ...environment };
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}

const rollcall = (folder: string, ...args: string[]) =>
  runProgram(folder, process.execPath, program, ...args);

const rollcallWith = (folder: string, environment: Readonly<Record<string, string>>, ...args: string[]) =>
  runProgramWith(folder, environment, process.execPath, program, ...args);

test.describe('the command line as a process', () => {
  test('keeps JSON on stdout, words on stderr, and answers by its exit code', async ({ folder }) => {
    await rosterFile(folder, LEADER, LEADER.replace('lea@', 'bob@@'));
    const { code, out, err } = await rollcall(folder, 'check', 'roster.txt', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      file: { rows: 2 },
      problems: expect.arrayContaining([expect.objectContaining({ code: 'email.invalid', line: 3 })]),
    });
    expect(err).toContain('1 error and');
    expect((await rollcall(folder, 'check', 'nowhere.txt')).code).toBe(2);
  });

  test('exports a file, whole and in the default form', async ({ folder }) => {
    await rosterFile(folder, LEADER);
    expect(await rollcall(folder, 'export', 'roster.txt', '--out', 'out.txt')).toMatchObject({
      code: 0,
      out: '',
    });
    const bytes = await readFile(join(folder, 'out.txt'));
    expect(bytes.subarray(0, 2).toString('hex')).toBe('fffe');
    expect(bytes.subarray(2).toString('utf16le')).toContain('\r\nTeam Leader\ty\tlea@acme.com\t\tLea\tDer\t');
  });

  test('turns a roster into a workbook and back without losing zeros', async ({ folder }) => {
    const path = await rosterFile(folder, LEADER);
    await rollcall(folder, 'export', path, '--out', 'out.xlsx');
    const { out } = await rollcall(folder, 'check', 'out.xlsx', '--json');
    expect(JSON.parse(out)).toMatchObject({ file: { encoding: null, delimiter: null, rows: 1 } });
  });

  test('plans an upload in waves and sends nothing', async ({ folder }) => {
    const ana = LEADER.replace('y\tlea@acme.com', 'n\tana@acme.com').replace('boss@', 'lea@');
    await rosterFile(folder, ana, LEADER);
    await writeFile(join(folder, 'team.csv'), 'Email Address,Can Manage Teams\nboss@acme.com,y\n');
    const { code, out, err } = await rollcall(folder, 'plan', 'roster.txt', '--team', 'team.csv', '--json');
    expect(code).toBe(0);
    expect(err).toContain('Nothing was sent');
    expect(JSON.parse(out)).toMatchObject({
      waves: [
        { wave: 1, create: 1 },
        { wave: 2, create: 1 },
      ],
      rows: [
        { line: 2, kind: 'create', wave: 2, leader: { line: 3, row: 2 } },
        { line: 3, kind: 'create', wave: 1, leader: null },
      ],
    });
  });

  test('is quiet when its reader goes away', async ({ folder }) => {
    const people = Array.from({ length: 3000 }, (_, index) => LEADER.replace('lea@', `${index}@@`));
    await rosterFile(folder, ...people);
    const child = spawn(process.execPath, [program, 'check', 'roster.txt', '--json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
    expect(err).not.toMatch(/EPIPE|Error:|at /);
  });

  test('security 17, 19: saves the current team and knows it again, and says no secret', async ({
    folder,
  }) => {
    const secrets = { key: 'canary-key-7f3a', secret: 'canary-secret-9c1e' };
    const simulator = await startQuietSimulator({ directory: madeUpTeam(600), ...secrets });
    const environment = { ROLLCALL_API_KEY: secrets.key, ROLLCALL_API_SECRET: secrets.secret };
    const team = ['team', '--base-url', simulator.url, '--out', 'team.txt'];
    const saved = await rollcallWith(folder, environment, ...team);
    expect(saved).toMatchObject({ code: 0, out: '' });
    expect(saved.err).toContain('Wrote 600 people');
    await rosterFile(folder, LEADER.replace('boss@acme.com', 'leader20@acme.example'));
    expect((await rollcall(folder, 'check', 'roster.txt', '--team', 'team.txt')).err).toContain(
      'No problems.',
    );
    const refused = await rollcallWith(folder, { ...environment, ROLLCALL_API_KEY: 'canary-other' }, ...team);
    await simulator.close();
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('does not accept the API key and secret (403): “Forbidden”.');
    const said = `${saved.err}${refused.err}${(await readFile(join(folder, 'team.txt'))).toString('utf16le')}`;
    expect(said).not.toMatch(/canary|eyJ/);
  });

  test('runs from any folder of the checkout’s user', async ({ folder }) => {
    await rosterFile(folder, LEADER);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const run = await runProgram(
      folder,
      npm,
      '--prefix',
      root,
      'run',
      '-s',
      'rollcall',
      '--',
      'check',
      join(folder, 'roster.txt'),
      '--json',
    );
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ counts: { error: 0 } });
  });
});
