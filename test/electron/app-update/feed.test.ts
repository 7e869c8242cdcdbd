import { access, chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AppUpdates } from '../../../electron/app-update/app-updates.ts';
import { makeUpdater } from '../../../electron/app-update/make-updater.ts';
import type { LogEntry } from '../../../shared/app/diagnostics.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { standInForElectron } from './electron-here.ts';
import { describeRelease, type Feed, startFeed } from './feed.ts';

beforeAll(standInForElectron);

/** An installer that can be run here, and tells how it was. */
const installer = (note: string): Buffer =>
  Buffer.from(`#!/bin/sh\necho "$@" > "${note}"\n# ${'x'.repeat(200_000)}\n`);

/** Rollcall 0.1.0 on Windows as far as the library can tell, with the real library on a feed of its own. */
async function installed({ signed = true } = {}) {
  const folder = await temporaryFolder();
  const feed = await startFeed();
  await mkdir(join(folder, 'data'));
  await writeFile(
    join(folder, 'app-update.yml'),
    'publisherName: [CN=Rollcall]\nupdaterCacheDirName: rollcall-updater\n',
  );
  const quits: ((exitCode: number) => void)[] = [];
  const app: AppAdapter = {
    ...{ version: '0.1.0', name: 'rollcall', isPackaged: true },
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    ...{ userDataPath: join(folder, 'data'), baseCachePath: join(folder, 'cache') },
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: (handler) => void quits.push(handler),
  };
  const log: LogEntry[] = [];
  const library = makeUpdater({ kind: 'on', platform: 'win32', feed: feed.url }, app);
  const { updater } = library;
  expect(updater).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false, allowDowngrade: false });
  if (!(updater instanceof NsisUpdater)) throw new Error('Not the updater of Windows');
  const verified: string[] = [];
  // There is no Authenticode here: `verify-signed.test.ts` has that.
  updater.verifyUpdateCodeSignature = (publishers, path) => {
    verified.push(`${publishers.join()} ${path.startsWith(folder)}`);
    return Promise.resolve(signed ? null : 'somebody else');
  };
  const updates = new AppUpdates({
    load: () => Promise.resolve(library),
    log: { write: (entry) => log.push(entry) },
    quit: () => undefined,
  });
  const pending = join(folder, 'cache/rollcall-updater/pending');
  return {
    ...{ folder, feed, updates, log, verified, pending },
    quit: () => {
      for (const handler of quits) handler(0);
    },
    downloaded: () => readdir(pending).catch(() => []),
    kept: () => readdir(join(folder, 'data')),
    note: join(folder, 'installed.txt'),
  };
}

function offer(feed: Feed, version: string, content: Buffer, url?: string): void {
  feed.files.set('/updates/latest.yml', describeRelease(version, content, url));
  feed.files.set('/updates/Rollcall-setup.exe', content);
}

const failure = (code: string, version: string | null) => ({ kind: 'failed', version, failure: { code } });

describe('looking for a newer version, by electron-updater itself', () => {
  it('finds a newer one and downloads nothing', async () => {
    const { feed, updates, kept } = await installed();
    offer(feed, '0.2.0', Buffer.from('x'));
    await updates.look(false);
    expect(updates.state).toEqual({ kind: 'available', version: '0.2.0' });
    expect(feed.asked.map(({ path }) => path)).toEqual(['/updates/latest.yml']);
    // Neither is this computer given a number, nor told from others.
    expect(await kept()).toEqual([]);
    expect(Object.keys(feed.asked[0]?.headers ?? {}).sort()).not.toContain('x-user-staging-id');
  });

  it.each(['0.1.0', '0.0.9', '0.2.0-beta.1', '1.0.0-alpha'])('does not offer %s', async (version) => {
    const { feed, updates } = await installed();
    offer(feed, version, Buffer.from('x'));
    await updates.look(true);
    expect(updates.state).toEqual({ kind: 'newest' });
  });

  it.each([
    ['no YAML', '}{: ['],
    ['a word', 'hello'],
    ['nothing', ''],
    ['no version', 'files: []'],
    ['a version that is none', 'version: newest'],
    ['null', 'null'],
    ['a page', '<!doctype html><title>Sign in</title>'],
  ])('says that the feed makes no sense where it is %s', async (_, text) => {
    const { feed, updates, log } = await installed();
    feed.files.set('/updates/latest.yml', text);
    await updates.look(true);
    expect(updates.state).toMatchObject(failure('appUpdate.unreadable', null));
    expect(log).toEqual([{ kind: 'failure', place: 'appUpdate.look', code: 'appUpdate.unreadable' }]);
  });

  it('offers a version to everybody, and counts nobody to do so', async () => {
    const { feed, updates, kept } = await installed();
    const staged = `${describeRelease('0.2.0', Buffer.from('x'))}stagingPercentage: 0\n`;
    feed.files.set('/updates/latest.yml', staged);
    await updates.look(false);
    expect(updates.state).toEqual({ kind: 'available', version: '0.2.0' });
    expect(await kept()).toEqual([]);
  });

  it('says that it cannot be reached, and says nothing unasked', async () => {
    const { feed, updates, log } = await installed();
    feed.files.set('/updates/latest.yml', (response) => void response.destroy());
    await updates.look(false);
    expect(updates.state).toEqual({ kind: 'idle' });
    await updates.look(true);
    expect(updates.state).toMatchObject(failure('appUpdate.unreachable', null));
    expect(log).toHaveLength(2);
  });
});

