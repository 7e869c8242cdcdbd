import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemCode } from '../system-error.ts';

const run = promisify(execFile);

/** What is answered of a process that is there, where the system does not tell since when. */
const UNTOLD = '';

/**
 * When a process was started, as a word that tells it from every other process that had or will have its number; empty
 * where the system does not tell, and null where there is no such process.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (!isRunning(pid)) return null;
  try {
    return await (process.platform === 'linux' ? startOnLinux(pid) : startByCommand(pid));
  } catch {
    return isRunning(pid) ? UNTOLD : null;
  }
}

/** Whether there is such a process, whoever’s it is; one that was killed may be for a moment. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** proc(5): the state and the start in ticks since boot stand after the name, which may hold anything. */
async function startOnLinux(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Killed, and only kept until its parent asks for its exit code.
  if (state === 'Z' || state === 'X') return null;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'latin1');
  return `${boot.trim()} ${rest[18] ?? ''}`;
}

async function startByCommand(pid: number): Promise<string> {
  const command =
    process.platform === 'win32'
      ? run('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`])
      : run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } });
  return (await command).stdout.trim();
}
