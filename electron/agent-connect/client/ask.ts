import type { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import type { TokenForm } from '../../../shared/organization/organization.ts';
import { parseJson } from '../../../shared/text/plain-text.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { type Connection, TOKEN_FORMS } from './connection.ts';
import { refusalOfAnswer } from './refusal-of-answer.ts';
import {
  lasting,
  NEVER_SENT,
  passing,
  type Refusal,
  refusalOfError,
  UNKNOWN,
  unreadable,
} from './refusal.ts';
import { shownWords } from './server-words.ts';
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

/** An answer of success: its JSON, undefined for an empty body, and the words of it as they may be shown. */
export interface Answered {
  readonly json: unknown;
  readonly words: () => string;
}

/** Asks once, as `askAnything` does, and believes the answer only if the schema does, to which an empty body is undefined. */
export async function ask<Answer>(
  connection: Connection,
  request: ApiRequest,
  schema: z.ZodType<Answer>,
  signal: AbortSignal,
): Promise<Result<Answer, Refusal>> {
  const answer = await askAnything(connection, request, signal);
  if (!answer.ok) return answer;
  const read = schema.safeParse(answer.value.json);
  if (read.success) return success(read.data);
  return failure(unreadable(connection.address.host, placeOf(read.error), answer.value.words()));
}

/**
 * Asks once for any JSON: with a fresh token, within the deadline, following nobody elsewhere, reading no more than an
 * answer may have. Only where the very first reading is forbidden it asks once more, with the token in the other form.
 */
export async function askAnything(
  connection: Connection,
  request: ApiRequest,
  signal: AbortSignal,
): Promise<Result<Answered, Refusal>> {
  const { learned, onTokenForm } = connection;
  const answer = await send(connection, request, learned.tokenForm, signal);
  const isForbidden = !answer.ok && answer.failure.kind === 'forbidden';
  if (!isForbidden) learned.isFormSettled ||= answer.ok;
  if (!isForbidden || learned.isFormSettled || request.method !== 'GET') return answer;
  learned.isFormSettled = true;
  const other = learned.tokenForm === 'alone' ? 'bearer' : 'alone';
  const second = await send(connection, request, other, signal);
  if (!second.ok) return answer;
  learned.tokenForm = other;
  onTokenForm?.(other);
  return second;
}

async function send(
  connection: Connection,
  request: ApiRequest,
  form: TokenForm,
  signal: AbortSignal,
): Promise<Result<Answered, Refusal>> {
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
      headers: headersOf(connection, request, form),
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal: deadline.signal,
    });
    return understand(response, await readText(response), connection, request);
  } catch (error) {
    if (signal.aborted) return failure(lasting(failed('cancelled', {}), UNKNOWN));
    if (deadline.signal.aborted) return failure(passing(tooSlow(connection), UNKNOWN));
    return failure(refusalOfError(error, connection.address.host, connection.deadline));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function headersOf(
  { credentials, clock }: Connection,
  { body }: ApiRequest,
  form: TokenForm,
): Record<string, string> {
  return {
    accept: 'application/json',
    'x-api-key': credentials.key,
    authorization: `${TOKEN_FORMS[form]}${signToken(credentials.secret, clock.now())}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
}

function understand(
  response: Response,
  text: string | null,
  connection: Connection,
  request: ApiRequest,
): Result<Answered, Refusal> {
  const { host } = connection.address;
  const { key, secret } = connection.credentials;
  const refusal = refusalOfAnswer(response, text ?? '', connection, request);
  if (refusal !== null) return failure(refusal);
  if (text === null)
    return failure(lasting(failed('connect.tooLarge', { host, megabytes: MOST_BYTES >> 20 }), UNKNOWN));
  const words = (): string => shownWords(text, [key, secret, ...(request.hidden ?? [])]);
  const json = text === '' ? undefined : parseJson(text);
  if (json === undefined && text !== '') return failure(unreadable(host, 'it is not JSON', words()));
  connection.learned.answersJson ||= json !== undefined;
  return success({ json, words });
}

/** Where an answer is not as described, without what stands there. */
function placeOf({ issues }: z.ZodError): string {
  const path = issues[0]?.path.join('.') ?? '';
  return path === '' ? 'it has another form' : `“${path.slice(0, 100)}” has another form`;
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
