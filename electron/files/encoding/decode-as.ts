import iconv from 'iconv-lite';
import type { TextEncoding } from '../../../shared/text/encodings.ts';
import { decodeLegacy, isLegacy, lengthInLegacy } from './codecs.ts';

/** A text as an encoding reads it, or the offset of the first byte that the encoding cannot hold. */
export type Decoded = { readonly text: string } | { readonly badByte: number };

/** Decodes all bytes, faithfully or not at all: U+FFFD never stands in for what could not be read. */
export function decodeAs(bytes: Buffer, encoding: TextEncoding): Decoded {
  if (isLegacy(encoding)) {
    const text = decodeLegacy(bytes, encoding);
    const lost = text.indexOf('\ufffd');
    return lost === -1 ? { text } : { badByte: lengthInLegacy(text.slice(0, lost), encoding) };
  }
  return encoding === 'utf-8' ? decodeUtf8(bytes) : decodeUtf16(bytes, encoding);
}

/**
 * Decodes bytes to be shown and not opened, without a byte order mark; what the encoding cannot hold is U+FFFD, and
 * `whole` false. The last byte of an odd number in UTF-16 is left out.
 */
export function readLoosely(
  bytes: Buffer,
  encoding: TextEncoding,
): { readonly text: string; readonly whole: boolean } {
  const even = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length & ~1) : bytes;
  const decoded = decodeAs(even, encoding);
  if ('text' in decoded) return { text: decoded.text.replace(/^\ufeff/, ''), whole: true };
  return { text: isLegacy(encoding) ? decodeLegacy(even, encoding) : even.toString('utf8'), whole: false };
}

function decodeUtf8(bytes: Buffer): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { badByte: firstBadByte(bytes) };
  }
}

/** Lone surrogates stay: a rule flags them. */
function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  if (bytes.length % 2 !== 0) return { badByte: bytes.length - 1 };
  // Node's own decoder has no big-endian, and is several times faster than the library for little-endian.
  const little = encoding === 'utf-16le';
  return { text: little ? bytes.toString('utf16le') : iconv.decode(bytes, 'utf-16be', { stripBOM: false }) };
}

/** Found by halving, since decoders do not tell. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(bytes.subarray(0, middle), { stream: true })) good = middle;
    else bad = middle;
  }
  // A character that is begun and not ended counts as good while streaming; its first byte is the bad one.
  while (good > 0 && !decodes(bytes.subarray(0, good), { stream: false })) good -= 1;
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
