import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFault } from '../../simulator/faults.ts';
import { startQuietSimulator } from '../../simulator/start-quiet-simulator.ts';
import type { Simulator } from '../../simulator/start-simulator.ts';
import { expect, test } from './rollcall.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'out/main/rollcall.js');

/** What may stand in no file and no word; each has its own way into a request. */
export const KEY = 'canary-key-7f3a51c0';
const SECRET = 'canary-secret-9c1e77d2';
const PASSWORD = 'Canary-Pass-41c9';

export const HEADER = [
  'Role',
  'Can Manage Teams',
  'Email Address',
  'Employee ID',
  'First Name',
  'Last Name',
  'Phone Channel',
  'Chat Channel',
  'Email Channel',
  'Team Leader',
  'Temporary Password',
];

/** So many people in three levels, the last first, so that every leader stands below their team; half have no email address. */
export function people(count: number): string[][] {
  const leaders = Math.max(2, Math.ceil(count / 5));
  return Array.from({ length: count }, (_, index) => {
    const leads = index < leaders;
    const leader = index === 0 ? 'leader0@acme.example' : email(leads ? 0 : index % leaders);
    const [role = '', manages = ''] = leads ? ['Team Leader', 'y'] : ['Team Member', 'n'];
    const address = leads || index % 2 === 0 ? email(index) : '';
    const names = [`N${String(index).padStart(5, '0')}`, 'Nia', `No${index}`];
    return [role, manages, address, ...names, 'y', 'y', 'n', leader, `${PASSWORD}-${index}`];
  }).reverse();
}

function email(index: number): string {
  return `new${index}@acme.example`;
}

export async function rosterFile(folder: string, rows: readonly string[][]): Promise<void> {
  const text = [HEADER, ...rows].map((cells) => `${cells.join('\t')}\r\n`).join('');
  await writeFile(join(folder, 'roster.txt'), Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
}

/** A simulator with 45 people that meets these faults. */
export async function simulatorWith(...faults: string[]): Promise<Simulator> {
  const simulator = await startQuietSimulator({ key: KEY, secret: SECRET });
  for (const text of faults) {
    const fault = readFault(text);
    if (fault === null) throw new Error(`${text} is no fault`);
    simulator.faults.add(fault);
  }
  return simulator;
}

interface Running {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
}

/** Starts the real process; it is quick, as the simulator has no limits. */
export function start(folder: string, simulator: Simulator, ...args: string[]): Running {
  return startWith(KEY, folder, simulator, ...args);
}

export function startWith(key: string, folder: string, { url }: Simulator, ...args: string[]): Running {
  const quick = ['--rate', '6000', '--concurrency', '4', '--settle', '1'];
  const child = spawn(
    process.execPath,
    [program, 'upload', 'roster.txt', '--base-url', url, ...quick, ...args],
    {
      cwd: folder,
      env: {
        ...process.env,
        ROLLCALL_API_KEY: key,
        ROLLCALL_API_SECRET: SECRET,
        // One user's, as all processes of a test are.
        ROLLCALL_USER_DATA: test.info().outputPath('user-data'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return { child, said, ended: once(child, 'close').then(() => child.exitCode) };
}

export async function upload(folder: string, simulator: Simulator, ...args: string[]) {
  const { said, ended } = start(folder, simulator, ...args);
  const code = await ended;
  return { code, ...said };
}

/** The people whom the tests have made, by how often each is there. */
export function created({ directory }: Simulator): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fields } of directory.people.slice(45)) {
    const id = fields.custom_employee_id ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export function expectEachOnce(simulator: Simulator, count: number): void {
  expect([...created(simulator).entries()].sort()).toEqual(
    Array.from({ length: count }, (_, index) => [`N${String(index).padStart(5, '0')}`, 1]),
  );
}

/** Everything that is in a folder but the roster, which has the passwords. */
export async function filesOf(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const names = (await readdir(folder)).filter((name) => name !== 'roster.txt');
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** No secret in any bytes: as it is, in UTF-16, or in base64 wherever it begins. */
export function expectNoSecret(bytes: Buffer, where: string): void {
  for (const secret of [KEY, SECRET, PASSWORD])
    for (const form of [Buffer.from(secret), Buffer.from(secret, 'utf16le'), ...base64Of(secret)])
      expect(bytes.includes(form), `${secret} in ${where}`).toBe(false);
  expect(bytes.includes('eyJ'), `a token in ${where}`).toBe(false);
}

function base64Of(secret: string): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.from('x'.repeat(before) + secret).toString('base64');
    // The characters that only the secret's own bytes make.
    return Buffer.from(text.slice(before === 0 ? 0 : before + 1, -4));
  });
}
