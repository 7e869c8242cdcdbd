import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { HostEvent } from '../../shared/contract.ts';
import type { AppServices } from './app-services.ts';
import { createCloseGuard } from './close-guard.ts';
import { electronDesktop } from './desktop.ts';
import { APP_ORIGIN } from '../ipc/frame-check.ts';
import { createHost, type Host } from '../ipc/host.ts';
import { WIRE } from '../ipc/wire.ts';
import { createKeptLayout } from '../recent/kept-layout.ts';
import { createRecentFiles } from '../recent/recent-files.ts';
import { diagnose } from '../support/diagnose.ts';
import { VERSION } from '../version.ts';
import { windowOptions } from './window-options.ts';

/** The app's window with its host. */
export interface RollcallWindow {
  /** The id under which its page's calls come. */
  readonly contentsId: number;
  readonly host: Host;
  /** Brings it to the front. */
  show(): void;
  send(event: HostEvent): void;
}

/** Opens the window; `onClosed` is called when it is gone. */
export function openWindow(
  opening: string | null,
  { access, organizations, uploads, drafts, openFiles, log, report, channel, appUpdates }: AppServices,
  onClosed: () => void,
): RollcallWindow {
  const window = new BrowserWindow(windowOptions(join(import.meta.dirname, '../preload/preload.cjs')));
  const guard = createCloseGuard();
  const send = (event: HostEvent): void => {
    if (!window.isDestroyed()) window.webContents.send(WIRE.event, event);
  };
  const userData = app.getPath('userData');
  const host = createHost({
    version: VERSION,
    desktop: electronDesktop(window, guard),
    recent: createRecentFiles(userData),
    layout: createKeptLayout(userData),
    organizations,
    access,
    uploads,
    drafts,
    openFiles,
    support: {
      log,
      userData,
      facts: () =>
        diagnose({
          ...{ version: VERSION, door: 'desktop', userData },
          ...{ testServers: access.testServers, weakTls: access.weakTls },
          updates: channel.kind === 'on' ? 'looked for' : channel.why,
        }),
      clearBrowser: () => clearBrowser(window),
    },
    surroundings: { home: homedir(), current: process.cwd(), platform: process.platform },
    opening,
    appUpdates,
    report,
    send,
  });
  const unfollow = appUpdates?.follow((state) => {
    send({ kind: 'appUpdate', state });
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', (event) => {
    if (guard.mayClose()) return;
    event.preventDefault();
    send({ kind: 'closeRequested' });
  });
  window.webContents.on('render-process-gone', guard.letGo);
  window.once('closed', () => {
    unfollow?.();
    void host.end();
    onClosed();
  });
  void window.loadURL(`${APP_ORIGIN}/`);
  return {
    contentsId: window.webContents.id,
    host,
    send,
    show: () => {
      bringToFront(window);
    },
  };
}

/** Removes what Chromium keeps of the page; it ends with the window, so that nothing is left in memory either. */
async function clearBrowser(window: BrowserWindow): Promise<void> {
  const { session } = window.webContents;
  await Promise.all([session.clearStorageData(), session.clearCache(), session.clearAuthCache()]);
  window.once('closed', () => {
    app.quit();
  });
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
