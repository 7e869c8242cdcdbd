import { constants } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { failed } from '../../shared/failures/failures.ts';
import { systemCode, WriteRefusal } from '../system/file-failures.ts';
import { freePath } from './file-version.ts';

/** The file-system calls that writing needs, so that tests can make the nth of them fail. */
export type FileSystem = Pick<
  typeof fs,
  'copyFile' | 'lstat' | 'open' | 'readFile' | 'readlink' | 'rename' | 'stat' | 'unlink'
>;

/**
 * How file systems answer that they do not flush, or keep no modes: network drives, synced folders
 * (https://github.com/microsoft/vscode/issues/10408, https://github.com/syncthing/syncthing/issues/5704).
 */
const UNABLE = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'ENOSYS']);

/** Writes all bytes at the beginning of an open file. */
export async function writeAll(file: fs.FileHandle, bytes: Uint8Array): Promise<void> {
  // A write may take only part of the bytes; a disk that takes none is full, whatever it answers.
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, written);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    written += bytesWritten;
  }
}

/** Flushes an open file to disk where its file system can; what was written is read back in any case. */
export async function flush(file: fs.FileHandle): Promise<void> {
  await unlessUnable(file.sync());
}

/** Waits for a call that not every file system answers; where it says that it cannot, that is no failure. */
export async function unlessUnable(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!UNABLE.has(systemCode(error) ?? '')) throw error;
  }
}

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
