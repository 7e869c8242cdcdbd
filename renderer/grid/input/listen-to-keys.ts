import { combination, commandByKeys } from '../../app/commands/keyboard.ts';
import { commitEditing, startEditing } from '../editing/edit-cells.ts';
import type { GridView } from '../view/grid-view.ts';
import { type Act, EDITING_KEYS, KEYS } from './keys.ts';

/**
 * Hears every key before the grid does and does what it means in a spreadsheet. What it does not know goes on to the
 * window's commands; AG Grid itself handles none. Answers a function that stops it.
 */
export function listenToKeys(view: GridView): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!isInCell(event.target)) return;
    if (view.editor === null) handleKey(view, event);
    else handleEditingKey(view, event);
  };
  view.wrapper.addEventListener('keydown', onKey, { capture: true });
  return () => {
    view.wrapper.removeEventListener('keydown', onKey, { capture: true });
  };
}

function isInCell(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.ag-cell') !== null;
}

function handleKey(view: GridView, event: KeyboardEvent): void {
  const name = combination(event, view.session.app.platform);
  const act = KEYS.get(name);
  if (act !== undefined) {
    run(view, event, act);
  } else if (commandByKeys(view.session, name) === null && isText(event)) {
    // The editor is focused before the browser types this key, so the key goes into it: no preventDefault here.
    startEditing(view, 'replace');
    event.stopPropagation();
  }
}

function handleEditingKey(view: GridView, event: KeyboardEvent): void {
  // Keys that choose among an input method's candidates belong to it.
  if (event.isComposing) return;
  const name = combination(event, view.session.app.platform);
  if (view.editor?.takeKey(name) === true) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const act = EDITING_KEYS.get(name);
  if (act !== undefined) {
    run(view, event, act);
    return;
  }
  const command = commandByKeys(view.session, name);
  if (command !== null && command.fieldKeys === undefined) commitEditing(view);
}

function run(view: GridView, event: KeyboardEvent, act: Act): void {
  if (act(view) === 'pass') return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether a key types something: a character, a dead key that waits for its letter, or a key of an input method. */
function isText(event: KeyboardEvent): boolean {
  if (event.key === 'Dead' || event.key === 'Process' || event.isComposing) return true;
  // AltGr types characters on many keyboards and comes as Ctrl and Alt.
  const isShortcut = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  // Named keys are words of plain letters; what types is one character, of whatever length.
  return !isShortcut && (event.key.length === 1 || !/^[A-Z][A-Za-z0-9]+$/.test(event.key));
}
