import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { systemCode } from '../../system/file-failures.ts';
import { beginningAside, readJsonFile, writeJsonFile } from '../../files/json-file.ts';
import type { Credentials } from './credentials.ts';
import { type Protection, seal, unseal } from './protection.ts';

const KIND = {
  version: 1,
  schema: z.strictObject({ version: z.literal(1), backend: z.string(), blob: z.base64() }),
};
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
  const aside = beginningAside(path);
  const read = async (): Promise<Found> => {
    const found = await readJsonFile(path, KIND);
    if (!found.ok || found.value.setAside) return { kind: 'unreadable' };
    if (found.value.value === null) return { kind: 'none' };
    const credentials = parse(await unseal(protection, found.value.value), purpose);
    return credentials === null ? { kind: 'unreadable' } : { kind: 'read', credentials };
  };
  return {
    read,
    async write({ key, secret }) {
      const sealed = await seal(protection, JSON.stringify({ purpose, key, secret }));
      if ('refused' in sealed) return sealed.refused;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      if ((await read()).kind === 'unreadable') await rename(path, aside).catch(unlessMissing);
      await writeJsonFile(path, KIND, sealed);
      return null;
    },
    async remove() {
      const names = await readdir(folder).catch(() => []);
      const ours = names.filter((name) => name === basename(path) || name.startsWith(basename(aside)));
      for (const name of ours) await rm(join(folder, name), { force: true });
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

/** What made no sense at all was set aside when it was read. */
function unlessMissing(error: unknown): void {
  if (systemCode(error) !== 'ENOENT') throw error;
}
