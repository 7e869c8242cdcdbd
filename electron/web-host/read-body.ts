import type { IncomingMessage } from 'node:http';

/** A body that was read, or the HTTP status that says why not. */
export type Body = { readonly json: unknown } | { readonly status: 400 | 413 };

/** Reads a JSON body of at most so many bytes; 413 beyond, 400 when it is not JSON or breaks off. */
export async function readBody(request: IncomingMessage, most: number): Promise<Body> {
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
