import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { TEXT_SLICE } from '../../shared/text/plain-text.ts';
import { type Page, SAFE_HEADERS } from '../host/page.ts';
import type { Sessions } from './sessions.ts';

/** What the server serves, and whom it tells. */
interface Service {
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
interface Listening {
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

/** The header in which a page shows its session's token: a page of another origin cannot send it unasked. */
const SESSION_HEADER = 'rollcall-session';

type Head = Pick<IncomingMessage, 'rawHeaders'>;

/** Whether a request names exactly this host, once: a name that was made to resolve to this machine does not. */
function isForHost(request: Head, host: string): boolean {
  return theOnly(request, 'host') === host;
}

/** Whether a call comes from a page of this origin and nowhere else. */
function isFromOrigin(request: Head, origin: string): boolean {
  const site = valuesOf(request, 'sec-fetch-site');
  return theOnly(request, 'origin') === origin && site.every((value) => value === 'same-origin');
}

/** Whether the body is JSON, which no form and no image can send. */
function isJson(request: Head): boolean {
  return theOnly(request, 'content-type') === 'application/json';
}

/** The session's token that a call shows, or an empty text. */
function shownToken(request: Head): string {
  return theOnly(request, SESSION_HEADER) ?? '';
}

/** The value of a header that stands there once; null when it is missing or repeated. */
function theOnly(request: Head, name: string): string | null {
  const values = valuesOf(request, name);
  return values.length === 1 ? (values[0] ?? null) : null;
}

// Node merges and drops repeated headers in `headers`; only `rawHeaders` shows what was sent.
function valuesOf({ rawHeaders }: Head, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

/** A body that was read, or the HTTP status that says why not. */
type Body = { readonly json: unknown } | { readonly status: 400 | 413 };

/** Reads a JSON body of at most so many bytes; 413 beyond, 400 when it is not JSON or breaks off. */
async function readBody(request: IncomingMessage, most: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > most) return { status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      // A request without an encoding set yields buffers.
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > most) return { status: 413 };
      chunks.push(bytes);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { status: 400 };
  }
}
