import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built web host as a process of its own. */
export interface Host {
  /** The page that forwards a browser to the window, with the launch token. */
  readonly launchFile: string;
  /** What it has said so far on its standard output and error. */
  said(): string;
  /** Its process. */
  readonly pid: number;
  /** Ends it as the system would, and by force after five seconds. Throws if it had ended by itself with an error. */
  stop(): Promise<void>;
  /** Kills it with no warning. */
  kill(): Promise<void>;
}

const entry = fileURLToPath(new URL('../../../out/main/web-host.js', import.meta.url));

/** Uploads to a simulator are slow enough to be looked at, and soon sure of what is unknown. */
const LIMITS = ['--rate', '900', '--settle', '2'];

/** Starts `out/main/web-host.js` with its data in `userData` and waits until it says that it is ready. */
export async function startHost(options: {
  userData: string;
  /** Where the host runs, and so where its file chooser begins. */
  folder: string;
  file?: string;
  /** Whether an organization may be at a simulator. */
  testServers?: boolean;
}): Promise<Host> {
  const launchFile = join(options.userData, 'launch.html');
  const files = options.file === undefined ? [] : [options.file];
  const flags = options.testServers === true ? ['--allow-test-server', ...LIMITS] : [];
  const child = spawn(process.execPath, [entry, '--launch-file', launchFile, ...flags, ...files], {
    cwd: options.folder,
    env: isolatedEnvironment(options.userData),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  await ready(child, said);
  return {
    launchFile,
    pid: child.pid ?? 0,
    said: () => said.text,
    stop: () => stop(child, said),
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

/** Nothing of the machine's own Rollcall is read or written. */
export function isolatedEnvironment(userData: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ROLLCALL_USER_DATA: userData,
    HOME: userData,
    USERPROFILE: userData,
    APPDATA: userData,
    XDG_CONFIG_HOME: userData,
  };
}

function listen(child: ChildProcess): { text: string } {
  const said = { text: '' };
  const hear = (chunk: Buffer): void => {
    said.text += chunk.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return said;
}

async function ready(child: ChildProcess, said: { text: string }): Promise<void> {
  const firstLine = child.stdout ? once(child.stdout, 'data') : Promise.resolve();
  await Promise.race([firstLine, ended(child)]);
  if (hasEnded(child)) throw new Error(`The host ended before it was ready:\n${said.text}`);
}

async function stop(child: ChildProcess, said: { text: string }): Promise<void> {
  if (hasEnded(child)) {
    if (child.exitCode !== 0) throw new Error(`The host ended by itself:\n${said.text}`);
    return;
  }
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended(child);
  clearTimeout(force);
}

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
