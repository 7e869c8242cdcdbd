import { APP_ORIGIN, isOwnPage } from '../ipc/frame-check.ts';

/** Sites that the app may show in the browser: the vendor's help, and organizations' own. */
const LISTED_ORIGINS = ['https://docs.medallia.com', 'https://hello.stellaconnect.com'];
/** An organization's Agent Connect. */
const ORGANIZATION_ORIGIN = /^https:\/\/[a-z0-9-]+\.stellaconnect\.net$/;

/** Whether a frame may go to an address: the window's own page and nothing else. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && isOwnPage(url);
}

/** Whether an address may be opened in the browser: https, a listed site, and no user part to be deceived by. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  const isListed = LISTED_ORIGINS.includes(origin) || ORGANIZATION_ORIGIN.test(origin);
  return isListed && username === '' && password === '';
}

/** Whether a page may use a permission of the browser's: our own page may put plain text and tables on the clipboard. */
export function mayUse(permission: string, origin: string): boolean {
  // Chromium ends an origin with a slash in some of its questions.
  return permission === 'clipboard-sanitized-write' && origin.replace(/\/$/, '') === APP_ORIGIN;
}
