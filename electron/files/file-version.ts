import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

/** What tells one state of a file on disk from another, without reading it. */
export interface FileVersion {
  readonly size: number;
  /** Time of the last modification, in nanoseconds since 1970, as digits: a number cannot hold it. */
  readonly modified: string;
}

/** The version of a file as it stands on disk, or null if it is not there. */
export async function versionOf(path: string): Promise<FileVersion | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && { size: Number(found.size), modified: String(found.mtimeNs) };
}

/** Whether a file has other content than when it had this version; a file that was deleted has none to lose. */
export async function hasChanged(path: string, known: FileVersion): Promise<boolean> {
  const now = await versionOf(path);
  return now !== null && !isSame(now, known);
}

/** Whether a file is there as it was when it had this version. */
export async function isStill(path: string, known: FileVersion): Promise<boolean> {
  const now = await versionOf(path);
  return now !== null && isSame(now, known);
}

function isSame(one: FileVersion, other: FileVersion): boolean {
  return one.size === other.size && one.modified === other.modified;
}

/** Whether two paths name one file, by whichever link or spelling; of a file that is not there, no other path does. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => null)),
  );
  if (!a || !b) return false;
  // Some network drives number no files.
  if (a.ino !== 0n || b.ino !== 0n) return a.ino === b.ino && a.dev === b.dev;
  const [realOne, realOther] = await Promise.all([one, other].map((path) => realpath(path)));
  return realOne === realOther;
}

/** The path of a file that is not there yet, beside another one: “roster – left out.txt”, or with a number behind it. */
export async function freePath(path: string, what: string, extension: string): Promise<string> {
  const { name } = parse(path);
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? what : `${what} ${number}`;
    const candidate = join(dirname(path), `${name} – ${numbered}${extension}`);
    if (!(await isThere(candidate))) return candidate;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
