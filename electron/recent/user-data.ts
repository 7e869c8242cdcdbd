import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * The folder in which Rollcall keeps what it remembers between starts, the same for the app and the web host: below
 * `%APPDATA%`, `~/Library/Application Support` or `$XDG_CONFIG_HOME`. `ROLLCALL_USER_DATA` names another.
 */
export function userDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const own = environment['ROLLCALL_USER_DATA'];
  if (own !== undefined && own !== '') return own;
  if (platform === 'win32') {
    return win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Rollcall');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Rollcall');
  const config = environment['XDG_CONFIG_HOME'];
  // A relative path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
  return posix.join(config?.startsWith('/') === true ? config : posix.join(home, '.config'), 'Rollcall');
}
