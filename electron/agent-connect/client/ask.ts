import type { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { Connection } from './connection.ts';
import { refusalOfAnswer } from './refusal-of-answer.ts';
import { lasting, NEVER_SENT, passing, type Refusal, refusalOfError, UNKNOWN } from './refusal.ts';
import { createHmac } from 'node:crypto';

/** A request to the address; `path` begins with `/`. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** What is in it that nobody may see in the server's words. */
  readonly hidden?: readonly string[];
}

/**
 * Asks once: with a fresh token, within the deadline, following nobody elsewhere, reading no more than an answer may
 * have, and believing it only if the schema does, to which an empty body is undefined.
 */
export async function ask<Answer>(
  connection: Connection,
  request: ApiRequest,
  schema: z.ZodType<Answer>,
  signal: AbortSignal,
): Promise<Result<Answer, Refusal>> {
  const deadline = new AbortController();
  const stop = (): void => {
    deadline.abort();
  };
  // Not AbortSignal.any: on Node 20 a signal that lives as long as an upload would keep one entry for each request.
  const timer = setTimeout(stop, connection.deadline);
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) return failure(lasting(failed('cancelled', {}), NEVER_SENT));
    const response = await connection.fetch(`${connection.address.origin}${request.path}`, {
      method: request.method,
      headers: headersOf(connection, request),
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal: deadline.signal,
    });
    return understand(response, await readText(response), connection, request, schema);
  } catch (error) {
    if (signal.aborted) return failure(lasting(failed('cancelled', {}), UNKNOWN));
    if (deadline.signal.aborted) return failure(passing(tooSlow(connection), UNKNOWN));
    return failure(refusalOfError(error, connection.address.host, connection.deadline));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function headersOf({ credentials, clock }: Connection, { body }: ApiRequest): Record<string, string> {
  return {
    accept: 'application/json',
    'x-api-key': credentials.key,
    // The token alone: Agent Connect's own pages have no “Bearer” before it.
    authorization: signToken(credentials.secret, clock.now()),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
}

function understand<Answer>(
  response: Response,
  text: string | null,
  connection: Connection,
  request: ApiRequest,
  schema: z.ZodType<Answer>,
): Result<Answer, Refusal> {
  const { host } = connection.address;
  const refusal = refusalOfAnswer(response, text ?? '', connection, request);
  if (refusal !== null) return failure(refusal);
  if (text === null)
    return failure(lasting(failed('connect.tooLarge', { host, megabytes: MOST_BYTES >> 20 }), UNKNOWN));
  const json = text === '' ? success(undefined) : parse(text);
  if (!json.ok) return failure(unreadable(host, 'it is not JSON'));
  const read = schema.safeParse(json.value);
  return read.success ? success(read.data) : failure(unreadable(host, placeOf(read.error)));
}

function parse(text: string): Result<unknown, null> {
  try {
    return success(JSON.parse(text) as unknown);
  } catch {
    return failure(null);
  }
}

/** Where an answer is not as described, without what stands there. */
function placeOf({ issues }: z.ZodError): string {
  const path = issues[0]?.path.join('.') ?? '';
  return path === '' ? 'it has another form' : `“${path.slice(0, 100)}” has another form`;
}

/** The refusal of an answer that is none of Agent Connect's; `what` says why, without what stands in it. */
export function unreadable(host: string, what: string): Refusal {
  return lasting(failed('connect.unreadable', { host, what }), UNKNOWN);
}

function tooSlow({ address, deadline }: Connection): Failure {
  return failed('connect.timedOut', { host: address.host, seconds: deadline / 1000 });
}

/** Largest answer that is read, in bytes after decompression. */
export const MOST_BYTES = 1 << 20;

/** The text of an answer's body, or null when it is longer than may be; the rest is then not read. */
export async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

const HEADER = part({ alg: 'HS256', typ: 'JWT' });

/**
 * The token of one request: a JWT of the time alone, signed by HMAC-SHA-256 (RFC 7519; RFC 7515, 3.1). `now` is in
 * milliseconds since 1970. It is a call of Node's crypto; a library would bring verification and algorithms that must
 * not be used.
 */
export function signToken(secret: string, now: number): string {
  const text = `${HEADER}.${part({ iat: Math.floor(now / 1000) })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
