import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Desktop, expect, test } from '../harness/electron.ts';

/** How the window stands, as the system has it. */
async function standing(desktop: Desktop) {
  return desktop.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('There is no window');
    return {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
      zoomFactor: Math.round(window.webContents.getZoomFactor() * 100) / 100,
    };
  });
}

/** Where a window of the usual size begins in the middle of the virtual screen, in pixels from above, without a frame. */
const UNFRAMED_TOP = (1000 - 800) / 2;

const topOf = async (desktop: Desktop): Promise<number> => (await standing(desktop)).bounds.y;

/** Closes the window as its user does, and waits until the app has ended. */
async function close(desktop: Desktop): Promise<void> {
  await desktop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await desktop.ended();
}

test.describe('the window opens as it was left', () => {
  test('with its size, its place and its zoom', async ({ desktop }) => {
    const page = await desktop.start();
    const first = await standing(desktop);
    // A window manager draws its frame by and by, on a busy machine late; whoever moves a window has seen it.
    if (desktop.display.noKeys === null)
      await expect.poll(() => topOf(desktop)).toBeGreaterThan(UNFRAMED_TOP);
    await page.waitForTimeout(1000);
    expect(first).toMatchObject({ isMaximized: false, isFullScreen: false, zoomFactor: 1 });
    await desktop.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ x: 180, y: 120, width: 1000, height: 640 });
      window?.webContents.setZoomLevel(1);
    });
    await page.waitForTimeout(1000);
    const left = await standing(desktop);
    await close(desktop);
    await desktop.start();
    await expect.poll(() => standing(desktop)).toEqual({ ...left, zoomFactor: 1.2 });
    // A frame that the system draws around it must not make it wander from start to start.
    await close(desktop);
    await desktop.start();
    await expect.poll(() => standing(desktop)).toEqual({ ...left, zoomFactor: 1.2 });
  });

  test('maximized, and with the size that it has otherwise', async ({ desktop }) => {
    test.skip(desktop.display.noKeys !== null, desktop.display.noKeys ?? '');
    const page = await desktop.start();
    await desktop.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 180, y: 120, width: 1000, height: 640 });
    });
    // The window answers what it asked for; the page, what the system made of it.
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1000);
    await desktop.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.maximize();
    });
    await expect.poll(async () => (await standing(desktop)).isMaximized).toBe(true);
    await close(desktop);
    await desktop.start();
    await expect.poll(async () => (await standing(desktop)).isMaximized).toBe(true);
    await desktop.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.unmaximize();
    });
    await expect
      .poll(async () => (await standing(desktop)).bounds)
      .toMatchObject({ width: 1000, height: 640 });
  });
});

test.describe('the window opens where it can be seen', () => {
  const remembered = (desktop: Desktop) => join(desktop.userData, 'window-state.json');

  test('although its screen is gone', async ({ desktop }) => {
    const state = { bounds: { x: 5000, y: -3000, width: 1000, height: 640 }, mode: 'normal', zoomLevel: 0 };
    await writeFile(remembered(desktop), JSON.stringify(state));
    await desktop.start();
    const { bounds } = await standing(desktop);
    expect(bounds).toMatchObject({ width: 1000, height: 640 });
    expect([bounds.x >= 0, bounds.y >= 0, bounds.x + 1000 <= 1600, bounds.y + 640 <= 1000]).toEqual(
      Array(4).fill(true),
    );
  });

  test('although what is remembered cannot be read, which is kept beside', async ({ desktop }) => {
    await writeFile(remembered(desktop), '{"bounds":');
    await desktop.start();
    expect((await standing(desktop)).bounds).toMatchObject({ width: 1280, height: 800 });
    await close(desktop);
    expect(JSON.parse(await readFile(remembered(desktop), 'utf8'))).toMatchObject({ mode: 'normal' });
  });
});
