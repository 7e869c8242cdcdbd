import { app, type Session, shell, type WebContents } from 'electron';
import { mayNavigate, mayOpenOutside, mayUse } from './navigation-rules.ts';

/** Keeps every page that ever comes to be where it is, and out of what it has no business with. Before the first window. */
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
}

/** The origin of an address of any scheme; `URL.origin` says `null` for those it does not know. */
function originOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
