import type { IncomingMessage } from 'node:http';

/** A request, read whole. */
export interface Received {
  readonly method: string;
  /** As it was sent: still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON; undefined where there was no body, null where it was no JSON. */
  readonly body: unknown;
}

/** Bytes of a body. */
const MOST_BYTES = 1 << 20;

/** Reads a request to its end; throws when it breaks off or is too large. */
export async function readRequest(request: IncomingMessage): Promise<Received> {
  // Split by hand: `new URL` would walk a `..` up, and it must stay visible.
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    body: await readJson(request),
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // A request without an encoding set yields buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MOST_BYTES) throw new Error('The body is too large');
    chunks.push(bytes);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
