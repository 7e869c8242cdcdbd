import { readFile } from 'node:fs/promises';

/** FLOOR: read the file, decode it, look at every character once. Answers a sum, so that nothing can be skipped. */
export async function floor(path: string): Promise<number> {
  return scan((await readFile(path)).toString('utf16le'));
}

/** Looks at every character once. */
export function scan(text: string): number {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) sum = (sum + text.charCodeAt(place)) | 0;
  return sum;
}
