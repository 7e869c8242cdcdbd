import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { draftId } from '../../shared/contract/draft-calls.ts';
import { type Protection, seal, unseal } from '../agent-connect/credentials/protection.ts';

/**
 * The version of drafts that this Rollcall writes. It reads those of version 1, in which all rows come before what was
 * done to them, and of version 2, which do not name their fields.
 */
export const DRAFT_VERSION = 3;

/** Where a roster belongs, and the file's version when the roster was read from it or saved. */
const place = z.strictObject({
  path: z.string(),
  version: z.strictObject({ size: z.number(), modified: z.string() }).nullable(),
});
export type DraftPlace = z.infer<typeof place>;

/** The first record of a draft, which is never encrypted. */
export const draftHead = z.strictObject({
  kind: z.literal('head'),
  version: z.literal([1, 2, DRAFT_VERSION]),
  id: draftId,
  /** ISO date and time. */
  startedAt: z.iso.datetime(),
  name: z.string(),
  place: place.nullable(),
  /** With which all that follows is encrypted; null where it is plain text without temporary passwords. */
  key: z.strictObject({ backend: z.string(), blob: z.base64() }).nullable(),
});
export type DraftHead = z.infer<typeof draftHead>;

/** Where a roster that was saved belongs from then on. The window is not told. */
export const placeRecord = z.strictObject({ kind: z.literal('place'), name: z.string(), place });

const anyVersion = z.object({ version: z.number() });

/** Whether a head is of a newer Rollcall. */
export function isNewer(json: unknown): boolean {
  const head = anyVersion.safeParse(json);
  return head.success && head.data.version > DRAFT_VERSION;
}

/** Encrypts and decrypts the records of one draft. */
export interface DraftSeal {
  seal(text: string): string;
  /** Of bytes as they are read, in UTF-8. Null where they were not sealed with this key, or were changed since. */
  unseal(sealed: Buffer): Buffer | null;
}

/** A draft's key as it stands in the draft, encrypted by the operating system. */
interface ProtectedKey {
  readonly backend: string;
  readonly blob: string;
}

/** For a draft that holds no temporary passwords: its records are plain text. */
export const OPEN_SEAL: DraftSeal = { seal: (text) => text, unseal: (bytes) => bytes };

/** A new key of AES-256-GCM; null where the operating system does not really protect it. */
export async function makeSeal(
  protection: Protection,
): Promise<{ readonly seal: DraftSeal; readonly key: ProtectedKey } | null> {
  const key = randomBytes(32);
  const kept = await seal(protection, key.toString('base64'));
  return 'refused' in kept ? null : { seal: sealWith(key), key: kept };
}

/** The seal of a draft's key; null where the keyring does not give it back. */
export async function openSeal(protection: Protection, kept: ProtectedKey): Promise<DraftSeal | null> {
  const key = await unseal(protection, kept);
  return key === null ? null : sealWith(Buffer.from(key, 'base64'));
}

const CIPHER = 'aes-256-gcm';
/** Bytes of the nonce, random for each record, and of the tag: NIST SP 800-38D. */
const NONCE = 12;
const TAG = 16;

function sealWith(key: Buffer): DraftSeal {
  return {
    seal(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const hidden = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...hidden]).toString('base64');
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed.toString('latin1'), 'base64');
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
