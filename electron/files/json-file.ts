import * as fs from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { parseJson } from '../../shared/text/plain-text.ts';
import { writeFile } from './write-file.ts';
import { reasonOf, systemCode, WriteRefusal } from '../system/file-failures.ts';

/** What a file that Rollcall keeps for itself holds: raised versions are those that an older Rollcall would misread. */
export interface JsonKind<Value> {
  readonly schema: z.ZodType<Value>;
  readonly version: number;
}

/** What such a file was found to hold. */
export interface FoundJson<Value> {
  /** Null where there is no file, or it made no sense. */
  readonly value: Value | null;
  /** Whether it made no sense and was set aside under another name, so that nothing is lost and a new one can be written. */
  readonly setAside: boolean;
}

/** A file without a version is of the first. */
const anyVersion = z.looseObject({ version: z.number().int().positive().default(1) });

/** Milliseconds before reading is tried again where a virus scanner or a backup has the file open for a moment. */
const PAUSES = [20, 80, 400];
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES']);

/**
 * Reads a file that Rollcall keeps for itself. Only one that is not there counts as none: one that cannot be read fails
 * with `settings.unreadable`, that of a newer Rollcall with `settings.newer`, and both stay as they are.
 */
export async function readJsonFile<Value>(
  path: string,
  { schema, version }: JsonKind<Value>,
  system: Pick<typeof fs, 'readFile'> = fs,
): Promise<Result<FoundJson<Value>, Failure>> {
  const name = basename(path);
  try {
    const text = await readText(path, system);
    if (text === null) return success({ value: null, setAside: false });
    const content = parseJson(text);
    const stated = anyVersion.safeParse(content);
    if (stated.success && stated.data.version > version) return failure(failed('settings.newer', { name }));
    const parsed = schema.safeParse(content);
    if (parsed.success) return success({ value: parsed.data, setAside: false });
    await fs.rename(path, await nameAside(path));
    return success({ value: null, setAside: true });
  } catch (error) {
    return failure(failed('settings.unreadable', { name, reason: reasonOf(error) }));
  }
}

/**
 * Writes such a file for its owner alone, whole or not at all, and makes its folder if it is missing. Throws where it
 * cannot, and where what is there cannot be read or is of a newer Rollcall.
 */
export async function writeJsonFile<Value>(
  path: string,
  kind: JsonKind<Value>,
  value: Record<string, unknown>,
): Promise<void> {
  await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const before = await readJsonFile(path, kind);
  if (!before.ok) throw new WriteRefusal(before.failure);
  const text = JSON.stringify({ version: kind.version, ...value }, null, 2);
  const written = await writeFile(path, Buffer.from(text), () => Promise.resolve(null));
  if (!written.ok) throw new WriteRefusal(written.failure);
}

/** The names under which what made no sense was set aside begin so. */
export function beginningAside(path: string): string {
  return `${path}.unreadable`;
}

async function readText(path: string, system: Pick<typeof fs, 'readFile'>): Promise<string | null> {
  for (const pause of [...PAUSES, null]) {
    try {
      return await system.readFile(path, 'utf8');
    } catch (error) {
      const code = systemCode(error) ?? '';
      if (code === 'ENOENT') return null;
      if (pause === null || !HELD.has(code)) throw error;
      await wait(pause);
    }
  }
  return null;
}

async function nameAside(path: string): Promise<string> {
  const first = beginningAside(path);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? first : `${first}-${number}`;
    const isFree = await fs.lstat(name).then(
      () => false,
      () => true,
    );
    if (isFree) return name;
  }
}
