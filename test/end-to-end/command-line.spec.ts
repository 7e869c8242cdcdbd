import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

async function runProgram(folder: string, command: string, ...args: string[]) {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}

const rollcall = (folder: string, ...args: string[]) =>
  runProgram(folder, process.execPath, program, ...args);

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
