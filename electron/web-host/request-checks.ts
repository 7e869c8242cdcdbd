import type { IncomingMessage } from 'node:http';

/** The header in which a page shows its session's token: a page of another origin cannot send it unasked. */
export const SESSION_HEADER = 'rollcall-session';

type Head = Pick<IncomingMessage, 'rawHeaders'>;

/** Whether a request names exactly this host, once: a name that was made to resolve to this machine does not. */
export function isForHost(request: Head, host: string): boolean {
  return theOnly(request, 'host') === host;
}

/** Whether a call comes from a page of this origin and nowhere else. */
export function isFromOrigin(request: Head, origin: string): boolean {
  const site = valuesOf(request, 'sec-fetch-site');
  return theOnly(request, 'origin') === origin && site.every((value) => value === 'same-origin');
}

/** Whether the body is JSON, which no form and no image can send. */
export function isJson(request: Head): boolean {
  return theOnly(request, 'content-type') === 'application/json';
}

/** The session's token that a call shows, or an empty text. */
export function shownToken(request: Head): string {
  return theOnly(request, SESSION_HEADER) ?? '';
}

/** The value of a header that stands there once; null when it is missing or repeated. */
function theOnly(request: Head, name: string): string | null {
  const values = valuesOf(request, name);
  return values.length === 1 ? (values[0] ?? null) : null;
}

// Node merges and drops repeated headers in `headers`; only `rawHeaders` shows what was sent.
function valuesOf({ rawHeaders }: Head, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}
