import { describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../../electron/shell/page-origin.ts';
import type { Host } from '../../../electron/host/host.ts';
import { listenForCalls } from '../../../electron/shell/serve-page.ts';

const electron = vi.hoisted(() => ({ handle: vi.fn() }));
vi.mock('electron', () => ({ ipcMain: { handle: electron.handle } }));

const OWN: Frame = { url: 'app://rollcall/', origin: 'app://rollcall', parent: null };
const WINDOW = 7;

type Wire = (event: { senderFrame: Frame | null; sender: { id: number } }, ...given: unknown[]) => unknown;

/** The door of one window, and how it is knocked at. */
function listening() {
  electron.handle.mockReset();
  const answer = vi.fn<Host['answer']>(() => Promise.resolve({ ok: true, value: null }));
  const dropped = vi.fn<Host['dropped']>(() => Promise.reject(new Error('not asked for')));
  const host: Host = {
    answer,
    dropped,
    openFile: () => undefined,
    leave: () => Promise.resolve(),
    end: () => Promise.resolve(),
  };
  listenForCalls((id) => (id === WINDOW ? host : null));
  const wires = new Map(electron.handle.mock.calls as [string, Wire][]);
  const knock = (wire: string, frame: Frame | null, id: number, ...given: unknown[]): unknown =>
    wires.get(wire)?.({ senderFrame: frame, sender: { id } }, ...given);
  return { answer, dropped, names: [...wires.keys()], knock };
}

const refused = { ok: false, failure: { code: 'call.refused' } };

describe('security 14: the one door of the app', () => {
  it('has two wires, and the page that fills its window is heard', async () => {
    const { answer, names, knock } = listening();
    expect(names).toEqual(['rollcall:call', 'rollcall:drop']);
    expect(await knock('rollcall:call', OWN, WINDOW, 'app.ping', {})).toEqual({ ok: true, value: null });
    expect(answer.mock.calls).toEqual([['app.ping', {}]]);
  });

  it.each<[string, Frame | null]>([
    ['a frame that is gone', null],
    ['a page without an address', { url: 'about:blank', origin: 'null', parent: null }],
    ['a page without an address that has its origin from ours', { ...OWN, url: 'about:blank' }],
    ['a page that has lost its origin', { ...OWN, origin: 'null' }],
    ['a frame in the page', { ...OWN, parent: OWN }],
    ['another origin', { url: 'https://example.com/', origin: 'https://example.com', parent: null }],
    ['another host of the scheme', { url: 'app://other/', origin: 'app://other', parent: null }],
    ['another file of the build', { ...OWN, url: 'app://rollcall/assets/a.js' }],
    ['an address that only begins alike', { ...OWN, url: 'app://rollcall.example/' }],
  ])('is shut for %s', (_, frame) => {
    const { answer, dropped, knock } = listening();
    expect(knock('rollcall:call', frame, WINDOW, 'app.ping', {})).toMatchObject(refused);
    expect(knock('rollcall:drop', frame, WINDOW, '/etc/passwd')).toMatchObject(refused);
    expect(answer).not.toHaveBeenCalled();
    expect(dropped).not.toHaveBeenCalled();
  });

  it('is shut for contents that are no window of ours', () => {
    const { answer, knock } = listening();
    expect(knock('rollcall:call', OWN, WINDOW + 1, 'app.ping', {})).toMatchObject(refused);
    expect(answer).not.toHaveBeenCalled();
  });

  it('looks at the frame at once: one that goes while the call is answered was there', () => {
    const { answer, knock } = listening();
    let looks = 0;
    const leaving: Frame = {
      parent: null,
      origin: OWN.origin,
      get url() {
        looks += 1;
        return OWN.url;
      },
    };
    void knock('rollcall:call', leaving, WINDOW, 'app.ping', {});
    expect([looks, answer.mock.calls.length]).toEqual([1, 1]);
  });

  it.each([undefined, null, 7, '', 'a.txt', '../a.txt', ['/a.txt'], { path: '/a.txt' }])(
    'takes no dropped thing that is no file’s whole path: %j',
    (path) => {
      const { dropped, knock } = listening();
      expect(knock('rollcall:drop', OWN, WINDOW, path)).toMatchObject(refused);
      expect(dropped).not.toHaveBeenCalled();
    },
  );
});
