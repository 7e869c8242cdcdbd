import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../electron/host/host.ts';
import { connectHost } from '../../renderer/host.ts';
import { type Bridge, CONTRACT } from '../../shared/contract/contract.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { TEXT_SLICE } from '../../shared/text/plain-text.ts';
import { type TestServer, testServer } from '../electron/web-host/test-server.ts';

const file = { handle: 'a'.repeat(24), name: 'a.txt', folder: '/rosters' };
const realFetch = globalThis.fetch;
const gone = failure(failed('host.gone', {}));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('by IPC', () => {
  function bridge(answer: (channel: string, request: unknown) => unknown) {
    const listeners = new Set<(event: unknown) => void>();
    const calls = Object.keys(CONTRACT).map((channel) => [
      channel,
      (request: unknown) => Promise.resolve().then(() => answer(channel, request)),
    ]);
    const rollcall: Bridge<File> = {
      calls: Object.fromEntries(calls) as Bridge<File>['calls'],
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      fileFromDrop: (dropped) => Promise.resolve().then(() => answer('drop', dropped.name)),
    };
    vi.stubGlobal('window', { rollcall });
    return (event: unknown) => {
      for (const listener of listeners) listener(event);
    };
  }

  it('passes calls on and answers what the host answered', async () => {
    bridge((channel, request) => success({ slice: `${channel} ${JSON.stringify(request)}`, next: null }));
    const host = await connectHost();
    const request = { text: file.handle, from: 0 };
    expect(await host.call('text.read', request)).toEqual(
      success({ slice: `text.read ${JSON.stringify(request)}`, next: null }),
    );
  });

  it.each([
    undefined,
    null,
    'x',
    { ok: true },
    success({ slice: 1, next: null }),
    { ok: false, failure: {} },
  ])('an answer that breaks the contract is a failure: %j', async (answer) => {
    bridge(() => answer);
    const host = await connectHost();
    expect(await host.call('text.read', { text: file.handle, from: 0 })).toMatchObject({
      failure: { code: 'host.failed' },
    });
    expect(await host.fileFromDrop(new File([], 'a.txt'))).toMatchObject({
      failure: { code: 'host.failed' },
    });
  });

  it('a host that has gone', async () => {
    bridge(() => {
      throw new Error('the other side is gone');
    });
    const host = await connectHost();
    expect(await host.call('app.ping', {})).toEqual(gone);
    expect(await host.fileFromDrop(new File([], 'a.txt'))).toEqual(gone);
  });

  it('hears the host’s events, and only such, until it stops listening', async () => {
    const say = bridge(() => success({}));
    const host = await connectHost();
    const listener = vi.fn();
    const stop = host.onEvent(listener);
    say({ kind: 'command', command: 'file.save' });
    say({ kind: 'format', disk: 'C:' });
    stop();
    say({ kind: 'closeRequested' });
    expect(listener.mock.calls).toEqual([[{ kind: 'command', command: 'file.save' }]]);
  });

  it('learns of a dropped file from the preload', async () => {
    bridge((_channel, name) => success({ ...file, name }));
    const host = await connectHost();
    expect(await host.fileFromDrop(new File([], 'b.txt'))).toEqual(success({ ...file, name: 'b.txt' }));
  });
});

