// Fetches Electron's runtime into the cache from which Electron's own installer unpacks it.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { downloadArtifact } from '@electron/get';
import { EnvHttpProxyAgent, fetch } from 'undici';

/** @typedef {{ version: string, checksums: Record<string, string>, cacheRoot?: string }} Release */
/** @typedef {(from: string, transferred: number, total: number | null) => void} OnProgress */

const PROXY = 'does this network need a proxy (HTTPS_PROXY)?';
/** What the codes of Node's network, TLS and files mean, and of undici's requests. @type {readonly [RegExp, string][]} */
const CAUSES = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, `the name was not found; ${PROXY}`],
  [/^ECONNREFUSED$/, `the connection was refused; ${PROXY}`],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_\w*TIMEOUT)$/, `nobody answered; ${PROXY}`],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, 'the connection broke off'],
  [
    /CERT|SIGNATURE|^ERR_(SSL|TLS)|^EPROTO$/,
    'its certificate is not trusted; where a proxy reads https, NODE_EXTRA_CA_CERTS names the company’s own',
  ],
  [/^(ENOSPC|EDQUOT)$/, 'the disk is full'],
  [/^(EACCES|EPERM|EROFS)$/, 'the folder for it cannot be written'],
];

/** A download that ended with a sentence of its own. */
class FetchFailure extends Error {}

/**
 * Fetches the runtime of this system unless it is in the cache already. Answers null, or where from and why it failed.
 * @param {Release} release
 * @param {OnProgress} onProgress
 * @param {number} patience milliseconds without a new byte after which the download is given up
 * @returns {Promise<string | null>}
 */
export async function fetchElectron(release, onProgress, patience) {
  let from = 'its cache';
  const downloader = {
    /** @param {string} url @param {string} target */
    download(url, target) {
      from = url;
      return download(url, target, onProgress, patience);
    },
  };
  const { platform, arch } = process;
  try {
    await downloadArtifact({ ...release, artifactName: 'electron', platform, arch, downloader });
    return null;
  } catch (error) {
    return `${from}: ${causeOf(error)}`;
  }
}

/**
 * @param {string} url
 * @param {string} target
 * @param {OnProgress} onProgress
 * @param {number} patience
 */
async function download(url, target, onProgress, patience) {
  const silence = new AbortController();
  const timer = setTimeout(() => {
    silence.abort(new FetchFailure(`nothing arrived for ${Math.round(patience / 1000)} seconds`));
  }, patience);
  onProgress(url, 0, null);
  try {
    const response = await fetch(url, { dispatcher: new EnvHttpProxyAgent(), signal: silence.signal });
    if (!response.ok || response.body === null) throw new FetchFailure(statusSentence(response.status));
    const length = Number(response.headers.get('content-length'));
    const total = length > 0 ? length : null;
    let transferred = 0;
    await pipeline(
      Readable.fromWeb(response.body),
      async function* (chunks) {
        for await (const chunk of chunks) {
          timer.refresh();
          transferred += chunk.length;
          onProgress(url, transferred, total);
          yield chunk;
        }
      },
      createWriteStream(target),
    );
  } finally {
    clearTimeout(timer);
  }
}

/** @param {number} status */
function statusSentence(status) {
  return status === 404 ? 'it is not there (404)' : `the server answered with status ${status}`;
}

/**
 * The cause of an error in words; the innermost that has a known code speaks.
 * @param {unknown} error
 * @returns {string}
 */
function causeOf(error) {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof FetchFailure) return error.message;
  if (error.name === 'ChecksumMismatchError' || /checksum/i.test(error.message))
    return 'what arrived is not what Electron published (its checksum differs)';
  const refused = /Proxy response \((\d+)\)/.exec(error.message)?.[1];
  if (refused !== undefined)
    return refused === '407' ? 'the proxy asks for a password' : `the proxy refused (${refused})`;
  const code = 'code' in error ? String(error.code) : '';
  const known = CAUSES.find(([codes]) => codes.test(code))?.[1];
  if (known !== undefined) return known;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner === undefined ? error.message : causeOf(inner);
}
