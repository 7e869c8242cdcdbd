import type { Command, RegisteredCommand, Session } from '../session/session.ts';
import { isAvailable, run } from './command.ts';
import { keysOf } from './keys.ts';

/** A pressed combination in the words of a command's keys, such as `Mod+Shift+.`. */
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

/** The command of a combination of keys; null where there is none. */
export function commandByKeys({ commands, app }: Session, pressed: string): RegisteredCommand | null {
  for (const command of commands.values()) {
    if (keysOf(command, app.platform).includes(pressed)) return command;
  }
  return null;
}

/** Whether a command's keys are left to a text field that has the focus. */
function belongsToField({ fieldKeys }: Command, target: EventTarget | null): boolean {
  return fieldKeys !== undefined && isTextField(target);
}

/** Whether someone can type in an element. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Runs commands by their keys; answers a function that stops it. */
export function listenToKeys(session: Session): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const asked = commandByKeys(session, combination(event, session.app.platform));
    if (asked === null || asked.native === true || event.isComposing || belongsToField(asked, event.target))
      return;
    const state = session.store.getState();
    if (asked.keysWhile?.(state) === false) return;
    event.preventDefault();
    if (isAvailable(asked, state)) run(session, asked);
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
  };
}
