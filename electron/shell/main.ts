import { join } from 'node:path';
import { app, session } from 'electron';
import { readChannel } from '../app-update/read-channel.ts';
import { loadPage } from '../host/page.ts';
import { type OpenedUserData, openUserData } from '../system/move-to-local.ts';
import { userDataFolders } from '../system/user-data.ts';
import { startEntry } from '../system/support-log.ts';
import { leaveStartFolder } from '../system/system-programs.ts';
import { APP_ID, VERSION } from '../system/version.ts';
import { Application } from './application.ts';
import { setMenu } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { fileInArguments, toHandOver } from './opening.ts';
import { listenForCalls, registerAppScheme, serveAppProtocol } from './serve-page.ts';
import { makeAppServices } from './services.ts';

const folder = process.cwd();
const opening = fileInArguments(process.argv, app.isPackaged, folder);
const folders = userDataFolders();
// The folder of the first app, to which a second start hands over.
app.setPath('userData', folders.settings);
leaveStartFolder();

if (app.requestSingleInstanceLock(toHandOver(opening))) {
  const userData = openUserData(folders);
  // Chromium's caches, and the key that protects secrets on Windows; it is read when the app gets ready.
  app.setPath('sessionData', userData.local);
  registerAppScheme();
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  const application = new Application({ opening, folder });
  // Not awaited: an ES module's top-level await would keep the app from getting ready.
  void app.whenReady().then(() => start(application, userData));
} else {
  app.quit();
}

async function start(application: Application, userData: OpenedUserData): Promise<void> {
  guardNavigation(session.defaultSession);
  serveAppProtocol(await loadPage(join(import.meta.dirname, '../renderer')));
  listenForCalls((contentsId) => application.hostOf(contentsId));
  const { platform, resourcesPath, execPath, env } = process;
  const channel = await readChannel({
    ...{ platform, isPackaged: app.isPackaged },
    ...{ resources: resourcesPath, program: execPath, environment: env },
  });
  // Until the window has shown its commands.
  setMenu([], () => undefined);
  const services = makeAppServices(userData, channel);
  services.log.write(startEntry(VERSION, 'desktop'));
  await services.windowState.load();
  application.start(services);
}
