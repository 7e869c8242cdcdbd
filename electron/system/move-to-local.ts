import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf, systemCode } from './file-failures.ts';
import { isRunning } from './this-computer.ts';
import { findUserData, movable, MOVING, type UserData, userDataFolders } from './user-data.ts';

/** The folders in use, and how they came to be, for support. */
export interface OpenedUserData extends UserData {
  /** Null where there is one folder. */
  readonly note: string | null;
}

/** The calls by which files are moved; a test lets them fail. */
type System = Pick<typeof fs, 'copyFileSync' | 'fsyncSync' | 'renameSync' | 'rmSync' | 'utimesSync'> & {
  mkdirSync(path: string, options: { readonly recursive: true; readonly mode: number }): unknown;
};

/** What nobody could make again, which an older Rollcall may have left among the settings since. */
const PRECIOUS = /^(drafts|uploads|credentials|organizations)\b/;

/**
 * Opens the folders of the user’s data. Rollcall 0.1 kept everything in the roaming profile of Windows, whose
 * every log-on and log-off copies it over the network: what belongs to the computer is moved once. What is in use, or
 * cannot be moved, stays in use where it was, and is tried again at the next start.
 */
export function openUserData(folders = userDataFolders(), system: System = fs): OpenedUserData {
  if (folders.settings === folders.local) return { ...folders, note: null };
  try {
    const left = moveToLocal(folders, system);
    return { ...folders, note: left === 0 ? 'local' : `local, but for ${left} of the roaming profile` };
  } catch (error) {
    const found = findUserData(folders);
    const place = found.local === folders.local ? 'local, with some roaming' : 'roaming';
    return { ...found, note: `${place} (${reasonOf(error)})` };
  }
}

/**
 * Moves in steps of which each is whole or not: claimed by renaming, which Windows refuses while anything in a folder is
 * open; copied beside the local folder; put in its place by renaming; removed. Answers how many files have another
 * content there, and so stay.
 */
function moveToLocal({ settings, local }: UserData, system: System): number {
  removeOldCopies(local, system);
  const moving = join(settings, MOVING);
  const isFirst = !fs.existsSync(local);
  const names = movable(settings).filter((name) => PRECIOUS.test(name) || !fs.existsSync(join(local, name)));
  if (names.length === 0 && !fs.existsSync(moving)) return 0;
  try {
    claim(settings, names, system);
    if (isFirst) copyWhole(moving, local, system);
    const copied = copyInto(moving, local, system);
    for (const file of copied.done) system.rmSync(file, { force: true });
    if (copied.left === 0) system.rmSync(moving, { recursive: true, force: true });
    return copied.left;
  } catch (error) {
    if (!fs.existsSync(local)) giveBack(settings, system);
    throw error;
  }
}

/** Takes names out of everybody’s reach, into a folder of this process. */
function claim(settings: string, names: readonly string[], system: System): void {
  const own = join(settings, MOVING, `${process.pid}-${Date.now()}`);
  for (const name of names) {
    system.mkdirSync(dirname(join(own, name)), { recursive: true, mode: 0o700 });
    try {
      system.renameSync(join(settings, name), join(own, name));
    } catch (error) {
      // Another Rollcall that starts at the same time was quicker.
      if (systemCode(error) === 'ENOENT') continue;
      giveBack(settings, system);
      throw error;
    }
  }
}

/** Puts all that was claimed back to where nothing has taken its place meanwhile. */
function giveBack(settings: string, system: System): void {
  const moving = join(settings, MOVING);
  let isEmpty = true;
  for (const { from, name } of filesIn(moving)) {
    const to = join(settings, name);
    if (fs.existsSync(to)) isEmpty = false;
    else {
      system.mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      system.renameSync(from, to);
    }
  }
  if (isEmpty) system.rmSync(moving, { recursive: true, force: true });
}

/** Makes the local folder of all that was claimed: it is there with everything, or not at all. */
function copyWhole(moving: string, local: string, system: System): void {
  const copy = `${local}.${MOVING}-${process.pid}`;
  try {
    system.mkdirSync(copy, { recursive: true, mode: 0o700 });
    copyInto(moving, copy, system);
    system.renameSync(copy, local);
  } catch (error) {
    system.rmSync(copy, { recursive: true, force: true });
    // Another Rollcall that starts at the same time was quicker.
    if (!fs.existsSync(local)) throw error;
  }
}

/** Copies what is not there yet. Answers the files that are, and how many have another content. */
function copyInto(moving: string, folder: string, system: System): { done: string[]; left: number } {
  const files = filesIn(moving);
  const done = files.filter(({ from, name }) => copyFile(from, join(folder, name), system));
  return { done: done.map(({ from }) => from), left: files.length - done.length };
}

/** Whether a file is now in its place. A log that was gone on with there, or here, is the same one: the longer holds both. */
function copyFile(from: string, to: string, system: System): boolean {
  if (fs.existsSync(to)) {
    const [source, target] = [fs.readFileSync(from), fs.readFileSync(to)];
    const [short, long] = source.length > target.length ? [target, source] : [source, target];
    if (!short.equals(long.subarray(0, short.length))) return false;
    if (long === target || source.length === target.length) return true;
  }
  const whole = `${to}.${MOVING}-${process.pid}`;
  system.mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  system.copyFileSync(from, whole);
  const { atime, mtime } = fs.statSync(from);
  const handle = fs.openSync(whole, 'r+');
  try {
    system.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  // By which unsaved rosters say when they were left.
  system.utimesSync(whole, atime, mtime);
  system.renameSync(whole, to);
  return true;
}

/** All files that were claimed, with their names among the settings. */
function filesIn(moving: string): { readonly from: string; readonly name: string }[] {
  const found: { from: string; name: string }[] = [];
  const collect = (folder: string, name: string): void => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const one = { from: join(folder, entry.name), name: join(name, entry.name) };
      if (entry.isDirectory()) collect(one.from, one.name);
      else found.push(one);
    }
  };
  if (fs.existsSync(moving)) for (const own of fs.readdirSync(moving)) collect(join(moving, own), '');
  return found;
}

/** Removes what processes were copying that were killed then, also one that had the number of this one. */
function removeOldCopies(local: string, system: System): void {
  const beginning = `${basename(local)}.${MOVING}-`;
  const beside = dirname(local);
  for (const name of fs.existsSync(beside) ? fs.readdirSync(beside) : []) {
    if (!name.startsWith(beginning)) continue;
    const pid = Number(name.slice(beginning.length));
    if (pid === process.pid || !isRunning(pid))
      system.rmSync(join(beside, name), { recursive: true, force: true });
  }
}
