import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readFault } from '../simulator/faults.ts';
import { startQuietSimulator } from '../simulator/start-quiet-simulator.ts';
import type { Simulator } from '../simulator/start-simulator.ts';
import { expect, test } from './harness/rollcall.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'out/main/rollcall.js');

/** What may stand in no file and no word; each has its own way into a request. */
const KEY = 'canary-key-7f3a51c0';
const SECRET = 'canary-secret-9c1e77d2';
const PASSWORD = 'Canary-Pass-41c9';

const HEADER = [
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
function people(count: number): string[][] {
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

async function rosterFile(folder: string, rows: readonly string[][]): Promise<void> {
  const text = [HEADER, ...rows].map((cells) => `${cells.join('\t')}\r\n`).join('');
  await writeFile(join(folder, 'roster.txt'), Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
}

/** A simulator with 45 people that meets these faults. */
async function simulatorWith(...faults: string[]): Promise<Simulator> {
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
function start(folder: string, simulator: Simulator, ...args: string[]): Running {
  return startWith(KEY, folder, simulator, ...args);
}

function startWith(key: string, folder: string, { url }: Simulator, ...args: string[]): Running {
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

async function upload(folder: string, simulator: Simulator, ...args: string[]) {
  const { said, ended } = start(folder, simulator, ...args);
  const code = await ended;
  return { code, ...said };
}

/** The people whom the tests have made, by how often each is there. */
function created({ directory }: Simulator): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fields } of directory.people.slice(45)) {
    const id = fields.custom_employee_id ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function expectEachOnce(simulator: Simulator, count: number): void {
  expect([...created(simulator).entries()].sort()).toEqual(
    Array.from({ length: count }, (_, index) => [`N${String(index).padStart(5, '0')}`, 1]),
  );
}

/** Everything that is in a folder but the roster, which has the passwords. */
async function filesOf(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const names = (await readdir(folder)).filter((name) => name !== 'roster.txt');
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** No secret in any bytes: as it is, in UTF-16, or in base64 wherever it begins. */
function expectNoSecret(bytes: Buffer, where: string): void {
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

test.describe('rollcall upload as a process', () => {
  // Several kills and settlements of a second or more each.
  test.slow();

  let simulator: Simulator;
  test.afterEach(() => simulator.close());

  test('creates everyone once, leaders first, and reports it', async ({ folder }) => {
    simulator = await simulatorWith();
    await rosterFile(folder, people(30));
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json');
    expect(code, err).toBe(0);
    expectEachOnce(simulator, 30);
    const document = JSON.parse(out) as { counts: object; rows: object[] };
    expect(document.counts).toEqual({
      created: 30,
      updated: 0,
      skipped: 0,
      failed: 0,
      held: 0,
      unknown: 0,
      notTried: 0,
    });
    expect(document.rows).toHaveLength(30);
    expect(document.rows[3]).toEqual({
      ...{ line: 5, row: 4, outcome: 'created', reason: null },
      ...{ status: null, step: null, stored: [] },
    });
    expect(JSON.parse(out)).toMatchObject({ steps: { sentTwice: 0, unconfirmed: 0 } });
    expect(err).toContain('Plan in create mode: 30 rows, in 3 waves, leaders before their teams');
    expect(err).toMatch(/\nReport: 30 rows\n {2}30 {2}created\n/);
    const passwords = simulator.directory.people.slice(45).map(({ fields }) => fields.temporary_password);
    expect(new Set(passwords).size).toBe(30);
    expect(simulator.directory.people.every(({ invitations }) => invitations === 0)).toBe(true);
  });

  test('does what is left of a roster that was uploaded before', async ({ folder }) => {
    simulator = await simulatorWith();
    await rosterFile(folder, people(5));
    expect((await upload(folder, simulator, '--yes')).code).toBe(0);
    await rosterFile(folder, people(10));
    const again = await upload(folder, simulator, '--yes', '--json', '--welcome', 'now');
    expect(again.code, again.err).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ counts: { created: 5, skipped: 5 } });
    expectEachOnce(simulator, 10);
    expect(simulator.directory.people.slice(50).every(({ invitations }) => invitations === 1)).toBe(true);
    for (const { name, bytes } of await filesOf(folder)) {
      expectNoSecret(bytes, name);
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
  });

  test('has first who needs a step, in what it says, in the file and in the document', async ({ folder }) => {
    simulator = await simulatorWith(
      'POST,hidden,about=new2@,ms=5000',
      'POST,lose,about=new3@',
      'POST,shorten,about=new4@',
      'POST,422,about=new6@',
    );
    await rosterFile(folder, people(8));
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json', '--report', 'report.csv');
    expect(code, err).toBe(1);
    const document = JSON.parse(out) as { rows: { step: string | null; stored: object[]; line: number }[] };
    expect(document).toMatchObject({
      counts: { created: 7, failed: 1 },
      steps: { sentTwice: 1, unconfirmed: 1, storedOtherwise: 1, failed: 1, unknown: 0, notTried: 0 },
    });
    const steps = document.rows.flatMap(({ step, line }) => (step === null ? [] : [[step, line] as const]));
    expect(Object.fromEntries(steps)).toEqual({
      sentTwice: 7,
      unconfirmed: 6,
      storedOtherwise: 5,
      failed: 3,
    });
    expect(document.rows[3]?.stored).not.toEqual([]);
    const report = err.slice(err.indexOf('\nReport: 8 rows, 4 of them with a next step\n'));
    const titles = ['Sent twice', 'Invitation or password not confirmed', 'Stored differently', 'Failed'];
    expect(report.match(/^[A-Z].*(?=: 1 row\. )/gm)).toEqual(titles);
    expect(report).toContain('Where somebody is there twice, deactivate one of the two.\n  line 7  ');
    const file = await readFile(join(folder, 'report.csv'), 'utf8');
    const lines = file.split('\r\n').map((line) => line.split(',')[0]);
    expect(lines.slice(0, 9)).toEqual(['\u{FEFF}Line', '7', '6', '5', '3', '2', '4', '8', '9']);
  });

  test('counts deactivations on their own in the plan and in the report', async ({ folder }) => {
    simulator = await simulatorWith();
    const names = ['person1@acme.example', '0000002', 'Björn', 'Łuczak'];
    const gone = ['Team Member', 'n', ...names, 'y', 'y', 'n', 'leader0@acme.example', ''];
    const rows = [
      [...HEADER, 'Deactivated'],
      [...gone, 'y'],
      [...(people(1)[0] ?? []), ''],
    ];
    const text = rows.map((cells) => `${cells.join('\t')}\r\n`).join('');
    await writeFile(join(folder, 'roster.txt'), Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json', '--mode', 'update');
    expect(code, err).toBe(0);
    expect(err).toContain('\n  deactivate  1  to deactivate\n');
    expect(err).toContain('\nReport: 2 rows\n  1  created\n  1  deactivated\n');
    expect(JSON.parse(out)).toMatchObject({
      counts: { created: 1, updated: 1 },
      statusChanges: { deactivate: 1, activate: 0 },
      rows: [{ outcome: 'updated', status: 'deactivate' }, { status: null }],
    });
    expect(simulator.directory.find('0000002').status).toBe('deactivated');
  });

  test('updates those who are there already', async ({ folder }) => {
    simulator = await simulatorWith();
    const names = ['person1@acme.example', '0000002', 'Björn', 'Renamed'];
    const known = ['Team Member', 'n', ...names, 'y', 'y', 'n', 'leader0@acme.example', ''];
    await rosterFile(folder, [known]);
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json', '--mode', 'update');
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ counts: { updated: 1 }, rows: [{ outcome: 'updated' }] });
    expect(simulator.directory.find('0000002').fields.last_name).toBe('Renamed');
  });

  test('security 25: sends nothing where there is nobody to ask', async ({ folder }) => {
    simulator = await simulatorWith();
    await rosterFile(folder, people(3));
    const { code, out, err } = await upload(folder, simulator);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('say --yes');
    expect(simulator.log.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await readdir(folder)).toEqual(['roster.txt']);
  });

  for (const faults of [
    ['POST,lose,times=3'],
    ['POST,500,times=3,after=2'],
    ['POST,429,times=2,retry-after=1'],
    ['POST,drop,times=2,after=1'],
    ['POST,html,times=2', 'GET,503,times=1,after=20'],
    ['POST,stranger,times=2,after=3', 'POST,garbage,after=5'],
  ])
    test(`security 22: ends with everyone there once in spite of ${faults.join(' and ')}`, async ({
      folder,
    }) => {
      simulator = await simulatorWith(...faults);
      await rosterFile(folder, people(10));
      const { code, out, err } = await upload(folder, simulator, '--yes', '--json');
      expect(code, err).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ counts: { created: 10 } });
      expectEachOnce(simulator, 10);
      expectNoSecret(Buffer.from(`${out}${err}`), 'what was said');
    });

  test('security 22: sends nobody a third time by itself after odd answers, and all once when resumed', async ({
    folder,
  }) => {
    simulator = await simulatorWith('POST,garbage,times=2,after=5');
    await rosterFile(folder, people(10));
    const first = await upload(folder, simulator, '--yes', '--json', '--concurrency', '1');
    expect(JSON.parse(first.out)).toMatchObject({ counts: { unknown: 1, failed: 0 } });
    const second = await upload(folder, simulator, '--yes', '--json', '--resume');
    expect(JSON.parse(second.out), second.err).toMatchObject({ counts: { created: 10 } });
    expectEachOnce(simulator, 10);
    expectNoSecret(Buffer.from(`${first.out}${first.err}${second.out}${second.err}`), 'what was said');
  });

  test('says whom the server has not taken, holds their team, and answers 1', async ({ folder }) => {
    simulator = await simulatorWith('POST,422');
    await rosterFile(folder, people(10));
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ counts: { created: 0, failed: 1, held: 9 } });
    expect(err).toContain('“Fault 422”');
    expect(created(simulator).size).toBe(0);
  });

  test('security 23: stops where the key is refused for two people in a row', async ({ folder }) => {
    simulator = await simulatorWith('POST,403,times=1000,after=3');
    await rosterFile(folder, people(20));
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json', '--concurrency', '1');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ counts: { created: 3, notTried: 17 } });
    expect(err).toContain('does not accept the API key and secret (403)');
    // The first could be that one person’s.
    expect(simulator.log.filter(({ status }) => status === 403)).toHaveLength(2);
  });

  test('pauses at Ctrl+C with nothing half done, and goes on', async ({ folder }) => {
    simulator = await simulatorWith();
    await rosterFile(folder, people(40));
    const first = start(folder, simulator, '--yes', '--json', '--rate', '300');
    while (created(simulator).size < 5) await wait(10);
    const second = await upload(folder, simulator, '--resume');
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toContain('“roster.txt” is being uploaded');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(1);
    expect(first.said.err).toContain('--resume');
    const { counts } = JSON.parse(first.said.out) as { counts: Record<string, number> };
    expect(counts['created']).toBe(created(simulator).size);
    expect(counts).toMatchObject({ unknown: 0, notTried: 40 - created(simulator).size });

    const refused = await upload(folder, simulator, '--yes');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(/--resume .*--journal/);

    const resumed = await upload(folder, simulator, '--resume', '--json');
    expect(resumed.code, resumed.err).toBe(0);
    expect(JSON.parse(resumed.out)).toMatchObject({ counts: { created: 40 } });
    expectEachOnce(simulator, 40);
  });

  test('security 34: one run at a time holds an organization, whatever its journal, until its process is gone', async ({
    folder,
  }) => {
    simulator = await simulatorWith();
    await rosterFile(folder, people(40));
    const first = start(folder, simulator, '--yes', '--rate', '60');
    while (created(simulator).size < 1) await wait(10);
    const before = first.said.err;
    const other = join(folder, 'other.journal');
    const second = await upload(folder, simulator, '--yes', '--journal', other);
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toMatch(
      /^“roster\.txt” is being uploaded to “127\.0\.0\.1:\d+” on a command line on this computer, since \d+ \w+, \d\d:\d\d, so nothing was sent just now\./,
    );
    expect(await readdir(folder)).not.toContain('other.journal');
    // Another organization is nobody's business.
    const elsewhere = await simulatorWith();
    const third = await upload(folder, elsewhere, '--yes', '--journal', join(folder, 'third.journal'));
    await elsewhere.close();
    expect(third.code, third.err).toBe(0);
    expect(first.child.exitCode, before).toBeNull();

    first.child.kill('SIGKILL');
    await first.ended;
    const fourth = await upload(folder, simulator, '--yes', '--journal', other);
    expect(fourth.code, fourth.err).toBe(0);
    expectEachOnce(simulator, 40);
  });

  test('ends at once at the second Ctrl+C, and finds out what became of it', async ({ folder }) => {
    simulator = await simulatorWith('POST,late,ms=60000');
    await rosterFile(folder, people(5));
    const first = start(folder, simulator, '--yes');
    while (created(simulator).size < 1) await wait(10);
    first.child.kill('SIGINT');
    while (!first.said.err.includes('Pausing')) await wait(10);
    expect(first.child.exitCode).toBeNull();
    first.child.kill('SIGINT');
    await first.ended;
    expect(first.child.signalCode).toBe('SIGINT');
    const resumed = await upload(folder, simulator, '--resume', '--json');
    expect(resumed.code, resumed.err).toBe(0);
    expect(resumed.out).toContain('is not confirmed');
    expectEachOnce(simulator, 5);
  });

  test('security 25: resumes only what it was: the roster, the address and the key', async ({ folder }) => {
    simulator = await simulatorWith();
    await rosterFile(folder, people(30));
    const first = start(folder, simulator, '--yes', '--rate', '600');
    while (created(simulator).size < 3) await wait(10);
    first.child.kill('SIGKILL');
    await first.ended;
    const before = simulator.log.length;
    const other = await simulatorWith();
    const otherKey = startWith(`${KEY}-2`, folder, simulator, '--resume');
    await otherKey.ended;
    const refusals = [
      { ...otherKey.said, code: otherKey.child.exitCode },
      await upload(folder, other, '--resume'),
      await upload(folder, simulator, '--resume', '--journal', 'none.jsonl'),
    ];
    await rosterFile(folder, people(31));
    refusals.push(await upload(folder, simulator, '--resume'));
    const asked = other.log.length;
    await other.close();
    for (const { code, out, err } of refusals) {
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/[“A-Z].+\.\n$/);
    }
    expect(refusals[0]?.err).toContain('another API key');
    expect(asked).toBe(0);
    expect(simulator.log).toHaveLength(before);
    await rosterFile(folder, people(30));
    expect((await upload(folder, simulator, '--resume')).code).toBe(0);
    expectEachOnce(simulator, 30);
  });

  test('security 19, 22: is killed at any moment, and ends with everyone there once and no secret anywhere', async ({
    folder,
  }) => {
    simulator = await simulatorWith(
      'POST,lose,times=2,after=4',
      'POST,500,after=9',
      '*,429,after=60,retry-after=1',
    );
    await rosterFile(folder, people(40));
    const kills: number[] = [];
    let code: number | null = null;
    for (let resume = false; code !== 0;) {
      const running = start(folder, simulator, resume ? '--resume' : '--yes', '--json');
      // Anywhere between two requests, the pages of the team among them; the last times it is let alone.
      const last = kills.length < 12 ? simulator.log.length + Math.floor(Math.random() * 40) : Infinity;
      while (running.child.exitCode === null && simulator.log.length < last) await wait(1);
      if (running.child.exitCode === null) kills.push(simulator.log.length);
      running.child.kill('SIGKILL');
      code = await running.ended;
      expectNoSecret(Buffer.from(`${running.said.out}${running.said.err}`), 'what was said');
      resume = (await readdir(folder)).some((name) => name !== 'roster.txt');
      // A journal in which nothing was begun is no upload to go on with.
      if (code === 2 && running.said.err.includes('nothing to resume')) resume = false;
      else expect([0, null], running.said.err).toContain(code);
    }
    test.info().annotations.push({ type: 'kills', description: kills.join(', ') });
    expectEachOnce(simulator, 40);
    for (const { name, bytes } of await filesOf(folder)) expectNoSecret(bytes, name);
  });
});
