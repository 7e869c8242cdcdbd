import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What is answered for a name of the page. */
interface PageAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

/** The built page: its names were read once, and nothing else is ever served. */
export interface Page {
  /** The answer for a path as it was asked (`/`, `/assets/…`), character by character; null for every other. */
  read(path: string): Promise<PageAnswer | null>;
}

/** Stands in the built page where every answer has a nonce of its own. */
const NONCE_PLACEHOLDER = '__STYLE_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Reads the names of the built page in a folder; throws when it was not built. */
export async function loadPage(folder: string): Promise<Page> {
  // False in every build but that of `npm run dev`, so that no other has any of this in it.
  if (import.meta.env.DEV) {
    const server = process.env['ROLLCALL_DEV_SERVER'];
    if (server !== undefined) return pageInDevelopment(server);
  }
  const files = new Map<string, string>();
  await collect(folder, '/', files);
  const index = files.get('/index.html');
  if (index === undefined) throw new Error('The page was not built: it has no index.html.');
  files.delete('/index.html');
  return {
    async read(path) {
      if (path === '/') return answerIndex(await readFile(index, 'utf8'), contentSecurityPolicy);
      const file = files.get(path);
      return file === undefined ? null : answerFile(file);
    },
  };
}

/** Names beginning with a dot are the build's own notes. */
async function collect(folder: string, path: string, files: Map<string, string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const at = join(folder, entry.name);
    if (entry.isDirectory()) await collect(at, `${path}${entry.name}/`, files);
    else if (Object.hasOwn(TYPES, extname(entry.name))) files.set(path + entry.name, at);
  }
}

async function answerFile(file: string): Promise<PageAnswer> {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return { headers: { ...SAFE_HEADERS, 'Content-Type': type }, body: await readFile(file) };
}

/**
 * The page as Vite's development server has it, under the origin that it always has: what is checked about origins stays
 * as it is. The page may also run the scripts that Vite puts into it, and talk to that server.
 */
function pageInDevelopment(server: string): Page {
  const policy = (nonce: string): string =>
    contentSecurityPolicy(nonce)
      .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
      .replace("connect-src 'self'", `connect-src 'self' ${server} ${server.replace('http', 'ws')}`);
  return {
    async read(path) {
      const response = await fetch(server + path, {
        headers: { Accept: path === '/' ? 'text/html' : '*/*' },
      });
      if (!response.ok) return null;
      if (path === '/') return answerIndex(await response.text(), policy);
      const type = response.headers.get('content-type') ?? 'application/octet-stream';
      const body = Buffer.from(await response.arrayBuffer());
      return { headers: { ...SAFE_HEADERS, 'Content-Type': type }, body };
    },
  };
}

function answerIndex(html: string, policy: (nonce: string) => string): PageAnswer {
  const nonce = randomBytes(18).toString('base64url');
  return {
    headers: {
      ...SAFE_HEADERS,
      'Content-Security-Policy': policy(nonce),
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: Buffer.from(html.replaceAll(NONCE_PLACEHOLDER, nonce)),
  };
}

/** Headers of every answer, whoever asked and whatever is answered: nothing is kept, guessed, framed or passed on. */
export const SAFE_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * The page's content security policy. Styles carry the nonce because the grid and the components add style elements
 * when they are shown; scripts come from the build alone.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
