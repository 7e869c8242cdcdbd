import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { systemCode } from './file-failures.ts';
import { findUserData } from './user-data.ts';

/** A computer, for others that share a folder with it. */
export interface Computer {
  /** Sixteen hexadecimal digits that stay the same, unlike the name, which changes with the network. */
  readonly id: string;
  /** For people. */
  readonly name: string;
}

const ID = /^[0-9a-f]{16}$/;

/** Where the system keeps an id of the computer. A home folder on the network is shared, so none is kept there if possible. */
const SYSTEM_IDS = ['/etc/machine-id', '/var/lib/dbus/machine-id'];

/** This computer: by the id that the system has of it, or else one that was drawn once and is kept in the user's data. */
export function thisComputer(systemIds = SYSTEM_IDS, folder = findUserData().local): Computer {
  return { id: systemId(systemIds) ?? keptId(join(folder, 'computer-id')), name: hostname() };
}

/** Whether a process of this computer has this number, whichever user's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** machine-id(5) is confidential: a program is to use a keyed digest of it. */
function systemId(paths: readonly string[]): string | null {
  for (const path of paths) {
    const id = read(path);
    if (/^[0-9a-f]{32}$/.test(id))
      return createHmac('sha256', id).update('Rollcall').digest('hex').slice(0, 16);
  }
  return null;
}

function keptId(path: string): string {
  const kept = read(path);
  if (ID.test(kept)) return kept;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(8).toString('hex'), { flag: kept === '' ? 'wx' : 'w', mode: 0o600 });
  } catch {
    // Another process was quicker, or nothing can be kept there.
  }
  const now = read(path);
  return ID.test(now) ? now : createHash('sha256').update(hostname()).digest('hex').slice(0, 16);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1').trim();
  } catch {
    return '';
  }
}
