import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A place of newer versions on this computer. */
export interface Feed {
  readonly url: string;
  /** What it was asked for, without queries, and with which headers. */
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[];
  /** What it answers at a path; a function answers by itself. */
  readonly files: Map<string, string | Buffer | ((response: ServerResponse) => void)>;
}

/** Starts one, which ends with the test. */
export async function startFeed(): Promise<Feed> {
  const asked: Feed['asked'] = [];
  const files: Feed['files'] = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://feed');
    asked.push({ path: pathname, headers: request.headers });
    const file = files.get(pathname);
    if (typeof file === 'function') file(response);
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': Buffer.byteLength(file) }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // It listens by TCP.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates`, asked, files };
}

/** The description of a release, as electron-builder writes it beside an installer. */
export function describeRelease(version: string, installer: Buffer, url = 'Rollcall-setup.exe'): string {
  const sha512 = createHash('sha512').update(installer).digest('base64');
  return [
    `version: ${version}`,
    `files:\n  - url: ${url}\n    sha512: ${sha512}\n    size: ${installer.length}`,
    `path: ${url}\nsha512: ${sha512}\nreleaseDate: '2026-11-01T00:00:00.000Z'\n`,
  ].join('\n');
}
