import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadPage } from '../../../electron/host/page.ts';
import { temporaryFolder } from './temporary.ts';
import { testPage } from '../web-host/test-server.ts';

describe('security 12: only names of the build are served', () => {
  it('its page and its files', async () => {
    const page = await loadPage(await testPage());
    const script = await page.read('/assets/index-1a2b.js');
    expect(script?.headers['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect(script?.body.toString()).toBe('start();');
    expect((await page.read('/'))?.headers['Content-Type']).toBe('text/html; charset=utf-8');
  });

  it.each([
    '',
    '//',
    '/index.html',
    '/assets',
    '/assets/',
    '//assets/index-1a2b.js',
    '/assets//index-1a2b.js',
    '/./assets/index-1a2b.js',
    '/assets/../assets/index-1a2b.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/index-1a2b.js%00',
    '/assets/index-1a2b.js\0',
    '/assets/index-1a2b.js?x',
    '/ASSETS/index-1a2b.js',
    '/.vite/manifest.json',
    '/__proto__',
    'assets/index-1a2b.js',
  ])('not %j', async (path) => {
    const page = await loadPage(await testPage());
    expect(await page.read(path)).toBeNull();
  });

  it('a folder without a page is said at once', async () => {
    await expect(loadPage(await temporaryFolder())).rejects.toThrow('The page was not built');
  });
});

it('security 12: the policy allows nothing but the build, and styles of this very answer', async () => {
  const page = await loadPage(await testPage());
  const [one, two] = [await page.read('/'), await page.read('/')];
  const nonce = /content="([^"]*)"/.exec(one?.body.toString() ?? '')?.[1] ?? '';
  expect(nonce).toMatch(/^[\w-]{24}$/);
  expect(two?.body.toString()).not.toContain(nonce);
  expect(one?.headers['Content-Security-Policy']?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

describe('the page of `npm run dev`', () => {
  it('comes from Vite’s server, with a policy that lets its scripts and its connection in', async () => {
    const server = createServer((request, response) => {
      const isPage = request.url === '/' && request.headers.accept === 'text/html';
      response.setHeader('Content-Type', isPage ? 'text/html' : 'text/javascript');
      if (request.url === '/gone.tsx') response.statusCode = 404;
      response.end(isPage ? '<script nonce="__STYLE_NONCE__">' : `at('${String(request.url)}');`);
    });
    const address = `http://${await listen(server)}`;
    vi.stubEnv('ROLLCALL_DEV_SERVER', address);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      server.close();
    });

    const page = await loadPage(await temporaryFolder());
    const index = await page.read('/');
    const nonce = /nonce="([\w-]{24})"/.exec(index?.body.toString() ?? '')?.[1] ?? 'none';
    const policy = index?.headers['Content-Security-Policy']?.split('; ');
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain(`connect-src 'self' ${address} ${address.replace('http', 'ws')}`);
    expect(policy).toContain("default-src 'none'");
    const module = await page.read('/main.tsx?t=1');
    expect(module?.body.toString()).toBe("at('/main.tsx?t=1');");
    expect(module?.headers['Content-Type']).toBe('text/javascript');
    expect(await page.read('/gone.tsx')).toBeNull();
  });
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address and a port.
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
