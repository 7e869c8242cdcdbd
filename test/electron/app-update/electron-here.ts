import { createRequire } from 'node:module';
import { type ClientRequest, type IncomingMessage, request, type RequestOptions } from 'node:http';

const here = createRequire(import.meta.url);
const path = createRequire(here.resolve('electron-updater')).resolve('electron');

interface Asking extends RequestOptions {
  /** Of Electron's `net.request`: https://www.electronjs.org/docs/latest/api/client-request */
  readonly redirect?: 'error' | 'follow' | 'manual';
}

/**
 * Stands where electron-updater looks for Electron: its `net.request` asks by Node, and fails at a redirect when it was
 * told to, as Electron's does.
 */
export function standInForElectron(): void {
  const exports = { net: { request: ask }, session: { fromPartition: () => ({}) } };
  const module: object = { id: path, filename: path, loaded: true, exports };
  // Node's loader reads no more than this of what it keeps.
  here.cache[path] = module as NodeJS.Module;
}

function ask({ redirect = 'follow', ...options }: Asking): ClientRequest {
  if (redirect !== 'error') throw new Error(`redirect is ${redirect}`);
  const asking = request({ ...options, agent: false });
  // Before the listener of who asks, and instead of it.
  const emit = asking.emit.bind(asking);
  asking.emit = (event: string, ...given: unknown[]) => {
    const [response] = given as [IncomingMessage | undefined];
    const isRedirect = event === 'response' && [301, 302, 303, 307, 308].includes(response?.statusCode ?? 0);
    if (!isRedirect) return emit(event, ...given);
    response?.resume();
    return emit('error', new Error("Attempted to redirect, but redirect policy was 'error'"));
  };
  return asking;
}
