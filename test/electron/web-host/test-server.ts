import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Host } from '../../../electron/host/host.ts';
import { loadPage } from '../../../electron/host/page.ts';
import { type Patience, serve } from '../../../electron/web-host/serve.ts';
import { createSessions, type Entered } from '../../../electron/web-host/sessions.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { type RawAnswer, sendRaw } from './raw-http.ts';

export const INDEX = '<meta name="style-nonce" content="__STYLE_NONCE__" />';

/** A built page of two files, with a secret beside it. */
export async function testPage(): Promise<string> {
  const folder = await temporaryFolder();
  const page = join(folder, 'renderer');
  await mkdir(join(page, 'assets'), { recursive: true });
  await mkdir(join(page, '.vite'));
  await writeFile(join(page, 'index.html'), INDEX);
  await writeFile(join(page, 'assets', 'index-1a2b.js'), 'start();');
  await writeFile(join(page, '.vite', 'manifest.json'), '{}');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  return page;
}

/** A server on loopback whose host notes the calls that reach it. */
export async function testServer(patience: Patience = { headers: 5000, request: 5000 }) {
  const answer = vi.fn<Host['answer']>(() => Promise.resolve({ ok: true, value: {} }));
  const end = vi.fn<Host['end']>(() => Promise.resolve());
  const host: Host = {
    ...{ answer, end },
    leave: () => Promise.resolve(),
    openFile: () => undefined,
    dropped: () => Promise.reject(new Error()),
  };
  const heard: string[] = [];
  const sessions = createSessions(() => host);
  const server = await serve(
    {
      page: await loadPage(await testPage()),
      sessions,
      onEnter: () => heard.push('enter'),
      onCall: () => heard.push('call'),
      onLeave: () => heard.push('leave'),
    },
    patience,
  );
  onTestFinished(() => server.close());
  return { server, host: server.host, sessions, answer, end, heard };
}

export type TestServer = Awaited<ReturnType<typeof testServer>>;

/** Lines of a request, with the headers of a page of the server's own; null takes one away. */
export function headersOf(host: string, changed: Record<string, string | null>): string {
  const headers: Record<string, string | null> = {
    Host: host,
    Origin: `http://${host}`,
    'Content-Type': 'application/json',
    Connection: 'close',
    ...changed,
  };
  return Object.entries(headers)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]))
    .join('');
}

/** A POST as a page makes it, but for the headers that are changed. */
export function post(
  host: string,
  path: string,
  body: string,
  changed: Record<string, string | null> = {},
): Promise<RawAnswer> {
  const headers = headersOf(host, { 'Content-Length': String(Buffer.byteLength(body)), ...changed });
  return sendRaw(host, `POST ${path} HTTP/1.1\r\n${headers}\r\n${body}`);
}

/** Enters as the launched page does. */
export async function enter({ host, sessions }: TestServer): Promise<Entered> {
  const answer = await post(host, '/session', JSON.stringify({ token: sessions.issueLaunch() }));
  return JSON.parse(answer.body) as Entered;
}
