import { dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type NativeImage, shell } from 'electron';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { type Desktop, type Dialogs, endingsFor } from '../host/desktop.ts';
import type { CloseGuard } from './close-guard.ts';
import { mayOpenOutside } from './navigation.ts';

/** What the dialog says that a file is chosen for. */
const OPENING = {
  roster: 'Open a roster',
  team: 'Read the current team from a file',
  people: 'Add people from a file',
  template: 'Open an organization’s template',
  profile: 'Import a profile',
} as const;

const PROFILE = { label: 'Profile', extension: 'json' } as const;

const everything = { name: 'All files', extensions: ['*'] };

/** What Electron can do around a window. */
export function electronDesktop(
  window: BrowserWindow,
  guard: CloseGuard,
  showMenu: Desktop['showMenu'],
): Desktop {
  const { webContents } = window;
  const iconOf = loadIcons();
  /** Of the open roster, once it has a file. */
  let folder: string | null = null;
  return {
    dialogs: dialogsOver(window, () => folder ?? app.getPath('documents')),
    showInFolder(path) {
      shell.showItemInFolder(path);
      return Promise.resolve(true);
    },
    async startDrag(path) {
      const icon = iconOf(path);
      webContents.startDrag({ file: path, icon: icon ?? (await app.getFileIcon(path)) });
      return true;
    },
    async openPage(url) {
      if (!mayOpenOutside(url)) return false;
      await shell.openExternal(url);
      return true;
    },
    editNatively(action) {
      webContents[action]();
      return true;
    },
    showDocument({ title, unsaved, path }) {
      if (path !== null) folder = dirname(path);
      window.setTitle(title);
      window.setDocumentEdited(unsaved);
      // The small icon in a Mac's title bar, which leads to the file's folder.
      if (process.platform === 'darwin') window.setRepresentedFilename(path ?? '');
      guard.showUnsaved(unsaved);
    },
    showMenu,
    heard(event) {
      guard.heard(event);
    },
    // Not `close`, which would ask again.
    closeWindow: () => {
      window.destroy();
    },
  };
}

/**
 * The system's dialogs. They begin in a folder that is named: one that is not may be the app's own, to which the app
 * goes when it starts.
 */
function dialogsOver(window: BrowserWindow, folder: () => string): Dialogs {
  return {
    async chooseToOpen(what) {
      const name = what === 'profile' ? 'Profiles' : 'Rosters';
      const expected = { name, extensions: [...endingsFor(what)] };
      const chosen = await dialog.showOpenDialog(window, {
        title: OPENING[what],
        defaultPath: folder(),
        properties: ['openFile'],
        filters: [expected, everything],
      });
      return chosen.filePaths[0] ?? null;
    },
    async chooseToSave(suggestedName, format) {
      const { label, extension } = format === 'profile' ? PROFILE : WRITE_FORMATS[format];
      const chosen = await dialog.showSaveDialog(window, {
        defaultPath: join(folder(), suggestedName),
        filters: [{ name: label, extensions: [extension] }, everything],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
  };
}

/**
 * The icons of what can be written, loaded ahead: a drag has to start while the button is down, and on Windows an icon
 * can take long. The system has one for each ending, and no file need be there.
 */
function loadIcons(): (path: string) => NativeImage | null {
  const icons = new Map<string, NativeImage>();
  const endings = new Set(Object.values(WRITE_FORMATS).map(({ extension }) => `.${extension}`));
  for (const ending of endings) {
    app.getFileIcon(`roster${ending}`).then(
      (icon) => icons.set(ending, icon),
      () => undefined,
    );
  }
  return (path) => icons.get(extname(path).toLowerCase()) ?? null;
}
