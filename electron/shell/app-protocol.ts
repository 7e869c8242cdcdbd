import { protocol } from 'electron';
import { type Page, SAFE_HEADERS } from '../host/page.ts';
import { APP_ORIGIN } from './page-origin.ts';

const SCHEME = new URL(APP_ORIGIN).protocol.slice(0, -1);

/** Makes `app://` an origin of its own, as secure as https; before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page under `app://rollcall/`, and nothing else. */
export function serveAppProtocol(page: Page): void {
  protocol.handle(SCHEME, (request) => answerAppRequest(page, request.method, request.url));
}

async function answerAppRequest(page: Page, method: string, url: string): Promise<Response> {
  const path = pathInApp(url);
  const found = path === null || method !== 'GET' ? null : await page.read(path);
  if (found === null) return new Response(null, { status: 404, headers: SAFE_HEADERS });
  return new Response(found.body, { status: 200, headers: found.headers });
}

function pathInApp(url: string): string | null {
  return url.startsWith(`${APP_ORIGIN}/`) ? url.slice(APP_ORIGIN.length) : null;
}
