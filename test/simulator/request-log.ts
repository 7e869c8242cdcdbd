import type { Received } from './read-request.ts';

/** A request as it arrived, and what became of it. */
export interface Entry {
  /** ISO date and time by the simulator's clock. */
  readonly at: string;
  readonly method: string;
  /** As it was sent: still encoded. */
  readonly path: string;
  readonly query: string;
  /** Of those that hold secrets only that they were there. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without temporary passwords. */
  readonly body: unknown;
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  /** The kind of the fault that spoiled it. */
  readonly fault: string | null;
}

const SECRET_HEADERS: ReadonlySet<string> = new Set(['x-api-key', 'authorization']);

/** A request for the log, at a time in milliseconds. */
export function loggedRequest(received: Received, now: number): Omit<Entry, 'status' | 'fault'> {
  const { method, path, query, headers, body } = received;
  return {
    at: new Date(now).toISOString(),
    method,
    path,
    query: query.toString(),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, SECRET_HEADERS.has(name) ? '…' : String(value)]),
    ),
    body: withoutPassword(body),
  };
}

function withoutPassword(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('temporary_password' in body)) return body ?? null;
  return { ...body, temporary_password: '…' };
}
