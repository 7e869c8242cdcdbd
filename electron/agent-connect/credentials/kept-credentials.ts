import { createHash } from 'node:crypto';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../../recent/json-file.ts';
import type { Credentials } from './credentials.ts';
import { type Protection, seal, unseal } from './protection.ts';

const file = z.strictObject({ version: z.literal(1), backend: z.string(), blob: z.base64() });
const content = z.strictObject({ purpose: z.string(), key: z.string(), secret: z.string() });

/** What was found of a pair that may be on disk. */
type Found =
  { readonly kind: 'none' | 'unreadable' } | { readonly kind: 'read'; readonly credentials: Credentials };

/** A pair on disk, encrypted by the operating system; which purpose it is for is encrypted, too. */
export interface KeptCredentials {
  read(): Promise<Found>;
  /** Null when it is kept, or the beginning of a sentence on why not. Throws where the disk does not take it. */
  write(credentials: Credentials): Promise<string | null>;
  /** Throws where the disk does not let it. */
  remove(): Promise<void>;
}

/** The pair for a purpose, in a folder that is made for its owner alone. */
export function keptCredentials(folder: string, purpose: string, protection: Protection): KeptCredentials {
  const path = join(folder, `${createHash('sha256').update(purpose).digest('hex').slice(0, 32)}.json`);
  // The keyring may give it back another day.
  const aside = `${path}.unreadable`;
  const read = async (): Promise<Found> => {
    const found = await readJsonFile(path, file);
    if (found === null) return { kind: 'none' };
    const credentials = parse(await unseal(protection, found), purpose);
    return credentials === null ? { kind: 'unreadable' } : { kind: 'read', credentials };
  };
  return {
    read,
    async write({ key, secret }) {
      const sealed = await seal(protection, JSON.stringify({ purpose, key, secret }));
      if ('refused' in sealed) return sealed.refused;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      if ((await read()).kind === 'unreadable') await rename(path, aside);
      await writeJsonFile(path, { version: 1, ...sealed });
      return null;
    },
    async remove() {
      for (const one of [path, aside]) await rm(one, { force: true });
    },
  };
}

/** The pair in a text; null where it is another purpose's, moved here by somebody, or none. */
function parse(text: string | null, purpose: string): Credentials | null {
  if (text === null) return null;
  try {
    const { purpose: own, ...credentials } = content.parse(JSON.parse(text));
    return own === purpose ? credentials : null;
  } catch {
    return null;
  }
}
