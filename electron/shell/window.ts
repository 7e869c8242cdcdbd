import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type Rectangle,
} from 'electron';
import type { HostEvent } from '../../shared/contract/contract.ts';
import { createLayoutStore } from '../host/column-layout.ts';
import { createHost, type Host } from '../host/host.ts';
import { createRecentFiles, type RecentFiles } from '../host/recent-files.ts';
import { diagnose } from '../host/support-handlers.ts';
import { APP_ORIGIN, WIRE } from './page-origin.ts';
import type { Desktop } from '../host/desktop.ts';
import { VERSION } from '../system/version.ts';
import { CloseGuard } from './close-guard.ts';
import { electronDesktop } from './desktop.ts';
import type { AppServices } from './services.ts';
import { MIN_SIZE, type WindowStateStore } from './window-state.ts';

/** The background of the page in light and dark, `--rc-surface` of its theme. */
const BACKGROUND = { light: '#ffffff', dark: '#1a1c1f' };

/** The app's window with its host. */
export interface RollcallWindow {
  /** The id under which its page's calls come. */
  readonly contentsId: number;
  readonly host: Host;
  /** Brings it to the front. */
  show(): void;
  /** Tells the page something, once it is there to hear it. */
  send(event: HostEvent): void;
  /** Has its page hand over what it has not kept yet; settles when it has, or is too late. */
  keepChanges(): Promise<void>;
  /** Lets it close without asking about unsaved work, which its draft keeps. */
  letGo(): void;
}

/** What a window is opened with. */
export interface WindowParts {
  /** Absolute path of the file to open first, or null. */
  readonly opening: string | null;
  /** The folder in which the app was started. */
  readonly folder: string;
  readonly services: AppServices;
  /** Shows the commands of the page in the application menu. */
  readonly showMenu: Desktop['showMenu'];
  readonly onCloseRequest: () => void;
  readonly onClosed: () => void;
}

/** Opens the window. */
export function openWindow({
  opening,
  folder,
  services,
  showMenu,
  onCloseRequest,
  onClosed,
}: WindowParts): RollcallWindow {
  const { userData, access, windowState, log, report, channel, appUpdates } = services;
  const place = windowState.place();
  const window = new BrowserWindow(windowOptions(place, windowState.zoomLevel));
  const { webContents } = window;
  const send = createSender(window);
  const guard = new CloseGuard(window, { send, onCloseRequest, report });
  const host = createHost({
    ...services,
    version: VERSION,
    desktop: electronDesktop(window, guard, showMenu),
    recent: withSystemList(createRecentFiles(userData.settings)),
    layout: createLayoutStore(userData.settings),
    support: {
      log,
      userData,
      facts: () =>
        diagnose({
          ...{ version: VERSION, window: 'desktop', userData },
          ...{ testServers: access.testServers, weakTls: access.weakTls },
          updates: channel.kind === 'on' ? 'looked for' : channel.why,
        }),
      clearBrowser: () => clearBrowser(window, windowState),
    },
    surroundings: { home: homedir(), current: folder, platform: process.platform },
    opening,
    send,
  });
  const unfollow = appUpdates?.follow((state) => {
    send({ kind: 'appUpdate', state });
  });
  window.once('ready-to-show', () => {
    // Electron tells it a moment late, when the page may be gone before its window is.
    if (window.isDestroyed() || webContents.isDestroyed()) return;
    windowState.show(window);
    windowState.follow(window, place);
  });
  const stopMatching = matchSystemTheme(window);
  window.once('closed', () => {
    unfollow?.();
    stopMatching();
    onClosed();
  });
  void window.loadURL(`${APP_ORIGIN}/`);
  return {
    contentsId: webContents.id,
    host,
    send,
    show: () => {
      bringToFront(window);
    },
    keepChanges: () => guard.keepChanges(),
    letGo: () => {
      guard.letGo();
    },
  };
}

/** The window's size and place, and its limits: nothing of Node, no other page, no unfinished feature. */
function windowOptions(place: Rectangle, zoomLevel: number): BrowserWindowConstructorOptions {
  return {
    ...place,
    ...{ minWidth: MIN_SIZE.width, minHeight: MIN_SIZE.height },
    title: 'Rollcall',
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      zoomFactor: 1.2 ** zoomLevel,
    },
  };
}

/** Gives the window the page's background, which is seen where there is no page: while it loads, and when it has crashed. */
function matchSystemTheme(window: BrowserWindow): () => void {
  const match = (): void => {
    window.setBackgroundColor(BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']);
  };
  match();
  nativeTheme.on('updated', match);
  return () => {
    nativeTheme.off('updated', match);
  };
}

/** Sends events to the page of a window; those that come while it is being loaded wait for it. */
function createSender(window: BrowserWindow): (event: HostEvent) => void {
  const { webContents } = window;
  const waiting: HostEvent[] = [];
  webContents.on('did-finish-load', () => {
    for (const event of waiting.splice(0)) webContents.send(WIRE.event, event);
  });
  return (event) => {
    if (window.isDestroyed()) return;
    if (webContents.isCrashed() || webContents.isLoadingMainFrame()) waiting.push(event);
    else webContents.send(WIRE.event, event);
  };
}

/** The recent files, which the system lists as well: in the jump list of Windows, and in a Mac's Dock and menu. */
function withSystemList(recent: RecentFiles): RecentFiles {
  return {
    list: () => recent.list(),
    takeSetAside: () => recent.takeSetAside(),
    forget: (path) => recent.forget(path),
    add: async (path) => {
      app.addRecentDocument(path);
      await recent.add(path);
    },
    clear: async () => {
      app.clearRecentDocuments();
      return recent.clear();
    },
  };
}

/** Removes what Chromium and the system keep of the page; it ends with the window, so that nothing stays in memory either. */
async function clearBrowser(window: BrowserWindow, windowState: WindowStateStore): Promise<void> {
  const { session } = window.webContents;
  app.clearRecentDocuments();
  await Promise.all([
    session.clearStorageData(),
    session.clearCache(),
    session.clearAuthCache(),
    windowState.forget(),
  ]);
  window.once('closed', () => {
    app.quit();
  });
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
