import * as fs from 'node:fs/promises';
import type { FileSystem } from '../../../electron/files/write-in-place.ts';

/** An error as the system throws it. */
export function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: made to fail, ${syscall}`), { code, syscall });
}

/** The real file system, but the nth call fails, and all up to `last`; `counted` counts them. */
export function failingAt(nth: number, code: string, counted = { calls: 0 }, last = nth): FileSystem {
  const count = (): void => {
    counted.calls += 1;
    if (nth > 0 && counted.calls >= nth && counted.calls <= last)
      throw Object.assign(new Error(`${code}: made to fail`), { code });
  };
  const call =
    <Args extends unknown[], Answer>(real: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      count();
      return real(...args);
    };
  const open: typeof fs.open = async (...args) => {
    count();
    const file = await fs.open(...args);
    for (const name of ['write', 'chmod', 'sync', 'stat', 'truncate'] as const) {
      const real = file[name].bind(file) as (...args: unknown[]) => Promise<unknown>;
      Object.defineProperty(file, name, { value: call(real) });
    }
    return file;
  };
  return {
    open,
    lstat: call(fs.lstat) as typeof fs.lstat,
    stat: call(fs.stat) as typeof fs.stat,
    readlink: call(fs.readlink) as typeof fs.readlink,
    rename: call(fs.rename),
    copyFile: call(fs.copyFile),
    readFile: call(fs.readFile) as typeof fs.readFile,
    unlink: fs.unlink,
  };
}
