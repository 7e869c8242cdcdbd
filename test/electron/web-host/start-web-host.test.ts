import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { USUAL_LIMITS } from '../../../electron/uploads/upload-limits.ts';
import { startWebHost, type WebHostOptions } from '../../../electron/web-host/start-web-host.ts';
import { dataIn } from '../host/support-here.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { post, testPage } from './test-server.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function start(options: Partial<WebHostOptions> = {}) {
  const folder = await temporaryFolder();
  const web = await startWebHost({
    version: '1.2.3',
    pageFolder: await testPage(),
    userData: dataIn(join(folder, 'user-data')),
    folder,
    opening: null,
    launchFile: null,
    idleSeconds: 600,
    testServers: false,
    limits: USUAL_LIMITS,
    ...options,
  });
  onTestFinished(() => web.end());
  const html = await readFile(web.launchFile, 'utf8');
  const token = /#launch=([\w-]{43})"/.exec(html)?.[1] ?? '';
  return { web, folder, html, token };
}

async function enter(host: string, token: string): Promise<Record<string, string>> {
  const entered = JSON.parse((await post(host, '/session', JSON.stringify({ token }))).body) as {
    session: string;
  };
  return { 'rollcall-session': entered.session };
}

it('security 28: the launch file is its owner’s alone, leads to the page, and goes when it was used', async () => {
  const { web, html, token } = await start();
  expect(html).toContain(`url=http://${web.host}/#launch=${token}"`);
  if (process.platform !== 'win32') {
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await mode(web.launchFile)).toBe('600');
    expect(await mode(dirname(web.launchFile))).toBe('700');
  }
  await enter(web.host, token);
  await expect.poll(() => existsSync(dirname(web.launchFile))).toBe(false);
});

it('security 28: the launch file goes with the host, and its folder stays where it was named', async () => {
  const folder = await temporaryFolder();
  const { web } = await start({ launchFile: join(folder, 'launch.html') });
  await web.end();
  expect(existsSync(join(folder, 'launch.html'))).toBe(false);
  expect(existsSync(folder)).toBe(true);
  expect(await web.ended).toBe('closed');
});

it('answers the contract’s calls to the page that entered', async () => {
  const { web, token } = await start({
    opening: '/rosters/spring.txt',
    limits: { ...USUAL_LIMITS, rate: 240 },
  });
  const headers = await enter(web.host, token);
  const started = await post(web.host, '/call/app.start', '{}', headers);
  expect(JSON.parse(started.body)).toMatchObject({
    ok: true,
    value: { version: '1.2.3', chooser: 'page', opening: { name: 'spring.txt' }, uploadRate: 240 },
  });
  const refused = await post(web.host, '/call/app.start', '{"path":"/etc/passwd"}', headers);
  expect(JSON.parse(refused.body)).toMatchObject({ ok: false, failure: { code: 'call.refused' } });
});

describe('the key and the secret of an organization', () => {
  const credentialsOf = async (): Promise<unknown> => {
    const { web, token } = await start();
    const headers = await enter(web.host, token);
    const call = async (name: string, request: unknown) =>
      JSON.parse((await post(web.host, `/call/${name}`, JSON.stringify(request), headers)).body) as {
        value: { organization: { id: string } };
      };
    const details = { name: 'Acme', address: { subdomain: 'acme' }, environment: 'test' };
    const { value } = await call('organization.save', { id: null, details });
    return (await call('credentials.state', { organization: value.organization.id })).value;
  };

  it('come from the environment where it has both, and show their ends alone', async () => {
    vi.stubEnv('ROLLCALL_API_KEY', 'canary-key-1234');
    vi.stubEnv('ROLLCALL_API_SECRET', 'canary-secret-5678');
    expect(await credentialsOf()).toEqual({
      ends: { key: '1234', secret: '5678' },
      kept: 'environment',
      why: null,
    });
  });

  it.each([
    ['neither', '', ''],
    ['the key alone', 'canary-key-1234', ''],
    ['the secret alone', '', 'canary-secret-5678'],
  ])(
    'are to be entered where the environment has %s, and are in memory alone then',
    async (_, key, secret) => {
      vi.stubEnv('ROLLCALL_API_KEY', key);
      vi.stubEnv('ROLLCALL_API_SECRET', secret);
      expect(await credentialsOf()).toMatchObject({ ends: null, kept: 'memory' });
    },
  );
});

it('security 29: ends when it is idle, and not while a page calls', async () => {
  const { web, token } = await start({ idleSeconds: 0.4 });
  const headers = await enter(web.host, token);
  for (let count = 0; count < 8; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await post(web.host, '/call/app.ping', '{}', headers)).status).toBe(200);
  }
  expect(await web.ended).toBe('idle');
  expect((await post(web.host, '/call/app.ping', '{}', headers)).status).toBe(0);
});

it('ends when the page closes it, after the answer', async () => {
  const { web, token } = await start();
  const headers = await enter(web.host, token);
  expect((await post(web.host, '/call/app.close', '{}', headers)).status).toBe(200);
  expect(await web.ended).toBe('closed');
});
