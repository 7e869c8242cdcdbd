import iconv from 'iconv-lite';
import type { SourceForm } from '../../shared/contract.ts';
import { failed, type Failure } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { looksBinary, looksLikeUtf16 } from './look-at-bytes.ts';

type Encoding = Extract<SourceForm, { kind: 'text' }>['encoding'];

/** A file's text without its byte order mark, and what it was written in. */
export interface DecodedText {
  readonly text: string;
  readonly form: Extract<SourceForm, { kind: 'text' }>;
}

/**
 * Decodes the bytes of a text file: UTF-16 of either byte order or UTF-8, a byte order mark deciding. Bytes that the
 * encoding cannot hold are a failure with their place, never a silent U+FFFD; lone surrogates stay for a rule to flag.
 */
export function decodeText(bytes: Buffer, name: string): Result<DecodedText, Failure> {
  if (bytes.length === 0) return failure(failed('file.empty', { name }));
  const mark = readMark(bytes);
  if (mark === 'utf-32') return failure(failed('file.unusedEncoding', { name, encoding: 'UTF-32' }));
  const encoding = mark ?? guess(bytes);
  if (encoding === null) return failure(failed('file.notText', { name }));
  const body = mark === null ? bytes : bytes.subarray(encoding === 'utf-8' ? 3 : 2);
  if (body.length === 0) return failure(failed('file.empty', { name }));
  const text = encoding === 'utf-8' ? decodeUtf8(body) : decodeUtf16(body, encoding);
  if (text !== null) return success({ text, form: { kind: 'text', encoding, bom: mark !== null } });
  const byte = bytes.length - body.length + firstBadByte(body, encoding) + 1;
  return failure(failed('file.wrongEncoding', { name, encoding: encoding.slice(0, 6).toUpperCase(), byte }));
}

function readMark(bytes: Buffer): Encoding | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : null;
}

function guess(bytes: Buffer): Encoding | null {
  return looksLikeUtf16(bytes) ?? (looksBinary(bytes) ? null : 'utf-8');
}

function decodeUtf8(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

function decodeUtf16(body: Buffer, encoding: 'utf-16le' | 'utf-16be'): string | null {
  if (body.length % 2 !== 0) return null;
  // Node's own decoder has no big-endian, and is several times faster than the library for little-endian.
  return encoding === 'utf-16le'
    ? body.toString('utf16le')
    : iconv.decode(body, 'utf-16be', { stripBOM: false });
}

/** Offset of the first byte that cannot be read, found by halving, since decoders do not tell. */
function firstBadByte(body: Buffer, encoding: Encoding): number {
  if (encoding !== 'utf-8') return body.length - 1;
  let good = 0;
  let bad = body.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(body.subarray(0, middle), { stream: true })) good = middle;
    else bad = middle;
  }
  // A character that is begun and not ended counts as good while streaming; its first byte is the bad one.
  while (good > 0 && !decodes(body.subarray(0, good), { stream: false })) good -= 1;
  return good;
}

function decodes(bytes: Buffer, options: { readonly stream: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}
