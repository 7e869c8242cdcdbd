import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** What a caller must know. */
export interface Credentials {
  readonly key: string;
  readonly secret: string;
}

/** How far a token's `iat` may be from the server's clock, in seconds. Not documented; five minutes are usual. */
const LONGEST_AGE = 300;

const BEARER = 'Bearer ';

const header = z.object({ alg: z.literal('HS256') });
const payload = z.object({ iat: z.int() });

/** Refuses a request with 403 unless it carries the key and a fresh token signed with the secret; `now` in milliseconds. */
export function checkToken(
  headers: IncomingHttpHeaders,
  { key, secret, token }: Credentials & { readonly token: 'alone' | 'bearer' },
  now: number,
): void {
  if (headers['x-api-key'] !== key) throw new Refusal(403, 'Forbidden');
  const given = headers.authorization ?? '';
  if (token === 'bearer' && !given.startsWith(BEARER)) throw new Refusal(403, 'Missing bearer token');
  // A “Bearer” before it that is not asked for makes the first part no header.
  const [head = '', body = '', signature = '', ...rest] = (
    token === 'bearer' ? given.slice(BEARER.length) : given
  ).split('.');
  if (rest.length > 0 || !isSigned(`${head}.${body}`, signature, secret))
    throw new Refusal(403, 'Invalid token');
  const claims = payload.safeParse(decode(body));
  if (!header.safeParse(decode(head)).success || !claims.success) throw new Refusal(403, 'Invalid token');
  if (Math.abs(now / 1000 - claims.data.iat) > LONGEST_AGE) throw new Refusal(403, 'Token expired');
}

function isSigned(text: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(text).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
