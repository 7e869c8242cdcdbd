import { join } from 'node:path';
import { app, session } from 'electron';
import { readChannel } from '../app-update/read-channel.ts';
import { type AppServices, makeAppServices } from './app-services.ts';
import { registerAppScheme, serveAppProtocol } from './app-protocol.ts';
import { listenForCalls } from './listen-for-calls.ts';
import { setMenu } from './menu.ts';
import { guardNavigation } from './navigation-guard.ts';
import { fileInArguments, handedOver, toHandOver } from './opening.ts';
import { loadPage } from '../page/page-files.ts';
import { userDataFolder } from '../recent/user-data.ts';
import { startEntry } from '../support/start-entry.ts';
import { leaveStartFolder } from '../system/system-programs.ts';
import { VERSION } from '../version.ts';
import { openWindow, type RollcallWindow } from './window.ts';

let opening = fileInArguments(process.argv, app.isPackaged, process.cwd());
leaveStartFolder();
let window: RollcallWindow | null = null;
/** Null until the app is ready. */
let services: AppServices | null = null;
/** Whether what ran has been brought to an end in order. */
let isEnded = false;

function open(path: string | null): void {
  if (window !== null) {
    if (path !== null) window.host.openFile(path);
    window.show();
  } else if (services !== null) {
    window = openWindow(path, services, () => (window = null));
  } else {
    opening = path ?? opening;
  }
}

app.setPath('userData', userDataFolder());
if (app.requestSingleInstanceLock(toHandOver(opening))) {
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
  app.on('will-quit', (event) => {
    if (isEnded || services === null) return;
    event.preventDefault();
    const { appUpdates } = services;
    void endServices(services).finally(() => {
      isEnded = true;
      if (appUpdates === null) app.quit();
      else appUpdates.leave();
    });
  });
  // Not awaited: an ES module's top-level await would keep the app from getting ready.
  void app.whenReady().then(start);
} else {
  app.quit();
}

/** An upload is paused when what is under way has ended; the next start offers to resume it. */
async function endServices({ uploads, log }: AppServices): Promise<void> {
  await uploads.end();
  log.write({ kind: 'end' });
  await log.close();
}

async function start(): Promise<void> {
  guardNavigation(session.defaultSession);
  serveAppProtocol(await loadPage(join(import.meta.dirname, '../renderer')));
  listenForCalls((contentsId) => (window?.contentsId === contentsId ? window.host : null));
  const { platform, resourcesPath, execPath, env } = process;
  const channel = await readChannel({
    ...{ platform, isPackaged: app.isPackaged },
    ...{ resources: resourcesPath, program: execPath, environment: env },
  });
  setMenu(channel.kind === 'on', (event) => window?.send(event));
  services = makeAppServices(app.getPath('userData'), channel);
  services.log.write(startEntry(VERSION, 'desktop'));
  open(opening);
}
