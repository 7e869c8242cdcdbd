import { app, type BrowserWindow, dialog, shell } from 'electron';
import { WRITE_FORMATS, type WriteFormat } from '../shared/text/formats.ts';
import type { CloseGuard } from './close-guard.ts';
import type { Desktop } from './ipc/desktop.ts';
import { OPENABLE_ENDINGS } from './ipc/openable-files.ts';
import { mayOpenOutside } from './navigation-rules.ts';

/** What the dialog says that a file is chosen for. */
const OPENING = {
  roster: 'Open a roster',
  team: 'Read the current team from a file',
  people: 'Add people from a file',
} as const;

const everything = { name: 'All files', extensions: ['*'] };

/** What Electron can do around a window. */
export function electronDesktop(window: BrowserWindow, guard: CloseGuard): Desktop {
  return {
    dialogs: {
      async chooseToOpen(what) {
        const rosters = { name: 'Rosters', extensions: OPENABLE_ENDINGS };
        const chosen = await dialog.showOpenDialog(window, {
          title: OPENING[what],
          properties: ['openFile'],
          filters: [rosters, everything],
        });
        return chosen.filePaths[0] ?? null;
      },
      async chooseToSave(suggestedName: string, format: WriteFormat) {
        const { label, extension } = WRITE_FORMATS[format];
        const chosen = await dialog.showSaveDialog(window, {
          defaultPath: suggestedName,
          filters: [{ name: label, extensions: [extension] }, everything],
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        });
        return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
      },
    },
    showInFolder(path) {
      shell.showItemInFolder(path);
      return Promise.resolve(true);
    },
    async startDrag(path) {
      const icon = await app.getFileIcon(path);
      window.webContents.startDrag({ file: path, icon });
      return true;
    },
    async openPage(url) {
      if (!mayOpenOutside(url)) return false;
      await shell.openExternal(url);
      return true;
    },
    paste() {
      window.webContents.paste();
      return true;
    },
    showDocument(title, unsaved) {
      window.setTitle(title);
      window.setDocumentEdited(unsaved);
      guard.showUnsaved(unsaved);
    },
    // Not `close`, which would ask again.
    closeWindow: () => {
      window.destroy();
    },
  };
}
