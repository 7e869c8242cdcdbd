import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes free, in blocks of the disk's. */
  readonly fillTo: (free: number) => Promise<void>;
  /** Takes away again what fills it. */
  readonly clear: () => Promise<void>;
  readonly makeReadOnly: () => void;
}

/** Mounts a disk of so many kilobytes until the test is over. */
export function smallDisk(kilobytes: number): SmallDisk {
  const { folder, unmount } = mount(kilobytes);
  onTestFinished(unmount);
  const fillings: string[] = [];
  return {
    folder,
    fillTo: async (free) => {
      const { bsize, bavail } = await statfs(folder);
      const filling = join(folder, `filling ${fillings.length}`);
      fillings.push(filling);
      await writeFile(filling, Buffer.alloc(Math.max(0, bsize * bavail - free)));
    },
    clear: async () => {
      for (const filling of fillings.splice(0)) await rm(filling);
    },
    makeReadOnly: () => execFileSync('mount', ['-o', 'remount,ro', folder]),
  };
}

/** Whether this system lets tests mount a disk, which takes Linux and its root. */
export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    mount(64).unmount();
    return true;
  } catch {
    return false;
  }
})();

function mount(kilobytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'tmpfs', folder];
  try {
    execFileSync('mount', options, { stdio: 'pipe' });
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
  const unmount = (): void => {
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  };
  return { folder, unmount };
}
