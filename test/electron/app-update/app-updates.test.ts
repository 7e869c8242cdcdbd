import { EventEmitter } from 'node:events';
import type { AppUpdater } from 'electron-updater';
import { CancellationToken } from 'electron-updater/out/types.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppUpdates, type Library, lookDaily } from '../../../electron/app-update/app-updates.ts';
import type { LogEntry } from '../../../shared/app/diagnostics.ts';
import type { AppUpdateState } from '../../../shared/contract/app-update-calls.ts';

type Check = Awaited<ReturnType<AppUpdater['checkForUpdates']>>;

/** What the library answers of a version, in its own types. */
function found(version: string, isUpdateAvailable = true): Check {
  const updateInfo = { version, files: [], path: '', sha512: '', releaseDate: '' };
  return { isUpdateAvailable, updateInfo, versionInfo: updateInfo };
}

interface Step<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

/** Updates on a stand-in for the library, whose steps end when the test says so. */
function standIn() {
  const events = new EventEmitter();
  const looks: Step<Check>[] = [];
  const downloads: Step<string[]>[] = [];
  const done: string[] = [];
  const later = <Value>(steps: Step<Value>[]): Promise<Value> =>
    new Promise((resolve, reject) => steps.push({ resolve, reject }));
  const updater: Library['updater'] = {
    autoInstallOnAppQuit: false,
    // The emitter takes whatever the library's typed one does.
    on: events.on.bind(events) as AppUpdater['on'],
    checkForUpdates: () => later(looks),
    downloadUpdate: (token) => {
      const made = later(downloads);
      token?.on('cancel', () => downloads.at(-1)?.reject(new Error('cancelled')));
      return made;
    },
    quitAndInstall: (...given) => void done.push(`install ${given.join()}`),
  };
  const log: LogEntry[] = [];
  const load = vi.fn(() => Promise.resolve({ updater, makeToken: () => new CancellationToken() }));
  const updates = new AppUpdates({
    load,
    log: { write: (entry) => log.push(entry) },
    quit: () => void done.push('quit'),
  });
  const told: AppUpdateState['kind'][] = [];
  updates.follow(({ kind }) => told.push(kind));
  return { events, looks, downloads, done, updater, log, load, updates, told };
}

/** Updates that have found a version. */
async function available() {
  const made = standIn();
  const looked = made.updates.look(false);
  await vi.advanceTimersByTimeAsync(0);
  made.looks[0]?.resolve(found('0.2.0'));
  await looked;
  return made;
}

/** Updates with a version that the user has had downloaded. */
async function ready() {
  const made = await available();
  const downloaded = made.updates.download();
  await vi.advanceTimersByTimeAsync(0);
  made.downloads[0]?.resolve([]);
  await downloaded;
  return made;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('updates', () => {
  it('load nothing until they look, and once', async () => {
    const { load, looks, updates, told } = standIn();
    expect(load).not.toHaveBeenCalled();
    const both = Promise.all([updates.look(false), updates.look(true)]);
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toHaveLength(1);
    looks[0]?.resolve(found('0.1.0', false));
    await both;
    expect(load).toHaveBeenCalledTimes(1);
    // Somebody waited for what was asked already.
    expect(told).toEqual(['looking', 'newest']);
  });

  it('say nothing of a library that cannot be loaded but to who asked', async () => {
    const { load, updates, log } = standIn();
    load.mockRejectedValueOnce(new Error('gone'));
    await updates.look(true);
    expect(updates.state).toMatchObject({ kind: 'failed', failure: { code: 'appUpdate.unreachable' } });
    expect(log).toHaveLength(1);
  });

  it('security 30: may be installed on quitting from the user’s word on, and no longer when it is taken back', async () => {
    const { updates, downloads, updater } = await available();
    expect(updater.autoInstallOnAppQuit).toBe(false);
    const downloading = updates.download();
    void updates.download();
    await vi.advanceTimersByTimeAsync(0);
    expect(downloads).toHaveLength(1);
    expect(updater.autoInstallOnAppQuit).toBe(true);
    updates.stop();
    await downloading;
    expect(updates.state).toEqual({ kind: 'available', version: '0.2.0' });
    expect(updater.autoInstallOnAppQuit).toBe(false);
  });

  it('show how far the download is', async () => {
    const { updates, downloads, events } = await available();
    const downloading = updates.download();
    await vi.advanceTimersByTimeAsync(0);
    events.emit('download-progress', { percent: 41.7 });
    expect(updates.state).toEqual({ kind: 'downloading', version: '0.2.0', percent: 41 });
    downloads[0]?.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await downloading;
    expect(updates.state).toMatchObject({
      kind: 'failed',
      version: '0.2.0',
      failure: { code: 'appUpdate.notDownloaded' },
    });
  });

  it('say where a Mac app must be moved to that runs from a disk image or translocated', async () => {
    const { updates, events } = await ready();
    events.emit(
      'error',
      new Error(
        'Cannot update while running on a read-only volume. The application is on a read-only volume.',
      ),
    );
    expect(updates.state).toMatchObject({ kind: 'failed', failure: { code: 'appUpdate.readOnly' } });
  });

  it('security 30: take the system’s no, which macOS says after the download', async () => {
    const { updates, events, updater, log } = await ready();
    expect(updates.state.kind).toBe('ready');
    events.emit('error', new Error('Code signature did not pass validation'));
    expect(updates.state).toMatchObject({ kind: 'failed', failure: { code: 'appUpdate.refused' } });
    expect(updater.autoInstallOnAppQuit).toBe(false);
    expect(log).toEqual([{ kind: 'failure', place: 'appUpdate.download', code: 'appUpdate.refused' }]);
  });

  it('end the app to install, install when all has ended, and end it anyhow where the system does not', async () => {
    const { updates, done } = await ready();
    updates.restart();
    expect(done).toEqual(['quit']);
    updates.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['quit', 'install true,true']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual(['quit', 'install true,true', 'quit']);
  });

  it('leave the end of the app as it is where nothing is to be restarted', async () => {
    const { updates, done } = await ready();
    updates.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual(['quit']);
    const { updates: none, done: nothing } = standIn();
    none.restart();
    expect(nothing).toEqual([]);
  });

  it('tell nobody who has stopped listening', async () => {
    const { updates } = standIn();
    const listener = vi.fn();
    updates.follow(listener)();
    void updates.look(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(listener).not.toHaveBeenCalled();
  });
});

it('looks a minute after the start and once a day, unasked, until it is stopped', () => {
  const look = vi.fn<(asked: boolean) => Promise<void>>(() => Promise.resolve());
  const stop = lookDaily({ look });
  vi.advanceTimersByTime(59_000);
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(look.mock.calls).toEqual([[false]]);
  vi.advanceTimersByTime(3 * 24 * 60 * 60_000);
  expect(look).toHaveBeenCalledTimes(4);
  stop();
  vi.advanceTimersByTime(3 * 24 * 60 * 60_000);
  expect(look).toHaveBeenCalledTimes(4);
});
