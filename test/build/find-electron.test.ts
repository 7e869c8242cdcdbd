import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, type MockInstance, vi } from 'vitest';
import { findElectron } from '../../build/find-electron.mjs';
import { makeZip } from '../electron/files/make-zip.ts';

const PROGRAM =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';
const ZIP = makeZip({ version: 'v45.0.0', [PROGRAM]: randomBytes(2_000_000) });
const NAME = `electron-v45.0.0-${process.platform}-${process.arch}.zip`;

/** A package of Electron beside the real one, whose libraries it finds, with a cache and a mirror of its own. */
let folder = '';
let requests: string[] = [];
let stderr: MockInstance<typeof process.stderr.write>;

beforeEach(() => {
  mkdirSync('node_modules/.cache', { recursive: true });
  const place = mkdtempSync(join('node_modules/.cache', 'rollcall-find-electron-'));
  onTestFinished(() => {
    rmSync(place, { recursive: true, force: true });
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  folder = join(process.cwd(), place, 'node_modules', 'electron');
  mkdirSync(folder, { recursive: true });
  cpSync('node_modules/electron/install.js', join(folder, 'install.js'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'electron', version: '45.0.0' }));
  const sha256 = createHash('sha256').update(ZIP).digest('hex');
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [NAME]: sha256 }));
  for (const name of ['HTTP_PROXY', 'http_proxy', 'ELECTRON_OVERRIDE_DIST_PATH']) vi.stubEnv(name, undefined);
  vi.stubEnv('electron_config_cache', join(place, 'cache'));
  requests = [];
  // There the bar is.
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

describe('findElectron', () => {
  it('fetches the runtime from the mirror, once', async () => {
    await mirror((_request, response) => response.end(ZIP));
    const found = await find();
    expect(found).toEqual({ ok: true, path: join(folder, 'dist', PROGRAM) });
    expect(readFileSync(join(folder, 'dist', PROGRAM))).toHaveLength(2_000_000);
    expect(await find()).toEqual(found);
    expect(requests).toEqual([`/v45.0.0/${NAME}`]);
  });

  it('shows how far it is, of how much and from where', async () => {
    const host = await mirror((_request, response) => {
      response.setHeader('Content-Length', ZIP.length);
      response.write(ZIP.subarray(0, ZIP.length / 2));
      setTimeout(() => response.end(ZIP.subarray(ZIP.length / 2)), 300);
    });
    await find();
    const shown = stderr.mock.calls.map(([text]) => String(text)).join('');
    expect(shown).toMatch(/Fetching Electron’s runtime, once: .* 0% of about 100 MB/);
    expect(shown).toContain(`100% of ${(ZIP.length / 1e6).toFixed(1)} MB, from ${host}`);
  });

  it.each<[string, string, RequestListener]>([
    ['is not there', 'it is not there (404)', (_, response) => response.writeHead(404).end()],
    ['is refused', 'the server answered with status 503', (_, response) => response.writeHead(503).end()],
    [
      'breaks off',
      'the connection broke off',
      (_, response) => {
        response.setHeader('Content-Length', ZIP.length);
        response.write(ZIP.subarray(0, 100), () => response.destroy());
      },
    ],
    [
      'is something else',
      'what arrived is not what Electron published (its checksum differs)',
      (_, response) => response.end('<html>Please log in to the network</html>'),
    ],
    ['stands still', 'nothing arrived for 1 seconds', (_, response) => response.write(ZIP.subarray(0, 100))],
    ['never begins', 'nothing arrived for 1 seconds', () => undefined],
  ])('says why when it %s', async (_what, reason, listener) => {
    const host = await mirror(listener);
    expect(await find()).toEqual({
      ok: false,
      reason: `Electron’s runtime could not be fetched from http://${host}/v45.0.0/${NAME}: ${reason}`,
    });
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('says why when nobody listens, and when there is no such name', async () => {
    await (await listen(createServer())).close();
    expect(await reason()).toContain('the connection was refused; ');
    vi.stubEnv('ELECTRON_MIRROR', 'http://mirror.invalid/');
    expect(await reason()).toContain('the name was not found; ');
  });

  it('says that nobody vouches for the certificate', async () => {
    const [key, cert] = ['self-signed.key.pem', 'self-signed.pem'].map((name) =>
      readFileSync(join('test/fixtures/agent-connect', name)),
    );
    const { host, close } = await listen(createSecureServer({ key, cert }));
    onTestFinished(close);
    vi.stubEnv('ELECTRON_MIRROR', `https://${host}/`);
    expect(await reason()).toContain('its certificate is not trusted');
  });

  it('says that a proxy wants a password', async () => {
    const host = await mirror(() => undefined, 407);
    vi.stubEnv('HTTPS_PROXY', `http://${host}`);
    vi.stubEnv('ELECTRON_MIRROR', 'https://mirror.example/');
    expect(await reason()).toMatch(/mirror\.example\/.*: the proxy asks for a password$/);
  });

  it('remembers a failure, until it is told to try again', async () => {
    const listener = vi.fn<RequestListener>((_, response) => response.writeHead(404).end());
    await mirror(listener);
    const first = await find();
    expect(await findElectron({ retry: false, folder, patience: 1000 })).toEqual({
      ok: false,
      reason: `${first.ok ? '' : first.reason} (\`npm start -- --retry\` tries again)`,
    });
    expect(listener).toHaveBeenCalledTimes(1);
    listener.mockImplementation((_, response) => response.end(ZIP));
    expect(await find()).toMatchObject({ ok: true });
  });
});

function find(): ReturnType<typeof findElectron> {
  return findElectron({ retry: true, folder, patience: 1000 });
}

async function reason(): Promise<string> {
  const found = await find();
  return found.ok ? 'found' : found.reason;
}

/** A server that stands in for the mirror of the releases, or for a proxy that refuses tunnels. */
async function mirror(listener: RequestListener, tunnelStatus?: number): Promise<string> {
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    listener(request, response);
  });
  server.on('connect', (_request, socket) => {
    socket.end(`HTTP/1.1 ${tunnelStatus} Refused\r\n\r\n`);
  });
  const { host, close } = await listen(server);
  onTestFinished(close);
  return host;
}

/** Listens at a free port, which becomes the mirror. */
async function listen(server: Server): Promise<{ host: string; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address and a port.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('ELECTRON_MIRROR', `http://${host}/`);
  return {
    host,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
