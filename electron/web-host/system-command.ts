import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** A program of the system and its arguments; `verbatim` leaves their quoting to us, on Windows. */
export interface SystemCommand {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly verbatim?: boolean;
  /** The program says nothing by its exit code. */
  readonly mute?: boolean;
}

/** What opens a web page that is a file in the default browser; null where there is no screen. */
export function openCommand(
  path: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): SystemCommand | null {
  if (platform === 'win32')
    return { program: 'rundll32.exe', parameters: ['url.dll,FileProtocolHandler', path] };
  if (platform === 'darwin') return { program: 'open', parameters: [path] };
  return hasScreen(environment) ? { program: 'xdg-open', parameters: [path] } : null;
}

/** What shows a file in its folder; null where there is no screen. */
export function showCommand(
  path: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): SystemCommand | null {
  if (platform === 'win32') {
    // explorer.exe reads its own quotes, and ends with 1 when all went well. A path there cannot hold a quote.
    return { program: 'explorer.exe', parameters: [`/select,"${path}"`], verbatim: true, mute: true };
  }
  if (platform === 'darwin') return { program: 'open', parameters: ['-R', path] };
  return hasScreen(environment) ? { program: 'xdg-open', parameters: [dirname(path)] } : null;
}

function hasScreen(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'] ?? environment['WSL_DISTRO_NAME']);
}

/** Milliseconds after which a program that still runs is taken to have done its work. */
const LONG_ENOUGH = 5000;

/** Runs a program of the system; false when there is none or it says that it failed. */
export function runSystemCommand(command: SystemCommand | null): Promise<boolean> {
  if (command === null) return Promise.resolve(false);
  const { program, parameters, verbatim = false, mute = false } = command;
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      detached: true,
      stdio: 'ignore',
      windowsVerbatimArguments: verbatim,
    });
    child.unref();
    const timer = setTimeout(resolve, LONG_ENOUGH, true);
    child.once('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(mute || code === 0);
    });
  });
}
