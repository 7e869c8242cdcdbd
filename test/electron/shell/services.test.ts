import { describe, expect, it, vi } from 'vitest';
import { electronAccess, keepAwake } from '../../../electron/shell/services.ts';

const electron = vi.hoisted(() => ({
  fetch: vi.fn(),
  roomFetch: vi.fn(),
  fromPartition: vi.fn(),
  blocked: [] as string[],
}));
vi.mock('electron', () => ({
  net: { fetch: electron.fetch },
  safeStorage: {},
  powerSaveBlocker: {
    start: (what: string) => electron.blocked.push(what) + 40,
    stop: (id: number) => electron.blocked.push(`end of ${id}`),
  },
  screen: {},
  session: { fromPartition: electron.fromPartition },
}));

describe('security 16: the app’s requests', () => {
  it('are Electron’s own, which knows the system’s proxies and certificates, and none is Node’s', async () => {
    const node = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('Node was asked'));
    electron.fetch.mockImplementation(() => Promise.resolve(new Response('read')));
    electron.roomFetch.mockImplementation(() => Promise.resolve(new Response('written')));
    electron.fromPartition.mockReturnValue({
      fetch: electron.roomFetch,
      closeAllConnections: () => Promise.resolve(),
    });
    const { fetch, weakTls } = electronAccess('/nowhere');
    if (!fetch.ok) throw new Error('There is always one');
    const signal = AbortSignal.timeout(5000);
    const address = 'https://acme.api.stellaconnect.net/v2/employees';
    expect(await (await fetch.value(address, { method: 'GET', headers: {}, signal })).text()).toBe('read');
    expect(
      await (await fetch.value(address, { method: 'POST', headers: {}, signal, body: '{}' })).text(),
    ).toBe('written');
    expect(electron.fetch.mock.calls.map(([url]: unknown[]) => url)).toEqual([address]);
    expect(electron.roomFetch.mock.calls.map(([url]: unknown[]) => url)).toEqual([address]);
    // A session whose name does not begin with “persist:” is in memory alone.
    expect(electron.fromPartition.mock.calls).toEqual([
      [expect.not.stringMatching(/^persist:/), { cache: false }],
    ]);
    expect([node.mock.calls.length, weakTls]).toEqual([0, false]);
    node.mockRestore();
  });
});

it('keeps the computer awake, though not its screen', () => {
  const letSleep = keepAwake();
  expect(electron.blocked).toEqual(['prevent-app-suspension']);
  letSleep();
  expect(electron.blocked.at(-1)).toBe('end of 41');
});
