import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

let server: Server;

test.beforeEach(async () => {
  server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Hostile</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

test.afterEach(() => {
  server.close();
});

/** Every way that a page has to reach another origin; answers what each came to, runs in the hostile page. */
async function attack(origin: string): Promise<Record<string, string>> {
  const came: Record<string, string> = {};
  const call = `${origin}/call/app.start`;
  const body = JSON.stringify({});
  const attempts: [string, string, RequestInit][] = [
    ['reads the page', `${origin}/`, {}],
    ['reads the page, blind', `${origin}/`, { mode: 'no-cors' }],
    ['calls', call, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }],
    ['calls with a token', call, { method: 'POST', body, headers: { 'rollcall-session': 'a'.repeat(43) } }],
    ['calls as a form does', call, { method: 'POST', body, mode: 'no-cors', credentials: 'include' }],
    ['enters', `${origin}/session`, { method: 'POST', body: '{"token":"a"}', mode: 'no-cors' }],
    ['asks beforehand', call, { method: 'OPTIONS' }],
  ];
  for (const [name, url, options] of attempts)
    came[name] = await fetch(url, options).then(
      async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
      () => 'nothing',
    );
  const loaded = (element: HTMLElement): Promise<string> =>
    new Promise((resolve) => {
      element.addEventListener('load', () => {
        resolve('loaded');
      });
      element.addEventListener('error', () => {
        resolve('nothing');
      });
      document.body.append(element);
    });
  came['shows it as an image'] = await loaded(Object.assign(new Image(), { src: call }));
  came['runs it'] = await loaded(Object.assign(document.createElement('script'), { src: `${origin}/` }));
  came['styles with it'] = await loaded(
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${origin}/` }),
  );
  const frame = Object.assign(document.createElement('iframe'), { src: `${origin}/`, name: 'frame' });
  await loaded(frame);
  came['frames it'] = frame.contentDocument === null ? 'nothing' : frame.contentDocument.body.innerHTML;
  const form = Object.assign(document.createElement('form'), {
    action: call,
    method: 'post',
    enctype: 'text/plain',
    target: 'frame',
  });
  form.append(Object.assign(document.createElement('input'), { name: '{"a":"', value: '"}' }));
  document.body.append(form);
  form.submit();
  navigator.sendBeacon(`${origin}/leave`, '{}');
  for (const [name, make] of [
    ['speaks with it', () => new WebSocket(`${origin.replace('http', 'ws')}/call/app.start`)],
    ['hears it', () => new EventSource(call)],
  ] as const)
    came[name] = await new Promise((resolve) => {
      const opened = make();
      opened.addEventListener('open', () => {
        resolve('open');
      });
      opened.addEventListener('error', () => {
        resolve('nothing');
      });
    });
  return came;
}

/** Opens the window from the hostile page, and answers what that page can see of it. */
async function openFrom(hostile: Page, origin: string): Promise<{ seen: string; shown: string }> {
  const opening = hostile.context().waitForEvent('page');
  await hostile.evaluate(
    (url) => {
      Object.assign(globalThis, { opened: window.open(url, 'opened') });
    },
    `${origin}/#launch=${'a'.repeat(43)}`,
  );
  const opened = await opening;
  await opened.waitForLoadState('networkidle');
  const seen = await hostile.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: Window | null };
    try {
      return opened === null || opened.closed ? 'nothing' : opened.document.body.innerHTML;
    } catch {
      return 'nothing';
    }
  });
  const shown = await opened.content();
  await opened.close();
  return { seen, shown };
}

for (const name of ['127.0.0.1', 'localhost'])
  test(`security 27, 28, 29: a hostile page of ${name} in another tab gets nothing and changes nothing`, async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, { lastName: 'Canary' }, {});
    const file = join(rollcall.folder, 'people.txt');
    const before = await readFile(file);
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    const { origin } = new URL(page.url());

    const hostile = await page.context().newPage();
    const answered: string[] = [];
    hostile.context().on('response', (response) => {
      const isOwn = response.request().headers()['rollcall-session'] !== undefined;
      if (!response.url().startsWith(origin) || !response.ok() || isOwn) return;
      answered.push(new URL(response.url()).pathname.replace(/^\/assets\/.*/, '/assets/'));
    });
    // The server listens, so it has a port.
    await hostile.goto(`http://${name}:${(server.address() as AddressInfo).port}/`);
    const came = await hostile.evaluate(attack, origin);
    expect(Object.keys(came)).toHaveLength(13);
    expect(Object.entries(came).filter(([, what]) => what !== 'nothing')).toEqual([]);
    const { seen, shown } = await openFrom(hostile, origin);
    expect(seen).toBe('nothing');
    expect(shown).toContain('<div id="root">');
    expect(shown).not.toContain('Canary');
    // The build’s own files, which are everybody’s, and no call.
    expect([...new Set(answered)].filter((path) => path !== '/' && path !== '/assets/')).toEqual([]);
    await hostile.close();

    expect(await readFile(file)).toEqual(before);
    await expect(grid.cell(0, 'homeTown')).toHaveText('Galway');
    await page.keyboard.press('Control+s');
    await expect(page.locator('.status-saved')).toHaveText('Saved');
    expect((await readFile(file)).toString('utf16le')).toContain('Galway');
  });
