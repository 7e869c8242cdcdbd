import { constants } from 'node:fs';
import { basename, extname } from 'node:path';
import { failed } from '../../shared/failures/failures.ts';
import { type FileSystem, flush, writeAll } from './file-system.ts';
import { freePath } from './free-path.ts';
import { WriteRefusal } from '../system/file-failures.ts';

/**
 * Writes into a file that another program has open, and reads it back. What was there before is copied beside it first:
 * it is put back where writing fails, and where even that fails, or the power does, the copy stays.
 */
export async function writeInPlace(target: string, bytes: Uint8Array, system: FileSystem): Promise<void> {
  const copy = await freePath(target, 'before saving', extname(target));
  const removeCopy = (): Promise<void> => system.unlink(copy).catch(() => undefined);
  try {
    await copyFlushed(target, copy, system);
  } catch (error) {
    await removeCopy();
    throw error;
  }
  try {
    await overwrite(target, bytes, system);
  } catch (error) {
    if (!(await isPutBack(target, copy, system)))
      throw new WriteRefusal(failed('write.torn', { name: basename(target), copy: basename(copy) }));
    await removeCopy();
    throw error;
  }
  await removeCopy();
}

async function copyFlushed(target: string, copy: string, system: FileSystem): Promise<void> {
  await system.copyFile(target, copy, constants.COPYFILE_EXCL);
  const file = await system.open(copy, 'r+');
  try {
    await flush(file);
  } finally {
    await file.close();
  }
}

async function overwrite(target: string, bytes: Uint8Array, system: FileSystem): Promise<void> {
  const file = await system.open(target, 'r+');
  try {
    await writeAll(file, bytes);
    await file.truncate(bytes.length);
    await flush(file);
  } finally {
    await file.close();
  }
  const reread = await system.readFile(target);
  if (!reread.equals(bytes)) throw new WriteRefusal(failed('write.differs', { name: basename(target) }));
}

async function isPutBack(target: string, copy: string, system: FileSystem): Promise<boolean> {
  try {
    await overwrite(target, await system.readFile(copy), system);
    return true;
  } catch {
    return false;
  }
}
