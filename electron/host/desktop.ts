import type { Request } from '../../shared/contract/contract.ts';
import type { MenuCommand, NativeEdit } from '../../shared/contract/app-calls.ts';
import type { Openable, Savable } from '../../shared/contract/file-calls.ts';

/** The system's own dialogs. Each answers an absolute path, or null when the user chose none. */
export interface Dialogs {
  chooseToOpen(what: Openable): Promise<string | null>;
  /** The dialog has asked before it answers a file that exists. */
  chooseToSave(suggestedName: string, format: Savable): Promise<string | null>;
}

/** What a window shows: its title, whether something is unsaved, and the absolute path of its file, if it has one. */
interface ShownDocument {
  readonly title: string;
  readonly unsaved: boolean;
  readonly path: string | null;
}

/** What only the surroundings of a window can do: Electron's, or the web host's with less. */
export interface Desktop {
  /** Null where the window shows its own chooser. */
  readonly dialogs: Dialogs | null;
  /** Shows a file in the system's file manager; false where there is none. */
  showInFolder(path: string): Promise<boolean>;
  /** Goes on with the dragging of a file out of the window; false where the window cannot. */
  startDrag(path: string): Promise<boolean>;
  /** Opens a page in the browser; false where that is not for the host to do, or the page is none of those listed. */
  openPage(url: string): Promise<boolean>;
  /** Edits what has the focus as the system's own menu does; false where only the user's own keys can. */
  editNatively(action: NativeEdit): boolean;
  showDocument(shown: ShownDocument): void;
  /** Shows the commands of the window in the application menu, where there is one. */
  showMenu(commands: readonly MenuCommand[]): void;
  /** Takes the page's answer to an event. */
  heard(event: Request<'app.heard'>['event']): void;
  closeWindow(): void;
}

/** Endings of files that Rollcall opens, or says a helpful sentence about (`xls`), without the dot. */
const OPENABLE_ENDINGS = ['xlsx', 'txt', 'csv', 'tsv', 'tab', 'xls'];

/** The endings of files that are opened for something, without the dot. */
export function endingsFor(what: Openable): readonly string[] {
  return what === 'profile' ? ['json'] : OPENABLE_ENDINGS;
}

/** Whether a file of this name is worth showing to someone who wants to open a roster or something else. */
export function isOpenable(name: string, what: Openable): boolean {
  const dot = name.lastIndexOf('.');
  // Excel's lock files (~$name.xlsx) hold no rows.
  return dot > 0 && !name.startsWith('~$') && endingsFor(what).includes(name.slice(dot + 1).toLowerCase());
}
