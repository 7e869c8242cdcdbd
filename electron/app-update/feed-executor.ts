import type { IncomingMessage, RequestOptions } from 'node:http';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { LED_AWAY } from './failure-of.ts';

type Request = ReturnType<ElectronHttpExecutor['createRequest']>;

/**
 * Sends requests through Electron's network, with the system's proxies and certificates, to the feed's own origin and
 * nowhere else: a redirect, or a file at another address, fails the request with `LED_AWAY`.
 */
export class FeedExecutor extends ElectronHttpExecutor {
  readonly #origin: string;

  constructor(feed: string) {
    super();
    this.#origin = new URL(feed).origin;
  }

  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): Request {
    if (originOf(options) !== this.#origin) throw ledAway();
    const request = super.createRequest({ ...options, redirect: 'error' }, (response: IncomingMessage) => {
      // The library follows this header even where the status is no redirect's.
      if (response.headers.location === undefined) callback(response);
      else {
        request.abort();
        request.emit('error', ledAway());
      }
    });
    return request;
  }
}

function originOf({ protocol, hostname, port }: RequestOptions): string {
  const place = typeof port === 'number' || typeof port === 'string' ? `:${port}` : '';
  return new URL(`${protocol ?? 'https:'}//${hostname ?? ''}${place}`).origin;
}

function ledAway(): Error {
  return Object.assign(new Error('The feed leads elsewhere'), { code: LED_AWAY });
}
