import {
  type Command,
  COMMANDS,
  type CommandName,
  FIELD_COMMANDS,
  keysOf,
} from '../../../shared/commands.ts';
import type { Session } from '../session/session.ts';
import { isAvailable } from './is-available.ts';
import { runCommand } from './run-command.ts';

/** A pressed combination in the words of `COMMANDS`, such as `Mod+Shift+.`. */
export function combination(event: KeyboardEvent, platform: string): string {
  const mac = platform === 'mac';
  const mod = mac ? event.metaKey : event.ctrlKey;
  // A Mac's own Ctrl is another key than the one that does what Ctrl does elsewhere.
  const parts = [
    mod && 'Mod',
    mac && event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    keyName(event),
  ];
  return parts.filter((part) => part !== false).join('+');
}

/** The keys that are named by a sign, by what they type and, since Shift turns `.` into another sign, by their place. */
const SIGNS: Readonly<Record<string, string>> = {
  '.': '.',
  '/': '/',
  '-': '-',
  '+': 'Plus',
  Period: '.',
  Slash: '/',
  Minus: '-',
  Equal: 'Plus',
};

function keyName({ key, code }: KeyboardEvent): string {
  const sign = SIGNS[key] ?? SIGNS[code];
  if (sign !== undefined) return sign;
  if (key.startsWith('Arrow')) return key.slice('Arrow'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}

/** The commands by their keys on a platform. */
function commandsByKeys(platform: string): ReadonlyMap<string, CommandName> {
  // The table's keys are exactly the names of its commands.
  const names = Object.keys(COMMANDS) as CommandName[];
  return new Map(
    names.flatMap((name) => keysOf(COMMANDS[name], platform === 'mac').map((keys) => [keys, name] as const)),
  );
}

function isNative(name: CommandName): boolean {
  const command: Command = COMMANDS[name];
  return command.native === true;
}

/** Whether a command's keys are left to a text field that has the focus. */
function belongsToField(name: CommandName, target: EventTarget | null): boolean {
  return FIELD_COMMANDS.test(name) && isTextField(target);
}

/** Whether someone can type in an element. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Commands whose keys zoom the window unless whole rows are selected. */
const ROW_KEYS: ReadonlySet<CommandName> = new Set(['rows.insertAbove', 'rows.delete']);

/** Runs the table's commands by their keys; answers a function that stops it. */
export function listenToKeys(session: Session): () => void {
  const commandOf = commandsByKeys(session.app.platform);
  const onKey = (event: KeyboardEvent): void => {
    const name = commandOf.get(combination(event, session.app.platform));
    if (name === undefined || isNative(name) || event.isComposing || belongsToField(name, event.target))
      return;
    const state = session.store.getState();
    if (ROW_KEYS.has(name) && state.selection?.kind !== 'rows') return;
    event.preventDefault();
    if (isAvailable(state, name)) runCommand(session, name);
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
  };
}
