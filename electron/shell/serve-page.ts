import { isAbsolute } from 'node:path';
import { ipcMain, type IpcMainInvokeEvent, protocol } from 'electron';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import type { Host } from '../host/host.ts';
import { type Page, SAFE_HEADERS } from '../host/page.ts';
import { APP_ORIGIN, isOwnFrame, WIRE } from './page-origin.ts';

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

/**
 * Passes the calls of windows to their hosts. The sender's frame is looked at before anything is awaited: later it may
 * be another page, or gone (https://www.electronjs.org/docs/latest/tutorial/security, 17).
 */
export function listenForCalls(hostOf: (contentsId: number) => Host | null): void {
  const sender = (event: IpcMainInvokeEvent): Host | null =>
    isOwnFrame(event.senderFrame) ? hostOf(event.sender.id) : null;
  ipcMain.handle(WIRE.call, (event, channel: unknown, payload: unknown) => {
    const host = sender(event);
    return host === null ? refused('a call from another page') : host.answer(channel, payload);
  });
  ipcMain.handle(WIRE.drop, (event, path: unknown) => {
    const host = sender(event);
    if (host === null) return refused('a call from another page');
    if (typeof path !== 'string' || !isAbsolute(path)) return refused('a dropped thing that is no file');
    return host.dropped(path);
  });
}

function refused(what: string): Result<never, Failure> {
  return failure(failed('call.refused', { what }));
}
