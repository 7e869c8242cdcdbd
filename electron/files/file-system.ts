import type * as fs from 'node:fs/promises';
import { systemCode } from '../system/file-failures.ts';

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
