import { z } from 'zod';

/** A session with the web host. Its token lives in this page's memory and nowhere else. */
export interface HostSession {
  post(path: string, body: unknown): Promise<Response>;
}

const LAUNCH = '#launch=';
/** Where a page that is reloaded finds the token to enter again; it is there only between two pages. */
const RELOAD_KEY = 'rollcall.reload';
const entered = z.strictObject({ session: z.string(), reload: z.string() });

/** Exchanges the token that this page was opened or reloaded with for a session; null when there is none to have. */
export async function enterSession(): Promise<HostSession | null> {
  const token = takeToken();
  if (token === null) return null;
  // A page that goes before it has entered leaves the token to the next one.
  const passOn = (): void => {
    sessionStorage.setItem(RELOAD_KEY, token);
  };
  addEventListener('pagehide', passOn);
  try {
    const response = await postJson('/session', { token }, {});
    if (!response.ok) return null;
    const { session, reload } = entered.parse(await response.json());
    const post = (path: string, body: unknown, options: RequestInit = {}): Promise<Response> =>
      postJson(path, body, { 'rollcall-session': session }, options);
    enableReload(reload, post);
    stayAwake();
    return { post };
  } catch {
    return null;
  } finally {
    removeEventListener('pagehide', passOn);
  }
}

/** Takes the token out of the address or the tab's storage, so that it is seen nowhere afterwards. */
function takeToken(): string | null {
  const stored = sessionStorage.getItem(RELOAD_KEY);
  sessionStorage.removeItem(RELOAD_KEY);
  if (!location.hash.startsWith(LAUNCH)) return stored;
  const token = location.hash.slice(LAUNCH.length);
  history.replaceState(null, '', location.pathname);
  return token;
}

function postJson(
  path: string,
  body: unknown,
  headers: Record<string, string>,
  options: RequestInit = {},
): Promise<Response> {
  return fetch(path, {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Leaves the token of the next page behind when this one goes, and tells the host to wait a minute for it. */
function enableReload(
  token: string,
  post: (path: string, body: unknown, options: RequestInit) => Promise<Response>,
): void {
  addEventListener('pagehide', () => {
    sessionStorage.setItem(RELOAD_KEY, token);
    post('/leave', {}, { keepalive: true }).catch(() => undefined);
  });
  // A page that the browser kept and shows again goes on with its own session.
  addEventListener('pageshow', () => {
    sessionStorage.removeItem(RELOAD_KEY);
  });
}

/** A page that holds a lock is not frozen in the background, and can keep telling the host that it is there. */
function stayAwake(): void {
  navigator.locks
    .request('rollcall', { mode: 'shared' }, () => new Promise(() => undefined))
    .catch(() => undefined);
}
