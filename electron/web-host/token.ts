import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh secret of 256 random bits, as text that a header and an address can carry. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: enough to know it again. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether a token is the one of a digest, in a time that says nothing about either, whatever its length. */
export function isToken(given: string, digest: Buffer): boolean {
  return timingSafeEqual(tokenDigest(given), digest);
}
