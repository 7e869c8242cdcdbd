import { createHmac } from 'node:crypto';

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
