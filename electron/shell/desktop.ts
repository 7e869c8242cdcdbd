import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Savable } from '../../shared/contract.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import type { CloseGuard } from './close-guard.ts';
import type { Desktop } from '../ipc/desktop.ts';
import { endingsFor } from '../ipc/openable-files.ts';
import { mayOpenOutside } from './navigation-rules.ts';

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
export function electronDesktop(window: BrowserWindow, guard: CloseGuard): Desktop {
  return {
    dialogs: {
      async chooseToOpen(what) {
        const name = what === 'profile' ? 'Profiles' : 'Rosters';
        const expected = { name, extensions: [...endingsFor(what)] };
        const chosen = await dialog.showOpenDialog(window, {
          title: OPENING[what],
          properties: ['openFile'],
          filters: [expected, everything],
        });
        return chosen.filePaths[0] ?? null;
      },
      async chooseToSave(suggestedName: string, format: Savable) {
        const { label, extension } = format === 'profile' ? PROFILE : WRITE_FORMATS[format];
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
