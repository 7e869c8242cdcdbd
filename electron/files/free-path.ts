import { lstat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

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
