import type { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { Connection } from './connection.ts';
import { MOST_BYTES, readText } from './read-answer.ts';
import { refusalOfAnswer } from './refusal-of-answer.ts';
import { refusalOfError } from './refusal-of-error.ts';
import { lasting, passing, type Refusal } from './refusal.ts';
import { signToken } from './sign-token.ts';

/**
 * Reads once from the address (`path` begins with `/`): with a fresh token, within the deadline, following nobody
 * elsewhere, reading no more than an answer may have, and believing it only if the schema does.
 */
export async function ask<Answer>(
  connection: Connection,
  path: string,
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
    signal.throwIfAborted();
    const response = await connection.fetch(`${connection.address.origin}${path}`, {
      headers: headersOf(connection),
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal: deadline.signal,
    });
    return understand(response, await readText(response), connection, schema);
  } catch (error) {
    if (signal.aborted) return failure(lasting(failed('cancelled', {})));
    if (deadline.signal.aborted) return failure(passing(tooSlow(connection)));
    return failure(refusalOfError(error, connection.address.host, connection.deadline));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function headersOf({ credentials, clock }: Connection): Record<string, string> {
  return {
    accept: 'application/json',
    'x-api-key': credentials.key,
    // The token alone: Agent Connect's own pages have no “Bearer” before it.
    authorization: signToken(credentials.secret, clock.now()),
  };
}

function understand<Answer>(
  response: Response,
  text: string | null,
  connection: Connection,
  schema: z.ZodType<Answer>,
): Result<Answer, Refusal> {
  const { host } = connection.address;
  const refusal = refusalOfAnswer(response, text ?? '', connection);
  if (refusal !== null) return failure(refusal);
  if (text === null)
    return failure(lasting(failed('connect.tooLarge', { host, megabytes: MOST_BYTES >> 20 })));
  const json = parse(text);
  if (json === undefined) return failure(lasting(unreadable(host, 'it is not JSON')));
  const read = schema.safeParse(json);
  return read.success ? success(read.data) : failure(lasting(unreadable(host, placeOf(read.error))));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Where an answer is not as described, without what stands there. */
function placeOf({ issues }: z.ZodError): string {
  const path = issues[0]?.path.join('.') ?? '';
  return path === '' ? 'it has another form' : `“${path.slice(0, 100)}” has another form`;
}

function unreadable(host: string, what: string): Failure {
  return failed('connect.unreadable', { host, what });
}

function tooSlow({ address, deadline }: Connection): Failure {
  return failed('connect.timedOut', { host: address.host, seconds: deadline / 1000 });
}
