import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { TEXT_SLICE } from '../../shared/text/plain-text.ts';
import { type Page, SAFE_HEADERS } from '../host/page.ts';
import { readBody } from './read-body.ts';
import { isForHost, isFromOrigin, isJson, shownToken } from './request-checks.ts';
import type { Sessions } from './sessions.ts';

/** What the server serves, and whom it tells. */
export interface Service {
  readonly page: Page;
  readonly sessions: Sessions;
  /** A page has entered. */
  onEnter(): void;
  /** A page with a session has called. */
  onCall(): void;
  /** The page is being left. */
  onLeave(): void;
}

/** Milliseconds that a request may take to arrive: its headers, and all of it. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
}

/** A server that listens. */
export interface Listening {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** The body of a call: a slice of text in which every character is escaped (`\u0001`), and what stands around it. */
const CALL_BYTES = 6 * TEXT_SLICE + 4096;
const ENTRY_BYTES = 1024;
const CALL_PATH = '/call/';
const entry = z.strictObject({ token: z.string() });

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * Serves the page and the contract's calls on 127.0.0.1, at a port of the system's choice. Nothing is routed before
 * the Host header is found to be our own; calls are JSON by POST, with our Origin and a session's token.
 */
export async function serve(service: Service, patience: Patience): Promise<Listening> {
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    // Refused below like every other wrong name, with our headers.
    requireHostHeader: false,
    connectionsCheckingInterval: Math.min(1000, patience.headers),
  });
  server.maxConnections = 64;
  const port = await listen(server);
  const host = `127.0.0.1:${port}`;
  server.on('request', (request, response) => {
    void reply(service, host, request)
      // A file of the page that cannot be read any more.
      .catch(() => refusal(500))
      .then((answer) => {
        send(response, answer);
      });
  });
  server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  return { host, close: () => close(server) };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      // A TCP server that listens has an address and a port.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function reply(service: Service, host: string, request: IncomingMessage): Promise<Reply> {
  if (!isForHost(request, host)) return refusal(403);
  const path = request.url ?? '';
  if (request.method === 'GET') return replyWithPage(service.page, path);
  if (request.method !== 'POST') return refusal(405);
  if (!isFromOrigin(request, `http://${host}`)) return refusal(403);
  if (!isJson(request)) return refusal(415);
  return path === '/session' ? replyToEntry(service, request) : replyToSession(service, path, request);
}

async function replyWithPage(page: Page, path: string): Promise<Reply> {
  const found = await page.read(path);
  return found === null ? refusal(404) : { status: 200, ...found };
}

async function replyToEntry(service: Service, request: IncomingMessage): Promise<Reply> {
  const body = await readBody(request, ENTRY_BYTES);
  if ('status' in body) return refusal(body.status);
  const asked = entry.safeParse(body.json);
  if (!asked.success) return refusal(400);
  const entered = await service.sessions.enter(asked.data.token);
  if (entered === null) return refusal(401);
  service.onEnter();
  return json(entered);
}

async function replyToSession(service: Service, path: string, request: IncomingMessage): Promise<Reply> {
  const host = service.sessions.find(shownToken(request));
  // Nothing of a stranger's body is read.
  if (host === null) return refusal(401);
  if (path === '/leave') {
    await service.sessions.leave();
    service.onLeave();
    return json({});
  }
  if (!path.startsWith(CALL_PATH)) return refusal(404);
  service.onCall();
  const body = await readBody(request, CALL_BYTES);
  if ('status' in body) return refusal(body.status);
  return json(await host.answer(path.slice(CALL_PATH.length), body.json));
}

function json(value: unknown): Reply {
  const headers = { ...SAFE_HEADERS, 'Content-Type': 'application/json' };
  return { status: 200, headers, body: JSON.stringify(value) };
}

/** Says no and no more. The connection ends with it, so that the rest of a body is not waited for. */
function refusal(status: number): Reply {
  return { status, headers: { ...SAFE_HEADERS, Connection: 'close' }, body: '' };
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(body)) });
  response.end(body);
}
