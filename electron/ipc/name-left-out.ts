import { lstat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

/** The path of a file that is not there yet, beside another one, for the rows left out of it: “roster – left out.txt”. */
export async function nameLeftOut(path: string): Promise<string> {
  const { name } = parse(path);
  for (let number = 1; ; number += 1) {
    const candidate = join(dirname(path), `${name} – left out${number === 1 ? '' : ` ${number}`}.txt`);
    if (!(await isThere(candidate))) return candidate;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
