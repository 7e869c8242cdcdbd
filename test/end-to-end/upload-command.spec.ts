import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Simulator } from '../simulator/start-simulator.ts';
import { expect, test } from './harness/rollcall.ts';
import {
  KEY,
  people,
  rosterFile,
  simulatorWith,
  start,
  startWith,
  upload,
  created,
  expectEachOnce,
  filesOf,
  expectNoSecret,
} from './harness/upload-process.ts';

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
