import { EventEmitter } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeWindow, WindowStateStore } from '../../../electron/shell/window-state.ts';
import { temporaryFolder } from '../host/temporary.ts';

const electron = vi.hoisted(() => ({ displays: [] as { id: number; workArea: unknown }[] }));
vi.mock('electron', () => ({
  screen: {
    getPrimaryDisplay: () => electron.displays[0],
    // The order in which a system lists them is its own.
    getAllDisplays: () => [...electron.displays].reverse(),
  },
}));

const area = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });
const laptop = area(0, 25, 1440, 875);
const right = area(1440, 0, 1920, 1080);
const above = area(-200, -1080, 1920, 1080);

describe('a window is placed', () => {
  it('in the middle of the main screen at first, and no larger', () => {
    expect(placeWindow(null, [laptop, right])).toEqual(area(80, 63, 1280, 800));
    expect(placeWindow(null, [area(0, 0, 1024, 600)])).toEqual(area(0, 0, 1024, 600));
  });

  it.each([
    ['as it was', area(100, 100, 1000, 640)],
    ['on another screen', area(1600, 50, 1000, 640)],
    ['on a screen above the main one', area(-150, -900, 1000, 640)],
  ])('%s', (_, was) => {
    expect(placeWindow(was, [laptop, right, above])).toEqual(was);
  });

  it.each([
    ['its screen is gone', area(1600, 50, 1000, 640), area(220, 143, 1000, 640)],
    ['only a corner of it would be seen', area(1380, 860, 1000, 640), area(220, 143, 1000, 640)],
    ['its screen is smaller by now', area(1600, 50, 1900, 1060), area(0, 25, 1440, 875)],
  ])('in the middle of the main screen when %s', (_, was, placed) => {
    expect(placeWindow(was, [laptop])).toEqual(placed);
  });

  it.each([
    ['it hung over an edge', area(1000, 600, 1000, 640), area(440, 260, 1000, 640)],
    ['the bar of the system is above it', area(-50, -10, 1000, 640), area(0, 25, 1000, 640)],
    // A scale of 150% makes of 1440 × 875 what is here.
    ['the system’s scale has changed', area(10, 30, 1400, 800), area(0, 25, 960, 570), area(0, 25, 960, 570)],
  ])('within its screen when %s', (_, was, placed, screen = laptop) => {
    expect(placeWindow(was, [screen])).toEqual(placed);
  });

  it('on the screen that shows most of it', () => {
    expect(placeWindow(area(1200, 100, 1000, 640), [laptop, right])).toEqual(area(1440, 100, 1000, 640));
    expect(placeWindow(area(700, 100, 1000, 640), [laptop, right])).toEqual(area(440, 100, 1000, 640));
  });

  it('without any screen, as on a server', () => {
    expect(placeWindow(null, [])).toEqual(area(0, 0, 1280, 800));
  });
});

/** A window of which Electron tells what a test says. */
function testWindow(bounds = area(10, 20, 1000, 640)) {
  const state = {
    bounds,
    isMinimized: false,
    isMaximized: false,
    isFullScreen: false,
    zoomLevel: 0,
    isGone: false,
  };
  const called: string[] = [];
  const window = Object.assign(new EventEmitter(), {
    isMinimized: () => state.isMinimized,
    isMaximized: () => state.isMaximized,
    isFullScreen: () => state.isFullScreen,
    isDestroyed: () => state.isGone,
    getNormalBounds: () => state.bounds,
    webContents: { getZoomLevel: () => state.zoomLevel },
    maximize: () => called.push('maximize'),
    show: () => called.push('show'),
    setFullScreen: (isFull: boolean) => called.push(`fullScreen ${isFull}`),
  });
  // The parts of a window that are used.
  return {
    window: window as unknown as BrowserWindow,
    emit: (name: string) => window.emit(name),
    state,
    called,
  };
}

async function stored(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, 'window-state.json'), 'utf8'));
}

