import { randomBytes } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning, thisComputer } from '../system/this-computer.ts';

const NAME = /^\.rollcall\.([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;

/** Milliseconds after which nobody writes a file any more, on whichever computer. */
const A_DAY = 24 * 3600 * 1000;

/**
 * A new name for a file that is written beside its target and takes its place: it says who writes it. It is not made of
 * the target's name, which may be as long as the system allows.
 */
export function temporaryName(): string {
  return `.rollcall.${computer()}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

/** Whether a name is that of a file which was being written, on whichever computer. */
export function isTemporary(name: string): boolean {
  return NAME.test(name);
}

/** Removes from a folder what was being written when its process was killed: it holds people. */
export async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, where, pid] = NAME.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(folder, name);
    const isOver = where === computer() && !isRunning(Number(pid));
    if (isOver || (await isOld(path))) await unlink(path).catch(() => undefined);
  }
}

/**
 * Does so in many folders, one after the other, up to the first that does not answer in time: a share that cannot be
 * reached then has one of the process's few threads, and not all of them.
 */
export async function clearLeftoversIn(folders: Iterable<string>, limit = 3000): Promise<void> {
  for (const folder of folders) {
    const late = new AbortController();
    const answered = clearLeftovers(folder).then(() => true);
    const isInTime = await Promise.race([answered, wait(limit, false, { signal: late.signal, ref: false })]);
    if (!isInTime) return;
    late.abort();
  }
}

/** Tells the computers apart that write to one folder. */
function computer(): string {
  return thisComputer().id.slice(0, 8);
}

/** The number of a process may be another's by now, and the computer another. */
async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > A_DAY;
}
