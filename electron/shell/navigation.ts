import { app, type Session, shell, type WebContents } from 'electron';
import { APP_ORIGIN, isOwnPage } from './page-origin.ts';

/** Sites that the app may show in the browser: the vendor's help, and organizations' own. */
const LISTED_ORIGINS = ['https://docs.medallia.com', 'https://hello.stellaconnect.com'];
/** An organization's Agent Connect. */
const ORGANIZATION_ORIGIN = /^https:\/\/[a-z0-9-]+\.stellaconnect\.net$/;

/** Chromium's code for a load that was cancelled, such as one that is prevented here: the page before it stays. */
const ERR_ABORTED = -3;

/** Keeps every page that is ever created where it is, and away from what it has no use for. Before the first window. */
export function guardNavigation(session: Session): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, originOf(details.requestingUrl)));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null);
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  returnFromAboutPages(contents);
}

/**
 * Loads the app's page again when the window shows another one. No `will-` event is emitted for `about:` addresses
 * (https://github.com/electron/electron/issues/21136), and stopping a navigation that has started crashes the process.
 */
function returnFromAboutPages(contents: WebContents): void {
  const goBack = (url: string): void => {
    // Developer tools are contents of their own.
    if (isOwnPage(url) || url.startsWith('devtools:')) return;
    // Not within the event, where Chromium is still navigating.
    setImmediate(() => {
      if (!contents.isDestroyed()) void contents.loadURL(`${APP_ORIGIN}/`).catch(() => undefined);
    });
  };
  contents.on('did-navigate', (_event, url) => {
    goBack(url);
  });
  contents.on('did-fail-load', (_event, code, _reason, url, isMainFrame) => {
    // `about:srcdoc` is shown as an error, without having navigated.
    if (isMainFrame && code !== ERR_ABORTED) goBack(url);
  });
}

/** The origin of an address of any scheme; `URL.origin` says `null` for those it does not know. */
function originOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Whether a frame may go to an address: the window's own page and nothing else. */
function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && isOwnPage(url);
}

/** Whether an address may be opened in the browser: https, a listed site, and no user part that could deceive. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  const isListed = LISTED_ORIGINS.includes(origin) || ORGANIZATION_ORIGIN.test(origin);
  return isListed && username === '' && password === '';
}

/** Whether a page may use a permission of the browser's: our own page may put plain text and tables on the clipboard. */
function mayUse(permission: string, origin: string): boolean {
  // Chromium ends an origin with a slash in some of its questions.
  return permission === 'clipboard-sanitized-write' && origin.replace(/\/$/, '') === APP_ORIGIN;
}
