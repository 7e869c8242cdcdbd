import { join } from 'node:path';
import { app, session } from 'electron';
import { registerAppScheme, serveAppProtocol } from './app-protocol.ts';
import { electronAccess } from './electron-access.ts';
import { listenForCalls } from './listen-for-calls.ts';
import { setMenu } from './menu.ts';
import { guardNavigation } from './navigation-guard.ts';
import { fileInArguments, handedOver } from './opening.ts';
import type { AgentConnectAccess } from './organization/agent-connect-access.ts';
import { loadPage } from './page/page-files.ts';
import { userDataFolder } from './recent/user-data.ts';
import { openWindow, type RollcallWindow } from './window.ts';

let opening = fileInArguments(process.argv, app.isPackaged, process.cwd());
let window: RollcallWindow | null = null;
/** Null until the app is ready. */
let access: AgentConnectAccess | null = null;

function open(path: string | null): void {
  if (window !== null) {
    if (path !== null) window.host.openFile(path);
    window.show();
  } else if (access !== null) {
    window = openWindow(path, access, () => (window = null));
  } else {
    opening = path ?? opening;
  }
}

app.setPath('userData', userDataFolder());
if (app.requestSingleInstanceLock({ opening })) {
  registerAppScheme();
  app.enableSandbox();
  app.on('second-instance', (_event, _argv, _folder, data) => {
    open(handedOver(data));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('activate', () => {
    open(null);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not awaited: an ES module's top-level await would keep the app from getting ready.
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  guardNavigation(session.defaultSession);
  serveAppProtocol(await loadPage(join(import.meta.dirname, '../renderer')));
  listenForCalls((contentsId) => (window?.contentsId === contentsId ? window.host : null));
  setMenu((event) => window?.send(event));
  access = electronAccess(app.getPath('userData'));
  open(opening);
}