describe('by HTTP', () => {
  let server: TestServer;
  let page: Page;

  beforeEach(async () => {
    server = await testServer();
    page = openPage(server.host, `#launch=${server.sessions.issueLaunch()}`);
  });

  it('security 28: enters with the launch token, and leaves no token in address or storage', async () => {
    const host = await connectHost();
    expect(await host.call('app.ping', {})).toEqual(success({}));
    expect(page.location.hash).toBe('');
    expect([...page.storage]).toEqual([]);
    expect(server.heard).toEqual(['enter', 'call']);
  });

  it('security 28: a reloaded page enters again, and so does the one after it', async () => {
    await connectHost();
    for (let reloads = 0; reloads < 2; reloads += 1) {
      await page.hide();
      expect(page.storage.size).toBe(1);
      const host = await connectHost();
      expect([...page.storage]).toEqual([]);
      expect(await host.call('app.ping', {})).toEqual(success({}));
    }
  });

  it('security 28: a page that goes before it has entered leaves its token to the next one alone', async () => {
    await connectHost();
    await page.hide();
    const [[key, token] = []] = page.storage;
    const again = openPage(server.host, '');
    again.storage.set(key ?? '', token ?? '');
    const entering = connectHost();
    expect([...again.storage]).toEqual([]);
    await again.hide();
    expect([...again.storage]).toEqual([[key, token]]);
    await entering;
    const host = await connectHost();
    expect(await host.call('app.ping', {})).toEqual(success({}));
    expect([...again.storage]).toEqual([]);
  });

  it('security 28: a copied address enters nowhere', async () => {
    const address = page.location.hash;
    await connectHost();
    openPage(server.host, address);
    const stranger = await connectHost();
    expect(await stranger.call('app.ping', {})).toEqual(gone);
  });

  it('says that the host has gone when there is none, and when another page has taken over', async () => {
    const first = await connectHost();
    await page.hide();
    const second = await connectHost();
    expect(await first.call('app.ping', {})).toEqual(gone);
    expect(await second.call('app.ping', {})).toEqual(success({}));
    await server.server.close();
    expect(await second.call('app.ping', {})).toEqual(gone);
  });

  it('hands over a dropped file in slices, byte by byte the same', async () => {
    const host = await connectHost();
    const bytes = Uint8Array.from({ length: 2_000_000 }, (_, index) => (index * 7919) % 251);
    const slices: string[] = [];
    server.answer.mockImplementation(takeSlices(slices));
    const handed = await host.fileFromDrop(new File([bytes], 'a.txt'));
    expect(handed).toEqual(success({ ...file, folder: '' }));
    expect(slices.length).toBeGreaterThan(2);
    expect(Math.max(...slices.map((slice) => slice.length))).toBe(TEXT_SLICE);
    expect(Buffer.concat(slices.map((slice) => Buffer.from(slice, 'base64'))).equals(bytes)).toBe(true);
  });

  it('says that a dropped folder cannot be read', async () => {
    const host = await connectHost();
    server.answer.mockImplementation(takeSlices([]));
    const folder = new File(['x'], 'rosters');
    vi.spyOn(folder, 'slice').mockReturnValue(UNREADABLE);
    expect(await host.fileFromDrop(folder)).toMatchObject({ failure: { code: 'file.readFailed' } });
  });
});

const UNREADABLE = new Blob(['x']);

function takeSlices(slices: string[]): Host['answer'] {
  return (channel, payload) => {
    if (channel === 'drop.begin') return Promise.resolve(success({ file: { ...file, folder: '' } }));
    // As the contract says; the door that parses it is not part of this test.
    slices.push((payload as { base64: string }).base64);
    return Promise.resolve(success({}));
  };
}

interface Page {
  readonly location: { hash: string; pathname: string };
  readonly storage: Map<string, string>;
  /** Hides it, as a browser does before it loads another in its place. */
  hide(): Promise<void>;
}

/** As much of a browser's page as the session with the host touches, over a real connection. */
function openPage(host: string, hash: string): Page {
  const location = { hash, pathname: '/' };
  const storage = new Map<string, string>();
  const events = new EventTarget();
  let leaving: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('window', {});
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { replaceState: () => (location.hash = '') });
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => undefined) } });
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
  vi.stubGlobal('FileReader', TestReader);
  vi.stubGlobal('fetch', (path: string, { headers, ...options }: RequestInit) => {
    const answer = realFetch(`http://${host}${path}`, {
      ...options,
      headers: { ...(headers as Record<string, string>), Origin: `http://${host}` },
    });
    if (path === '/leave') leaving = answer;
    return answer;
  });
  const hide = async (): Promise<void> => {
    events.dispatchEvent(new Event('pagehide'));
    await leaving;
  };
  return { location, storage, hide };
}

/** A `FileReader` for Node, which has none. */
class TestReader {
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  result = '';

  readAsDataURL(blob: Blob): void {
    if (blob === UNREADABLE) {
      setTimeout(() => this.onerror?.());
      return;
    }
    void blob.arrayBuffer().then((bytes) => {
      this.result = `data:;base64,${Buffer.from(bytes).toString('base64')}`;
      this.onload?.();
    });
  }
}
