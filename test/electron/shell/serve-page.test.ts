import { describe, expect, it, vi } from 'vitest';
import { registerAppScheme, serveAppProtocol } from '../../../electron/shell/serve-page.ts';
import { loadPage } from '../../../electron/host/page.ts';
import { testPage } from '../web-host/test-server.ts';

const protocol = vi.hoisted(() => ({ registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() }));
vi.mock('electron', () => ({ protocol }));

type Answer = (request: { url: string; method: string }) => Promise<Response>;

async function served(): Promise<Answer> {
  protocol.handle.mockReset();
  serveAppProtocol(await loadPage(await testPage()));
  const [scheme, answer] = protocol.handle.mock.calls[0] as [string, Answer];
  expect(scheme).toBe('app');
  return answer;
}

describe('security 12: the app’s own protocol', () => {
  it('is a secure origin of its own, past no policy and for no service worker', () => {
    registerAppScheme();
    expect(protocol.registerSchemesAsPrivileged.mock.calls).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    ]);
  });

  it('serves the page under its policy', async () => {
    const answer = await served();
    const page = await answer({ url: 'app://rollcall/', method: 'GET' });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect((await answer({ url: 'app://rollcall/assets/index-1a2b.js', method: 'GET' })).status).toBe(200);
  });

  it.each([
    'app://other/',
    'app://other/assets/index-1a2b.js',
    'app://rollcall.example/',
    'app://ana@rollcall/',
    'app://rollcall:80/',
    'app://rollcall',
    'app://rollcall//',
    'app://rollcall//example.com/',
    'app://rollcall/%2e%2e/secret.txt',
    'app://rollcall/..%2fsecret.txt',
    'app://rollcall/..%5csecret.txt',
    'app://rollcall/assets/index-1a2b.js%00',
    'app://rollcall/%00',
    'app://rollcall/index.html',
    'app://rollcall/?a',
    'app:/rollcall/',
    'https://rollcall/',
  ])('has nothing at %s', async (url) => {
    const found = await (await served())({ url, method: 'GET' });
    expect([found.status, await found.text()]).toEqual([404, '']);
    expect(found.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('answers no %s', async (method) => {
    expect((await (await served())({ url: 'app://rollcall/', method })).status).toBe(404);
  });
});
