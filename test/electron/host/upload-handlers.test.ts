import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROW_STATES } from '../../../shared/upload/journal/outcome.ts';
import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { KEY, SECRET } from '../../simulator/simulator-here.ts';
import {
  PASSWORD,
  orderOf,
  linesOf,
  connected,
  planned,
  started,
  until,
  nextStart,
  isEnded,
} from './start-upload.ts';
import { type TestHost, testHost, uploadsIn } from './test-host.ts';

async function journalsOf({ folder }: TestHost): Promise<string[]> {
  return (await readdir(join(folder, '.user-data', 'uploads'))).filter((name) => name.endsWith('.jsonl'));
}

describe('an upload that is handed over', () => {
  it('creates everyone and tells what became of each row', async () => {
    const test = await connected();
    const upload = await started(test, 3);
    const ended = await until(test, upload, isEnded);
    expect(ended).toMatchObject({ state: { kind: 'ended', how: 'finished', why: null } });
    expect(ROW_STATES.reduce((sum, state) => sum + ended.counts[state], 0)).toBe(3);
    expect(ended.counts.created).toBe(3);
    const { rows, next } = await test.get('upload.rows', { upload, from: 0 });
    expect(next).toBeNull();
    expect(rows.map(({ line, name, state }) => [line, name, state])).toEqual([
      [2, 'New Person 0', 'created'],
      [3, 'New Person 1', 'created'],
      [4, 'New Person 2', 'created'],
    ]);
    const created = test.simulator.directory.people.filter(({ fields }) => fields.email?.startsWith('new'));
    expect(created.map(({ fields }) => fields.temporary_password)).toEqual([PASSWORD, PASSWORD, PASSWORD]);
  });

  it('security 6, 18, 19: keeps a journal for its owner alone, without passwords, keys and secrets', async () => {
    const test = await connected();
    const upload = await started(test, 2);
    await until(test, upload, isEnded);
    const folder = join(test.folder, '.user-data', 'uploads');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const [name = ''] = await journalsOf(test);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).toContain('new1@acme.example');
    for (const secret of [PASSWORD, KEY, SECRET]) expect(text).not.toContain(secret);
    const shown = await test.get('upload.show', { upload });
    const { rows } = await test.get('upload.rows', { upload, from: 0 });
    const progress = await test.get('upload.progress', { upload, after: 0 });
    for (const secret of [PASSWORD, KEY, SECRET])
      expect(JSON.stringify([shown, rows, progress])).not.toContain(secret);
  });

  it('security 25: is refused where the organization is no longer where the plan was made for', async () => {
    const test = await connected();
    const plan = planned(test, 1);
    for (const other of [{ host: '127.0.0.1:1' }, { environment: 'production' as const }])
      expect(await test.ask('upload.begin', { ...plan, ...other })).toMatchObject({
        failure: { code: 'run.stale' },
      });
  });

  it('is refused with too few rows, too many, or rows in another order, and sends nothing', async () => {
    const test = await connected();
    const { handing } = await test.get('upload.begin', planned(test, 2));
    const lines = [linesOf([orderOf(1)]), linesOf([orderOf(0), orderOf(1), orderOf(2)]), 'no line\n'];
    for (const orders of lines) {
      const answer = await test.ask('upload.orders', { handing, orders });
      expect(answer).toEqual({
        ok: false,
        failure: { code: 'call.refused', facts: { what: 'upload.orders: a line' } },
      });
    }
    expect(await test.ask('upload.start', { handing })).toMatchObject({ failure: { code: 'call.refused' } });
    expect(test.simulator.log).toEqual([]);
  });

  it('security 14: says nothing of a password that cannot be read', async () => {
    const test = await connected();
    const { handing } = await test.get('upload.begin', planned(test, 1));
    const passwords = `{"place":0,"password":"${PASSWORD}"\n`;
    const answer = await test.ask('upload.passwords', { handing, passwords });
    expect(answer).toMatchObject({ ok: false });
    expect(JSON.stringify(answer)).not.toContain(PASSWORD);
  });

  it('leaves nothing behind where it is cancelled, or another page begins anew', async () => {
    const test = await connected();
    const { handing } = await test.get('upload.begin', planned(test, 1));
    await test.get('upload.cancel', { handing });
    expect(await journalsOf(test)).toEqual([]);
    await test.get('upload.begin', planned(test, 1));
    await test.get('upload.begin', planned(test, 1));
    expect(await journalsOf(test)).toHaveLength(1);
    expect(await test.ask('upload.orders', { handing, orders: '' })).toMatchObject({
      failure: { code: 'call.ended' },
    });
  });

  it('is refused without the passwords that it needs, and sends nothing', async () => {
    const test = await connected();
    const { handing } = await test.get('upload.begin', planned(test, 1));
    await test.get('upload.orders', { handing, orders: linesOf([orderOf(0, true)]) });
    expect(await test.ask('upload.start', { handing })).toMatchObject({
      failure: { code: 'upload.noPasswords' },
    });
    expect(test.simulator.log).toEqual([]);
    expect(await journalsOf(test)).toEqual([]);
  });
});

