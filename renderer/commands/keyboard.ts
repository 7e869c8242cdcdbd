import { COMMANDS, type CommandName } from '../../shared/commands.ts';
import type { Session } from '../session/session.ts';
import { isAvailable, runCommand } from './run-command.ts';

/** A pressed combination in the words of `COMMANDS`, such as `Mod+Shift+.`. */
export function combination(event: KeyboardEvent, platform: string): string {
  const mod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const parts = [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift', keyName(event)];
  return parts.filter((part) => part !== false).join('+');
}

/** The key as the table names it: letters by the key, signs by their place, since Shift turns `.` into another sign. */
function keyName({ key, code }: KeyboardEvent): string {
  const signs: Readonly<Record<string, string>> = {
    Period: '.',
    Slash: '/',
    Minus: '-',
    Equal: '=',
    NumpadSubtract: '-',
  };
  const sign = signs[code];
  if (sign !== undefined) return sign;
  if (key.startsWith('Arrow')) return key.slice('Arrow'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}

const commandOf: ReadonlyMap<string, CommandName> = new Map(
  Object.entries(COMMANDS).flatMap(([name, { keys }]) =>
    keys.map((combined) => [combined, name as CommandName] as const),
  ),
);

/** Commands whose keys a text field keeps for itself; finding works from there as well. */
export const FIELD_COMMANDS = /^(edit\.(?!find|replace)|rows\.)/;

/** Commands that a text field keeps for itself while someone types in it. */
function belongsToField(name: CommandName, target: EventTarget | null): boolean {
  const typing =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return typing && FIELD_COMMANDS.test(name);
}

/** Runs the table's commands by their keys; answers a function that stops it. */
export function listenToKeys(session: Session): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const name = commandOf.get(combination(event, session.app.platform));
    if (name === undefined || event.isComposing || belongsToField(name, event.target)) return;
    event.preventDefault();
    if (isAvailable(session.store.getState(), name)) runCommand(session, name);
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
  };
}
