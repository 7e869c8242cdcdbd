import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { logFailures } from '../../../electron/host/dispatcher.ts';
import { diagnose, isInUse, removeLocalData } from '../../../electron/host/support-handlers.ts';
import { startEntry } from '../../../electron/system/support-log.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import type { LogEntry } from '../../../shared/app/diagnostics.ts';
import { dataIn } from './support-here.ts';
import { temporaryFolder } from './temporary.ts';

describe('the log of calls that fail', () => {
  function listening(answer: ReturnType<typeof failure> | ReturnType<typeof success>, isRemoved = false) {
    const entries: LogEntry[] = [];
    const asked: unknown[] = [];
    const log = {
      write: (entry: LogEntry) => void entries.push(entry),
      tail: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    const dispatch = logFailures(
      (channel) => {
        asked.push(channel);
        return Promise.resolve(answer as ReturnType<typeof success>);
      },
      log,
      () => isRemoved,
    );
    return { dispatch, entries, asked };
  }

  it('logs which call failed and how, and neither what worked nor what was stopped', async () => {
    const broken = listening(failure(failed('file.empty', { name: 'a.txt' })));
    await broken.dispatch('file.open', {});
    expect(broken.entries).toEqual([{ kind: 'failure', place: 'file.open', code: 'file.empty' }]);
    for (const channel of ['no.such.call', 7, '__proto__']) await broken.dispatch(channel, {});
    expect(broken.entries).toHaveLength(1);
    for (const answer of [success({}), failure(failed('cancelled', {}))]) {
      const quiet = listening(answer);
      expect(await quiet.dispatch('file.open', {})).toBe(answer);
      expect(quiet.entries).toEqual([]);
    }
  });

  it('opens for little more once the user’s data was removed', async () => {
    const { dispatch, asked, entries } = listening(success({}), true);
    expect(await dispatch('layout.write', {})).toMatchObject({ failure: { code: 'support.removed' } });
    for (const channel of ['app.close', 'app.ping', 'app.showDocument', 'support.removeData'])
      expect(await dispatch(channel, {})).toMatchObject({ ok: true });
    expect(asked).toEqual(['app.close', 'app.ping', 'app.showDocument', 'support.removeData']);
    expect(entries).toEqual([]);
  });
});

describe('diagnostics', () => {
  const running = {
    version: '1.2.3',
    window: 'browser',
    testServers: false,
    weakTls: false,
    updates: 'off',
  } as const;

  it('count what is kept by its names alone, and nothing beside', async () => {
    const userData = await temporaryFolder();
    for (const name of ['organizations', 'drafts', 'uploads']) await mkdir(join(userData, name));
    for (const name of [
      'organizations/0a1b.json',
      'organizations/0a1b.json.unreadable',
      'organizations/Acme.json',
      'drafts/x.jsonl',
      'drafts/x.jsonl.lock',
      'uploads/a.jsonl',
      'uploads/b.jsonl',
    ])
      await writeFile(join(userData, name), '');
    const { kept } = await diagnose({ ...running, userData: dataIn(userData) });
    expect(kept).toEqual({ organizations: 1, 'unsaved rosters': 1, uploads: 2 });
    const nowhere = await diagnose({ ...running, userData: dataIn(join(userData, 'nowhere')) });
    expect(nowhere.kept).toEqual({ organizations: 0, 'unsaved rosters': 0, uploads: 0 });
  });

  it('say the settings in words, and no value of the environment', async () => {
    const userData = await temporaryFolder();
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'ROLLCALL_USER_DATA']) vi.stubEnv(name, '');
    expect((await diagnose({ ...running, userData: dataIn(userData) })).settings).toEqual({
      'test servers': 'refused',
      certificates: 'checked',
      'proxy in the environment': 'no',
      'own data folder': 'no',
      updates: 'off',
    });
    vi.stubEnv('https_proxy', 'http://ana:secret@proxy');
    vi.stubEnv('ROLLCALL_USER_DATA', '/home/ana');
    const facts = await diagnose({
      ...running,
      testServers: true,
      weakTls: true,
      userData: dataIn(userData),
    });
    expect(facts.settings).toEqual({
      'test servers': 'allowed',
      certificates: 'not checked',
      'proxy in the environment': 'yes',
      'own data folder': 'yes',
      updates: 'off',
    });
    expect(JSON.stringify(facts)).not.toMatch(/secret|\/home\/ana/);
    expect(facts).toMatchObject({
      version: '1.2.3',
      window: 'browser',
      runtime: { node: process.versions.node },
    });
    expect(facts.system).toBe(`${process.platform} ${facts.system.split(' ')[1]} ${process.arch}`);
  });

  it('begin the log with the version and the system', () => {
    expect(startEntry('1.2.3', 'desktop')).toEqual({
      kind: 'start',
      version: '1.2.3',
      platform: process.platform,
      arch: process.arch,
      window: 'desktop',
    });
  });
});

describe('what is kept on this computer', () => {
  it('is in no use where nobody locks it, and goes without what is not Rollcall’s', async () => {
    const userData = await temporaryFolder();
    for (const name of ['drafts', 'credentials']) await mkdir(join(userData, name));
    for (const name of [
      'drafts/x.jsonl',
      'window-state.json',
      'window-state.json.old',
      'Cookies',
      'computer-identity',
    ])
      await writeFile(join(userData, name), '');
    expect(await isInUse(dataIn(userData))).toBe(false);
    expect(await removeLocalData(dataIn(userData))).toEqual(success(null));
    expect((await readdir(userData)).sort()).toEqual(['Cookies', 'computer-identity']);
    expect(await removeLocalData(dataIn(join(userData, 'nowhere')))).toEqual(success(null));
  });
});
