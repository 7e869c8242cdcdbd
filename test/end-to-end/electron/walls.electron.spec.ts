import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { type Desktop, expect, standIn, test } from '../harness/electron.ts';

/** Starts the app with nothing open. */
async function openStart(desktop: Desktop, ...switches: string[]): Promise<Page> {
  const page = await desktop.start(undefined, { arguments: switches });
  await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
  return page;
}

test('security 12, 13: the window has no Node in it, and opens no other window', async ({ desktop }) => {
  const page = await openStart(desktop);
  expect(page.url()).toBe('app://rollcall/');
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    ),
  ).toEqual([]);
  desktop.tolerate(/Not allowed to load local resource/);
  const opened = await standIn(desktop.app, 'shell', 'openExternal', undefined);
  const open = (address: string) => page.evaluate((to) => window.open(to) === null, address);
  for (const address of [
    'https://example.com/',
    'http://docs.medallia.com/',
    'file:///etc/passwd',
    'app://rollcall/',
  ])
    expect(await open(address)).toBe(true);
  expect(await opened()).toEqual([]);
  expect(await open('https://docs.medallia.com/en/agent-connect/')).toBe(true);
  await expect.poll(opened).toEqual([['https://docs.medallia.com/en/agent-connect/']]);
  expect(desktop.app.windows()).toHaveLength(1);
});

test('security 13: the window goes nowhere, by script, by link, by form or in a frame', async ({
  desktop,
}) => {
  const page = await openStart(desktop);
  // What the content policy blocks is said on the console.
  desktop.tolerate(/content policy|Content Security Policy|Refused to|Not allowed to/);
  await page.evaluate(() => Object.assign(globalThis, { before: true }));
  for (const address of [
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,gone',
    'app://rollcall/index.html',
  ])
    for (const way of ['script', 'link', 'form', 'frame'] as const)
      await page.evaluate(
        ({ address, way }) => {
          if (way === 'script') location.href = address;
          else {
            const tag = { link: 'a', form: 'form', frame: 'iframe' }[way];
            const element = document.createElement(tag);
            const attribute = { link: 'href', form: 'action', frame: 'src' }[way];
            element.setAttribute(attribute, address);
            document.body.append(element);
            if (element instanceof HTMLFormElement) element.submit();
            else element.click();
          }
        },
        { address, way },
      );
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => [location.href, 'before' in globalThis])).toEqual([
    'app://rollcall/',
    true,
  ]);
  const frames = await page.evaluate(() =>
    [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.body.innerHTML ?? null),
  );
  expect(frames.filter((html) => html !== null && html !== '')).toEqual([]);
});

test('security 13: the page has no permission but to put text on the clipboard', async ({ desktop }) => {
  // A microphone that is there, so that it is not missed.
  const page = await openStart(desktop, '--use-fake-device-for-media-stream');
  // The clipboard is of the page that has the focus.
  await page.locator('h1').click();
  const asked = await page.evaluate(async () => {
    const refusal = (asking: Promise<unknown>) =>
      asking.then(
        () => 'given',
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      );
    const place = new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => {
          resolve('given');
        },
        ({ code }) => {
          resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'NotAllowedError' : 'not found');
        },
      );
    });
    return {
      notifications: await Notification.requestPermission(),
      place: await place,
      microphone: await refusal(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refusal(navigator.mediaDevices.getDisplayMedia()),
      reading: await refusal(navigator.clipboard.readText()),
      writing: await refusal(navigator.clipboard.writeText('from the page')),
    };
  });
  const [notifications, refused, writing] = ['denied', 'NotAllowedError', 'given'];
  expect(asked).toEqual({
    notifications,
    place: refused,
    microphone: refused,
    screen: refused,
    reading: refused,
    writing,
  });
  expect(await desktop.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('from the page');
});

test('security 13: the page downloads nothing', async ({ desktop }) => {
  const page = await openStart(desktop);
  // A place for it, for which Electron would ask.
  await desktop.app.evaluate(
    ({ session }, place) => {
      session.defaultSession.on('will-download', (_event, item) => {
        item.setSavePath(place);
      });
    },
    join(desktop.folder, 'downloaded.txt'),
  );
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['downloaded']));
    link.download = 'downloaded.txt';
    link.click();
  });
  await page.waitForTimeout(1000);
  expect(await readdir(desktop.folder)).toEqual([]);
});

test('security 12: the app’s address leads to the built page, and nowhere above it', async ({ desktop }) => {
  const page = await openStart(desktop);
  desktop.tolerate(/404|ERR_|Content Security Policy|content policy|Refused to connect/);
  const ask = (address: string, method = 'GET') =>
    page.evaluate(
      ({ address, method }) =>
        fetch(address, { method }).then(
          (answer) => answer.status,
          () => 'refused',
        ),
      { address, method },
    );
  expect(await ask('/')).toBe(200);
  for (const path of [
    '/../main/main.js',
    '/%2e%2e/main/main.js',
    '/..%2fmain%2fmain.js',
    '/%2e%2e%2fmain/main.js',
    '/..\\main\\main.js',
    '/assets/../../main/main.js',
    '/index.html',
    '/package.json',
  ])
    expect(await ask(path), path).toBe(404);
  expect(await ask('/', 'POST')).toBe(404);
  for (const elsewhere of [
    'app://elsewhere/',
    'file:///etc/passwd',
    'https://example.com/',
    'http://127.0.0.1:1/',
  ])
    expect(await ask(elsewhere), elsewhere).toBe('refused');
});

test('security 14: calls of another page, and of unknown names, are refused', async ({ desktop }) => {
  const page = await openStart(desktop);
  const refused = { ok: false, failure: { code: 'call.refused' } };
  expect(
    await page.evaluate((request) => window.rollcall?.calls['file.open']?.(request as never), {
      file: '/etc/passwd',
    }),
  ).toMatchObject(refused);
  // Another page, with a preload of its own that knows the name of the app's channel.
  const preload = join(desktop.folder, 'preload.cjs');
  const ask = "(...given) => require('electron').ipcRenderer.invoke('rollcall:call', ...given)";
  await writeFile(preload, `require('electron').contextBridge.exposeInMainWorld('ask', ${ask});`);
  const answer = await desktop.app.evaluate(async ({ BrowserWindow }, preload) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload } });
    // Every window is led back to the app's page, this one is to stay.
    other.webContents.removeAllListeners('did-navigate');
    await other.loadURL('data:text/html,other');
    return other.webContents.executeJavaScript("ask('recent.list', {})") as Promise<unknown>;
  }, preload);
  expect(answer).toMatchObject(refused);
});
