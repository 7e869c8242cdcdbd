import { COMMANDS, type CommandName, keysOf } from '../../../shared/commands.ts';
import type { Session } from '../session/session.ts';
import { keyLabel } from './key-label.ts';

type App = Pick<Session['app'], 'platform' | 'chooser'>;

/** Keys that a browser answers itself and gives to no page; Firefox keeps the one with P for private windows. */
const KEPT_BY_BROWSERS: ReadonlySet<string> = new Set([
  'Mod+N',
  'Mod+T',
  'Mod+W',
  'Mod+Shift+N',
  'Mod+Shift+P',
  'Mod+Shift+T',
  'Mod+Shift+W',
]);

/** The keys of a command as the platform writes them, without those that never reach this window. */
export function keyHints(keys: readonly string[], { platform, chooser }: App): string[] {
  // In a browser the window has a chooser of its own for files; in the desktop app there is the system's.
  const isInBrowser = chooser === 'page';
  return keys
    .filter((key) => !(isInBrowser && KEPT_BY_BROWSERS.has(key)))
    .map((key) => keyLabel(key, platform));
}

/** The key to tell of beside a command; null where it has none that reaches this window. */
export function keyHint(name: CommandName, app: App): string | null {
  return keyHints(keysOf(COMMANDS[name], app.platform === 'mac'), app)[0] ?? null;
}
