import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, posix, win32 } from 'node:path';

/** The folders in which Rollcall keeps what it remembers between starts, the same for app, web host and command line. */
export interface UserData {
  /** Settings, which a Windows profile takes along from computer to computer. */
  readonly settings: string;
  /** What belongs to this computer, and all that is of people. But on Windows it is the same folder. */
  readonly local: string;
}

/** Beneath the settings: what is on its way to the local folder. */
export const MOVING = 'moving-to-local';
/** Settings, by the beginnings of their names: beside them stands what was set aside or half written. */
const SETTINGS = ['organizations', 'recent-files.json', 'column-layout.json'];
/** The current teams of organizations are people’s data, and lie among their settings in older Rollcalls. */
const TEAM = '.team.jsonl';
/** Chromium holds it for as long as the app runs. */
const HELD = /^(lockfile|Singleton\w+)$/;

/**
 * Both folders: `%APPDATA%` and `%LOCALAPPDATA%`, or for both `~/Library/Application Support` or `$XDG_CONFIG_HOME`.
 * `ROLLCALL_USER_DATA` names another for both.
 */
export function userDataFolders(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): UserData {
  const own = environment['ROLLCALL_USER_DATA'];
  if (own !== undefined && own !== '') return { settings: own, local: own };
  if (platform === 'win32') {
    const { APPDATA: roaming, LOCALAPPDATA: local } = environment;
    return {
      settings: win32.join(roaming ?? win32.join(home, 'AppData', 'Roaming'), 'Rollcall'),
      local: win32.join(local ?? win32.join(home, 'AppData', 'Local'), 'Rollcall'),
    };
  }
  const config = environment['XDG_CONFIG_HOME'];
  // A relative path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
  const xdg = config?.startsWith('/') === true ? config : posix.join(home, '.config');
  const base = platform === 'darwin' ? posix.join(home, 'Library', 'Application Support') : xdg;
  const folder = posix.join(base, 'Rollcall');
  return { settings: folder, local: folder };
}

/** The folders in use: what an older Rollcall left among the settings is used there until `openUserData` has moved it. */
export function findUserData(folders = userDataFolders()): UserData {
  const { settings, local } = folders;
  if (settings === local || existsSync(local)) return folders;
  return isLeftIn(settings) ? { settings, local: settings } : folders;
}

function isLeftIn(settings: string): boolean {
  try {
    return existsSync(join(settings, MOVING)) || movable(settings).length > 0;
  } catch {
    // Nobody knows, and elsewhere nothing would be found.
    return true;
  }
}

/** What lies among the settings and belongs to the local folder: relative paths, folders before files. */
export function movable(settings: string): string[] {
  const entries = readIfThere(settings).filter(
    ({ name }) => name !== MOVING && !HELD.test(name) && !SETTINGS.some((kept) => name.startsWith(kept)),
  );
  const namesOf = (isFolder: boolean): string[] =>
    entries.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => name);
  const teams = readIfThere(join(settings, 'organizations')).filter(({ name }) => name.endsWith(TEAM));
  return [...namesOf(true), ...teams.map(({ name }) => join('organizations', name)), ...namesOf(false)];
}

function readIfThere(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