describe('an upload that runs', () => {
  it('is paused, goes on and is stopped, and another waits', async () => {
    const test = await connected({ latency: 30 });
    const upload = await started(test, 12);
    expect(await test.ask('upload.begin', planned(test, 1))).toMatchObject({ failure: { code: 'run.busy' } });
    expect(await test.ask('upload.forget', { upload })).toMatchObject({ failure: { code: 'run.busy' } });
    await test.get('upload.pause', { upload });
    const paused = await until(test, upload, ({ state }) => state.kind === 'paused');
    expect(paused.counts.sending + paused.counts.lookingUp + paused.counts.settling).toBe(0);
    await test.get('upload.continue', { upload });
    await test.get('upload.stop', { upload });
    const ended = await until(test, upload, isEnded);
    expect(ended.state).toMatchObject({ how: 'stopped' });
    expect(ended.counts.notTried).toBeGreaterThan(0);
    expect(ended.counts.created + ended.counts.notTried).toBe(12);
  });

  it('security 34: keeps another window away from its organization, also while it is paused', async () => {
    const test = await connected({ latency: 30 });
    const upload = await started(test, 8);
    await test.get('upload.pause', { upload });
    await until(test, upload, ({ state }) => state.kind === 'paused');
    const other = await nextStart(test);
    const refused = await other.ask('upload.begin', planned(test, 1));
    expect(refused).toMatchObject({
      failure: { code: 'run.elsewhere', facts: { holder: { where: 'window', name: 'spring.txt' } } },
    });
    await test.get('upload.stop', { upload });
    await until(test, upload, isEnded);
    // One that is being handed over holds it, too, until it is cancelled.
    const { handing } = await test.get('upload.begin', planned(test, 1));
    expect(await other.ask('upload.begin', planned(test, 1))).toMatchObject({
      failure: { code: 'run.elsewhere' },
    });
    await test.get('upload.cancel', { handing });
    expect(await other.ask('upload.begin', planned(test, 1))).toMatchObject({ ok: true });
  });

  it('security 34: lets its organization go where it ends by a bug, and so does who hears of that', async () => {
    const { folder, organizations, access } = await testHost();
    const keepAwake = () => () => {
      throw new Error('The system does not let it sleep');
    };
    const uploads = uploadsIn(folder, organizations, access, keepAwake);
    const test = await connected({ latency: 20 }, { organizations, access, uploads });
    // Far more than go at once: some of them are still to come when it ends.
    const upload = await started(test, 60);
    await until(test, upload, ({ counts }) => counts.created > 0);
    await expect(test.uploads.end()).rejects.toThrow('does not let it sleep');
    // It is under way no longer, and goes on from its journal.
    expect(await test.get('upload.show', { upload })).toMatchObject({
      state: { kind: 'paused' },
      isResumable: true,
    });
    const again = await nextStart({ ...test, folder });
    expect(await again.ask('upload.reopen', { upload, anyway: false })).toMatchObject({ ok: true });
  });

  it('belongs to the app: the end of its window’s host does not end it', async () => {
    const test = await connected({ latency: 10 });
    const upload = await started(test, 5);
    await test.host.end();
    expect((await until(test, upload, isEnded)).counts.created).toBe(5);
  });

  it('is paused when the app ends, and resumed from its journal: everyone once', async () => {
    const test = await connected({ latency: 20 });
    const upload = await started(test, 10);
    await until(test, upload, ({ counts }) => counts.created > 1);
    await test.uploads.end();
    const again = await nextStart(test);
    const { uploads } = await again.get('upload.list', {});
    expect(uploads).toMatchObject([
      { id: upload, name: 'spring.txt', state: { kind: 'paused' }, needsPasswords: true, rows: 10 },
    ]);
    const without = await again.get('upload.reopen', { upload, anyway: false });
    expect(await again.ask('upload.start', without)).toMatchObject({
      failure: { code: 'upload.noPasswords' },
    });
    const { handing } = await again.get('upload.reopen', { upload, anyway: false });
    const passwords = linesOf(Array.from({ length: 10 }, (_, place) => ({ place, password: PASSWORD })));
    await again.get('upload.passwords', { handing, passwords });
    await again.get('upload.start', { handing });
    expect((await until(again, upload, isEnded)).counts.created).toBe(10);
    const emails = test.simulator.directory.people.flatMap(({ fields: { email } }) =>
      email?.startsWith('new') === true ? [email] : [],
    );
    expect(emails.sort()).toEqual(Array.from({ length: 10 }, (_, place) => `new${place}@acme.example`));
  });
});

