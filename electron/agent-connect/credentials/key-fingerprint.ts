import { createHash } from 'node:crypto';

/** What tells one API key from another without telling the key: the first 12 hexadecimal digits of its SHA-256. */
export function keyFingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
