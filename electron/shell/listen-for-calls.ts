import { isAbsolute } from 'node:path';
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import type { Host } from '../host/host.ts';
import { isOwnFrame, WIRE } from './page-origin.ts';

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