describe('how the window stands is remembered', () => {
  beforeEach(() => {
    electron.displays = [{ id: 1, workArea: laptop }];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('from start to start: its place, how it is shown, and its zoom', async () => {
    const folder = await temporaryFolder();
    const first = new WindowStateStore(folder);
    await first.load();
    expect([first.place(), first.zoomLevel]).toEqual([area(80, 63, 1280, 800), 0]);
    const { window, emit, state } = testWindow(first.place());
    first.follow(window, first.place());
    state.bounds = area(110, 220, 1000, 640);
    emit('move');
    Object.assign(state, { isMaximized: true, zoomLevel: 1.5 });
    emit('close');
    await first.flush();
    const second = new WindowStateStore(folder);
    await second.load();
    expect([second.place(), second.zoomLevel]).toEqual([area(110, 220, 1000, 640), 1.5]);
    const next = testWindow();
    second.show(next.window);
    expect(next.called).toEqual(['maximize', 'show']);
  });

  it('in full screen, which begins when the window is shown', async () => {
    const folder = await temporaryFolder();
    const store = new WindowStateStore(folder);
    const { window, emit, state, called } = testWindow();
    store.follow(window, area(10, 20, 1000, 640));
    state.isFullScreen = true;
    emit('enter-full-screen');
    await store.flush();
    store.show(window);
    expect(called).toEqual(['show', 'fullScreen true']);
  });

  it('half a second after the last of many changes, once', async () => {
    const folder = await temporaryFolder();
    const store = new WindowStateStore(folder);
    const { window, emit, state } = testWindow();
    store.follow(window, state.bounds);
    for (let x = 100; x < 200; x += 10) {
      state.bounds = area(x, 20, 1000, 640);
      emit('move');
      vi.advanceTimersByTime(400);
    }
    await store.flush().then(() => undefined);
    expect(await stored(folder)).toMatchObject({ bounds: { x: 190 } });
    expect(await readdir(folder)).toEqual(['window-state.json']);
  });

  it('as it was before it was minimized', async () => {
    const folder = await temporaryFolder();
    const store = new WindowStateStore(folder);
    const { window, emit, state } = testWindow();
    store.follow(window, state.bounds);
    emit('resize');
    Object.assign(state, { isMinimized: true, bounds: area(0, 0, 1440, 900) });
    emit('resize');
    emit('close');
    await store.flush();
    expect(await stored(folder)).toMatchObject({ bounds: { width: 1000, height: 640 } });
  });

  it('without the frame that X11 adds to its place', async () => {
    const platform = Object.getOwnPropertyDescriptor(process, 'platform');
    const save = async (name: string): Promise<unknown> => {
      Object.defineProperty(process, 'platform', { value: name });
      const folder = await temporaryFolder();
      const store = new WindowStateStore(folder);
      const { window, emit, state } = testWindow(area(11, 40, 1000, 640));
      store.follow(window, area(10, 20, 1000, 640));
      emit('move');
      vi.advanceTimersByTime(500);
      state.bounds = area(111, 140, 1000, 640);
      emit('move');
      vi.advanceTimersByTime(500);
      await store.flush();
      return stored(folder);
    };
    try {
      expect(await save('linux')).toMatchObject({ bounds: { x: 110, y: 120 } });
      expect(await save('win32')).toMatchObject({ bounds: { x: 111, y: 140 } });
    } finally {
      if (platform) Object.defineProperty(process, 'platform', platform);
    }
  });

  it.each([
    ['at once, and it is closed right after', 0, 0, { x: 10, y: 20 }],
    ['late, by a busy system', 2000, 0, { x: 10, y: 20 }],
    ['late, and it is moved then', 2000, 100, { x: 110, y: 20 }],
    ['never, and it is moved by as much as a frame later on', 6000, 0, { x: 11, y: 40 }],
  ])('on X11, where its frame is drawn %s', async (_when, wait, moved, bounds) => {
    vi.stubGlobal('process', Object.create(process, { platform: { value: 'linux' } }));
    const folder = await temporaryFolder();
    const store = new WindowStateStore(folder);
    const { window, emit, state } = testWindow(area(10, 20, 1000, 640));
    store.follow(window, area(10, 20, 1000, 640));
    emit('blur');
    vi.advanceTimersByTime(wait);
    state.bounds = area(11, 40, 1000, 640);
    emit('move');
    if (moved > 0) {
      state.bounds = area(11 + moved, 40, 1000, 640);
      emit('move');
    }
    emit('close');
    await store.flush();
    expect(await stored(folder)).toMatchObject({ bounds });
  });

  it('no longer when the user’s data was removed', async () => {
    const folder = await temporaryFolder();
    const store = new WindowStateStore(folder);
    const { window, emit, state } = testWindow();
    store.follow(window, state.bounds);
    emit('move');
    await store.forget();
    emit('close');
    vi.advanceTimersByTime(1000);
    await store.flush();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['{"bounds":', '{"bounds":{"x":0,"y":0,"width":0,"height":640},"mode":"normal","zoomLevel":0}'])(
    'but not what cannot be understood, which is kept beside: %s',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'window-state.json'), text);
      const store = new WindowStateStore(folder);
      await store.load();
      expect(store.place()).toEqual(area(80, 63, 1280, 800));
      expect(await readdir(folder)).toEqual([expect.stringMatching(/^window-state\.json\.unreadable/)]);
    },
  );
});
