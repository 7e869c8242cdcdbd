import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, posix, win32 } from 'node:path';

/** A program by its absolute path and its arguments; `verbatim` leaves their quoting to us, on Windows. */
export interface SystemCommand {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly verbatim?: boolean;
  /** The program says nothing by its exit code. */
  readonly mute?: boolean;
}

type SystemProgram = 'rundll32.exe' | 'explorer.exe' | 'open' | 'xdg-open' | 'flock';

/** Where Linux and macOS keep the system's programs; the last is NixOS's. */
const FOLDERS = ['/usr/bin', '/bin', '/run/current-system/sw/bin'];

/** Milliseconds after which a program that opens something is taken to have done so; it may go on, as a browser does. */
const OPENED = 5000;
/** Milliseconds for a program that answers at once, on a busy machine. */
const AT_ONCE = 10_000;

/**
 * The absolute path of a program of the system; null where it is not installed. By its name alone Windows would look for
 * it in the current folder first, which may be that of a roster (https://github.com/libuv/libuv/issues/3888).
 */
export function systemProgram(
  name: SystemProgram,
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  if (platform === 'darwin') return posix.join('/usr/bin', name);
  if (platform !== 'win32')
    return FOLDERS.map((folder) => posix.join(folder, name)).find((path) => existsSync(path)) ?? null;
  const windows = environment['SystemRoot'] ?? 'C:\\Windows';
  return name === 'explorer.exe' ? win32.join(windows, name) : win32.join(windows, 'System32', name);
}

/**
 * Leaves the folder that Rollcall was started in: “Open with” makes it the roster's, which could not be removed meanwhile,
 * and in which Windows would look for the programs that libraries start by name.
 */
export function leaveStartFolder(program = process.execPath): void {
  process.chdir(dirname(program));
  // https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-needcurrentdirectoryforexepathw
  process.env['NoDefaultCurrentDirectoryInExePath'] = '1';
}

/** What opens a file in the program that is meant for it; null where there is no screen, or nothing that does. */
export function openCommand(
  path: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): SystemCommand | null {
  if (platform === 'win32')
    return command(systemProgram('rundll32.exe', platform, environment), [
      'url.dll,FileProtocolHandler',
      path,
    ]);
  if (platform === 'darwin') return command(systemProgram('open', platform), [path]);
  return hasScreen(environment) ? command(systemProgram('xdg-open', platform), [path]) : null;
}

/** What shows a file in its folder; null where there is no screen, or nothing that does. */
export function showCommand(
  path: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): SystemCommand | null {
  // explorer.exe reads its own quotes, and ends with 1 when all went well. A path there cannot hold a quote.
  const itsOwn = { verbatim: true, mute: true };
  if (platform === 'win32')
    return command(systemProgram('explorer.exe', platform, environment), [`/select,"${path}"`], itsOwn);
  if (platform === 'darwin') return command(systemProgram('open', platform), ['-R', path]);
  return openCommand(dirname(path), platform, environment);
}

function command(
  program: string | null,
  parameters: readonly string[],
  how: Pick<SystemCommand, 'verbatim' | 'mute'> = {},
): SystemCommand | null {
  return program === null ? null : { program, parameters, ...how };
}

function hasScreen(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'] ?? environment['WSL_DISTRO_NAME']);
}

/** Runs a program that opens something; false when there is none or it says that it failed. */
export async function runSystemCommand(command: SystemCommand | null): Promise<boolean> {
  if (command === null) return false;
  const { program, parameters, verbatim = false, mute = false } = command;
  const options = { detached: true, stdio: 'ignore', windowsVerbatimArguments: verbatim } as const;
  const child = spawn(program, parameters, options);
  child.unref();
  const ended = await endOf(child, OPENED);
  return ended === 'late' || (ended !== null && (mute || ended === 0));
}

/**
 * Locks an open file by flock(2), which Node does not offer: the program shares our handle, and the lock is the
 * handle's, whichever process asked for it. False where another handle has it; throws where the file cannot be locked.
 */
export async function lockHandle(handle: number): Promise<boolean> {
  const program = systemProgram('flock');
  if (program === null) throw notLocked('The program flock (util-linux) is missing');
  const child = spawn(program, ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', handle] });
  const ended = await endOf(child, AT_ONCE);
  if (ended === 'late') child.kill('SIGKILL');
  if (ended === 0 || ended === 1) return ended === 0;
  throw notLocked(`flock ended with ${ended}`);
}

/** As of a file system that has no locks. */
function notLocked(message: string): Error {
  return Object.assign(new Error(message), { code: 'ENOLCK' });
}

/** With which code a program ends; null where it cannot be started or is killed. */
function endOf(child: ChildProcess, limit: number): Promise<number | 'late' | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limit, 'late' as const);
    const end = (code: number | null): void => {
      clearTimeout(timer);
      resolve(code);
    };
    child.once('error', () => {
      end(null);
    });
    child.once('exit', end);
  });
}
