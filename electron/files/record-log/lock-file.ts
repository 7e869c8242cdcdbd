import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import { systemCode } from '../system-error.ts';
import { writeFailure } from '../write-failure.ts';
import { processStart } from './process-start.ts';

/** Who holds a file: a process of a computer. Its number is given again when it is gone, so its start is told too. */
const holder = z.strictObject({ process: z.number(), start: z.string(), computer: z.string() });
type Holder = z.infer<typeof holder>;

/** A file that no other process opens for writing until it is let go. */
export interface FileLock {
  release(): Promise<void>;
}

/** How long a claim that cannot be read may still be on its way to disk, in milliseconds. */
const BEING_WRITTEN = 2000;
/** Two that claim at the same moment both step back; then each tries again after a time of its own. */
const TRIES = 5;

/**
 * Claims a file for this process by a small file beside it, one for each claimant: a claim is made first and the others
 * looked for then, so that of two at once at most one stays. Claims of processes that are gone are cleared away.
 */
export async function lockFile(path: string): Promise<Result<FileLock, Failure>> {
  for (let tries = 1; ; tries += 1) {
    const claimed = await claim(path);
    if (claimed.ok || claimed.failure.code !== 'record.held' || tries === TRIES) return claimed;
    await wait(20 + Math.random() * 80);
  }
}

/** The number of the process that has made a claim, by the claim's file name; null where that is no claim's. */
export function claimantOf(name: string): number | null {
  const number = /\.lock-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
  return number === undefined ? null : Number(number);
}

async function claim(path: string): Promise<Result<FileLock, Failure>> {
  const own = `${path}.lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  const release = () => fs.rm(own, { force: true });
  try {
    const self = {
      process: process.pid,
      start: await ownStart(),
      computer: hostname(),
    };
    await fs.writeFile(own, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
    const other = await findOther(path, own);
    if (other === null) return success({ release });
    await release();
    return failure(other);
  } catch (error) {
    await release().catch(() => undefined);
    return failure(writeFailure(error, basename(path)));
  }
}

/** Why a file cannot be claimed now, `record.held…`, or null; claims nothing. Throws where its folder cannot be read. */
export function findHolder(path: string): Promise<Failure | null> {
  return findOther(path, '');
}

async function findOther(path: string, own: string): Promise<Failure | null> {
  const [folder, name] = [dirname(path), basename(path)];
  const start = `${name}.lock-`;
  for (const entry of await fs.readdir(folder)) {
    const file = join(folder, entry);
    if (!entry.startsWith(start) || file === own) continue;
    const found = await readClaim(file);
    if (found === null) continue;
    if (found === 'unreadable' ? !(await isBeingWritten(file)) : await isGone(found)) {
      await fs.rm(file, { force: true });
      continue;
    }
    const number = Number.parseInt(entry.slice(start.length), 10);
    if (found === 'unreadable' || found.computer === hostname())
      return failed('record.held', { name, process: number });
    return failed('record.heldElsewhere', { name, computer: found.computer, lock: entry });
  }
  return null;
}

let knownStart: Promise<string> | null = null;

/** Asked once: on some systems another process has to be started for it. */
function ownStart(): Promise<string> {
  knownStart ??= processStart(process.pid).then((start) => start ?? '');
  return knownStart;
}

/** Null where there is none any more. */
async function readClaim(file: string): Promise<Holder | 'unreadable' | null> {
  try {
    const read = holder.safeParse(JSON.parse(await fs.readFile(file, 'utf8')) as unknown);
    return read.success ? read.data : 'unreadable';
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? null : 'unreadable';
  }
}

async function isBeingWritten(file: string): Promise<boolean> {
  const found = await fs.stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < BEING_WRITTEN;
}

/** Nobody can tell of a process on another computer, which may share the folder. */
async function isGone({ process: pid, start, computer }: Holder): Promise<boolean> {
  if (computer !== hostname()) return false;
  const now = await processStart(pid);
  return now === null || (now !== '' && start !== '' && now !== start);
}
