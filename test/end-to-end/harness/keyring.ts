import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { endProcess, firstLine } from './display.ts';
import { systemProgram } from './find-electron.ts';

/** A keyring of a Linux desktop, unlocked, on a message bus of its own. */
export interface Keyring {
  /** What a program has to find in its environment to use it. */
  readonly environment: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

/** Why no keyring can be run here, as a sentence; null where one can. */
export function whyNoKeyring(): string | null {
  if (process.platform !== 'linux') return 'Only on Linux a keyring can be run beside the user’s own.';
  const missing = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'].filter((name) => !systemProgram(name));
  return missing.length === 0 ? null : `No keyring can be run here without ${missing.join(' and ')}.`;
}

/** Runs a keyring that keeps its files below a folder. */
export async function openKeyring(home: string): Promise<Keyring> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const own = { DBUS_SESSION_BUS_ADDRESS: await firstLine(bus), HOME: home, XDG_RUNTIME_DIR: home };
  const env = { ...process.env, ...own, XDG_DATA_HOME: home };
  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keyring.stdin.end('the password of the keyring');
  while (!isThere(env)) {
    if (hasEnded(keyring)) throw new Error('The keyring has ended at once');
    await wait(100);
  }
  return {
    // By which Chromium knows the keyring that the desktop has.
    environment: { ...own, XDG_CURRENT_DESKTOP: 'GNOME' },
    end: async () => {
      for (const one of [keyring, bus]) await endProcess(one);
    },
  };
}

/** Whether a program answers for the secrets of the session. */
function isThere(env: NodeJS.ProcessEnv): boolean {
  const question = ['--dest=org.freedesktop.DBus', '--print-reply', '/', 'org.freedesktop.DBus.NameHasOwner'];
  const answer = execFileSync('dbus-send', [...question, 'string:org.freedesktop.secrets'], { env });
  return answer.includes('boolean true');
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