describe('an upload while the computer sleeps', () => {
  const isPaused = ({ state }: UploadProgress): boolean => state.kind === 'paused';

  it('waits, and goes on by itself', async () => {
    const test = await connected({ latency: 20 });
    const upload = await started(test, 8);
    test.uploads.suspend();
    const { counts } = await until(test, upload, isPaused);
    expect(counts.sending + counts.waiting).toBeGreaterThan(0);
    test.uploads.wake();
    expect(await until(test, upload, isEnded)).toMatchObject({ state: { how: 'finished' } });
  });

  it('stays paused where its user has paused it', async () => {
    const test = await connected({ latency: 20 });
    const upload = await started(test, 8);
    await test.get('upload.pause', { upload });
    await until(test, upload, isPaused);
    test.uploads.suspend();
    test.uploads.wake();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await test.get('upload.progress', { upload, after: 0 })).toMatchObject({
      state: { kind: 'paused' },
    });
  });
});

describe('uploads that are kept', () => {
  it('are offered while something is left of them, and forgotten when told', async () => {
    const test = await connected();
    test.simulator.faults.add({ kind: 422, method: 'POST' });
    const upload = await started(test, 2);
    await until(test, upload, isEnded);
    await test.uploads.end();
    const again = await nextStart(test);
    const [kept] = (await again.get('upload.list', {})).uploads;
    expect(kept).toMatchObject({
      id: upload,
      organization: { name: 'Acme' },
      state: { kind: 'ended', how: 'finished' },
      counts: { created: 1, failed: 1 },
      needsPasswords: false,
      isResumable: false,
    });
    const { rows } = await again.get('upload.rows', { upload, from: 0 });
    expect(rows.find(({ state }) => state === 'failed')).toMatchObject({ reason: 'notAccepted' });
    await again.get('upload.forget', { upload });
    expect(await journalsOf(test)).toEqual([]);
    expect(await again.ask('upload.show', { upload })).toMatchObject({ failure: { code: 'run.gone' } });
  });

  it('are named where their journal cannot be read, and kept until somebody deletes it', async () => {
    const test = await connected();
    test.simulator.faults.add({ kind: 422, method: 'POST' });
    const upload = await started(test, 2);
    await until(test, upload, isEnded);
    await test.uploads.end();
    const path = join(test.folder, '.user-data', 'uploads', `${upload}.jsonl`);
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    await writeFile(path, bytes);
    const again = await nextStart(test);
    expect(await again.get('upload.list', {})).toMatchObject({
      uploads: [],
      unreadable: [{ id: upload, path, why: { code: 'record.damaged', facts: { line: 1 } } }],
    });
    expect(await readFile(path)).toEqual(bytes);
    await again.get('upload.forget', { upload });
    expect(await again.get('upload.list', {})).toEqual({ uploads: [], unreadable: [] });
  });

  it('are offered no more when nothing is left of them, and removed at the next start', async () => {
    const test = await connected({ latency: 20 });
    const upload = await started(test, 2);
    expect((await test.get('upload.list', {})).uploads).toMatchObject([{ state: { kind: 'running' } }]);
    await until(test, upload, isEnded);
    expect((await test.get('upload.list', {})).uploads).toEqual([]);
    // Its window may show and save the report yet, which says when it was last written.
    const before = new Date('2026-01-02T03:04:05.000Z');
    await utimes(join(test.folder, '.user-data/uploads', `${upload}.jsonl`), before, before);
    const left = { isResumable: false, writtenAt: before.toISOString() };
    expect(await test.get('upload.show', { upload })).toMatchObject(left);
    await test.uploads.end();
    const again = await nextStart(test);
    expect((await again.get('upload.list', {})).uploads).toEqual([]);
    expect(await journalsOf(test)).toEqual([]);
  });

  it('security 5: left on another computer go on here where that is wanted, and not unasked', async () => {
    const test = await connected({ latency: 20 });
    const upload = await started(test, 6);
    await test.uploads.end();
    const [journal = ''] = await journalsOf(test);
    const lock = join(test.folder, '.user-data/uploads', `${journal}.lock`);
    await writeFile(lock, JSON.stringify({ id: '0'.repeat(16), name: 'BERT-PC' }));
    const again = await nextStart(test);
    expect(await again.ask('upload.reopen', { upload, anyway: false })).toMatchObject({
      failure: { code: 'record.heldElsewhere', facts: { computer: 'BERT-PC' } },
    });
    const { handing } = await again.get('upload.reopen', { upload, anyway: true });
    const passwords = linesOf(Array.from({ length: 6 }, (_, place) => ({ place, password: PASSWORD })));
    await again.get('upload.passwords', { handing, passwords });
    await again.get('upload.start', { handing });
    expect((await until(again, upload, isEnded)).counts.created).toBe(6);
  });

  it('security 25: go on with no other key, and with no organization that is gone', async () => {
    const test = await connected({ latency: 20 });
    const upload = await started(test, 6);
    await test.uploads.end();
    const again = await nextStart(test);
    const { organization } = test;
    await again.get('credentials.set', { organization, key: 'another-key', secret: SECRET });
    const { handing } = await again.get('upload.reopen', { upload, anyway: false });
    expect(await again.ask('upload.start', { handing })).toMatchObject({
      failure: { code: 'upload.otherAccount' },
    });
    await again.get('organization.remove', { organization });
    expect(await again.ask('upload.reopen', { upload, anyway: false })).toMatchObject({
      failure: { code: 'run.noOrganization' },
    });
  });
});
