import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { systemProgram } from './find-electron.ts';

const run = promisify(execFile);

/** Where windows are shown. */
export interface Display {
  /** What a program has to find in its environment to show its windows there. */
  readonly environment: Readonly<Record<string, string>>;
  /** Why no key can be pressed there, as a sentence; null where `press` works. */
  readonly noKeys: string | null;
  /** Why there is no screen, as a sentence. */
  readonly missing: string | null;
  /** Presses keys, such as `ctrl+s`, as a keyboard does: they go to the window that has the focus. */
  press(...keys: readonly string[]): Promise<void>;
  end(): Promise<void>;
}

const NO_KEYS = 'Xvfb, openbox and xdotool, which press keys here, are not all installed.';

/**
 * A screen for the windows of one worker. On Linux it is a virtual one with a window manager where Xvfb and openbox are
 * installed: no window takes the focus from that of another worker, or from whoever works at this machine.
 */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return usualDisplay(null);
  const server = systemProgram('Xvfb');
  if (server !== null) return virtualDisplay(server);
  const has = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '';
  return usualDisplay(has === '' ? 'There is no screen here; install Xvfb.' : null);
}

function usualDisplay(missing: string | null): Display {
  return {
    ...{ environment: {}, missing, noKeys: NO_KEYS },
    press: () => Promise.reject(new Error(NO_KEYS)),
    end: () => Promise.resolve(),
  };
}

async function virtualDisplay(program: string): Promise<Display> {
  const size = ['-screen', '0', '1600x1000x24'];
  const server = spawn(program, ['-displayfd', '1', ...size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const environment = { DISPLAY: `:${await firstLine(server)}`, WAYLAND_DISPLAY: '' };
  const manager = await manageWindows(environment);
  const keyboard = manager === null ? null : systemProgram('xdotool');
  return {
    ...{ environment, missing: null, noKeys: keyboard === null ? NO_KEYS : null },
    press: async (...keys) => {
      if (keyboard === null) throw new Error(NO_KEYS);
      await run(keyboard, ['key', '--clearmodifiers', ...keys], { env: { ...process.env, ...environment } });
    },
    end: async () => {
      for (const one of [manager, server]) if (one !== null) await endProcess(one);
    },
  };
}

/** Without a window manager no window has the focus, and Alt+F4 closes nothing. */
async function manageWindows(environment: Display['environment']): Promise<ChildProcess | null> {
  const program = systemProgram('openbox');
  if (program === null) return null;
  const manager = spawn(program, ['--sm-disable', '--startup', 'echo ready'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await firstLine(manager);
  return manager;
}

/** What a program says first on its standard output. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('Its standard output is not heard');
  const said: unknown[] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(said[0])) throw new Error(`${child.spawnfile} has ended at once`);
  return said[0].toString().trim();
}

/** Ends a program and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