describe('getting it', () => {
  it('security 30: installs on quitting what was downloaded, checked and wanted, and not before', async () => {
    const { feed, updates, verified, quit, note, pending } = await installed();
    offer(feed, '0.2.0', installer(note));
    await updates.look(false);
    const percents: number[] = [];
    updates.follow((state) => state.kind === 'downloading' && percents.push(state.percent));
    await updates.download();
    expect(updates.state).toEqual({ kind: 'ready', version: '0.2.0' });
    expect(percents.at(-1)).toBe(100);
    expect(verified).toEqual(['CN=Rollcall true']);
    await expect(access(note)).rejects.toThrow();
    // Windows runs it by its name; here it must be allowed to.
    await chmod(join(pending, 'Rollcall-setup.exe'), 0o700);
    quit();
    await vi.waitFor(async () => {
      expect(await readFile(note, 'utf8')).toBe('--updated /S\n');
    });
  });

  const refused: [string, string, (feed: Feed) => void, boolean][] = [
    [
      'differs from its checksum',
      'appUpdate.refused',
      (feed) => feed.files.set('/updates/Rollcall-setup.exe', 'evil'),
      true,
    ],
    ['is signed by somebody else', 'appUpdate.refused', () => undefined, false],
    [
      'is at another place',
      'appUpdate.unreadable',
      (feed) => {
        offer(feed, '0.2.0', Buffer.from('x'), 'http://localhost:9/Rollcall-setup.exe');
      },
      true,
    ],
    [
      'is an installer that fetches the rest by itself',
      'appUpdate.unreadable',
      (feed) => {
        const description = String(feed.files.get('/updates/latest.yml'));
        const packages = `packages:\n  ${process.arch}: { path: rest.7z, sha512: x, size: 1 }\n`;
        feed.files.set('/updates/latest.yml', description + packages);
      },
      true,
    ],
    [
      'is led to elsewhere by a redirect',
      'appUpdate.notDownloaded',
      (feed) =>
        feed.files.set('/updates/Rollcall-setup.exe', (response) => {
          response.writeHead(302, { location: '/updates/other.exe' }).end();
        }),
      true,
    ],
    [
      'is led to elsewhere by a header',
      'appUpdate.unreadable',
      (feed) =>
        feed.files.set('/updates/Rollcall-setup.exe', (response) => {
          response.writeHead(200, { location: 'http://localhost:9/other.exe' }).end('x');
        }),
      true,
    ],
  ];
  it.each(refused)(
    'security 21, 30: refuses what %s, keeps nothing of it, and installs nothing',
    async (_, code, change, signed) => {
      const { feed, updates, log, quit, downloaded, note } = await installed({ signed });
      const content = installer(note);
      feed.files.set('/updates/other.exe', content);
      offer(feed, '0.2.0', content);
      change(feed);
      await updates.look(false);
      await updates.download();
      expect(updates.state).toMatchObject(failure(code, '0.2.0'));
      expect(log).toEqual([{ kind: 'failure', place: 'appUpdate.download', code }]);
      expect(await downloaded()).toEqual([]);
      expect(feed.asked.map(({ path }) => path)).not.toContain('/updates/other.exe');
      quit();
      await expect(access(note)).rejects.toThrow();
    },
  );

  it('stops when the user says so, keeps nothing that could be installed, and downloads again when asked to', async () => {
    const { feed, updates, quit, downloaded, note } = await installed();
    const content = installer(note);
    offer(feed, '0.2.0', content);
    feed.files.set('/updates/Rollcall-setup.exe', (response) => {
      response.writeHead(200, { 'content-length': content.length }).write(content.subarray(0, 1000));
      updates.stop();
    });
    await updates.look(false);
    await updates.download();
    expect(updates.state).toEqual({ kind: 'available', version: '0.2.0' });
    // What was begun is overwritten the next time.
    expect((await downloaded()).filter((name) => !name.startsWith('temp-'))).toEqual([]);
    quit();
    await expect(access(note)).rejects.toThrow();
    offer(feed, '0.2.0', content);
    await updates.download();
    expect(updates.state).toEqual({ kind: 'ready', version: '0.2.0' });
  });
});
