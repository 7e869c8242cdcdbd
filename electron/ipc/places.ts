import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A folder that people begin to look from. */
export interface Place {
  readonly path: string;
  readonly name: string;
}

/** The places of this machine that are there: home and its usual folders, the folder of the start, drives on Windows. */
export async function findPlaces(home: string, current: string, platform: NodeJS.Platform): Promise<Place[]> {
  const usual = ['Documents', 'Downloads', 'Desktop'].map((name) => ({ path: join(home, name), name }));
  const here = { path: current, name: basename(current) || current };
  const candidates = [{ path: home, name: 'Home' }, ...usual, here, ...roots(platform)];
  const there = await Promise.all(candidates.map(({ path }) => isFolder(path)));
  const seen = new Set<string>();
  return candidates.filter(({ path }, index) => {
    const keep = there[index] === true && !seen.has(path);
    seen.add(path);
    return keep;
  });
}

function roots(platform: NodeJS.Platform): Place[] {
  if (platform !== 'win32') return [{ path: '/', name: 'Computer' }];
  // A and B are floppy drives: asking for them can take seconds.
  return Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => ({ path: `${letter}:\\`, name: `${letter}:` }));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
