/** Origin of the desktop app's page. */
export const APP_ORIGIN = 'app://rollcall';

/** What is looked at of the frame that sent a call; null when it is gone. */
export interface Frame {
  readonly url: string;
  readonly origin: string;
  /** Null for the frame that fills the window. */
  readonly parent: unknown;
}

/** Whether a call comes from our own page, filling its window: not a frame in it, not `about:blank`, no other origin. */
export function isOwnFrame(frame: Frame | null): boolean {
  return frame?.parent === null && frame.origin === APP_ORIGIN && isOwnPage(frame.url);
}

/** Whether an address is the app's page, and no user, port, other path or look-alike host. */
export function isOwnPage(url: string): boolean {
  return url === `${APP_ORIGIN}/` || url.startsWith(`${APP_ORIGIN}/#`);
}

/** The names under which the preload and the main process speak with each other; the window does not know them. */
export const WIRE = { call: 'rollcall:call', drop: 'rollcall:drop', event: 'rollcall:event' } as const;
