import iconv from 'iconv-lite';
import { ENCODINGS, TEXT_ENCODINGS, type TextEncoding } from '../../../shared/text/encodings.ts';

/** An encoding from before Unicode. */
export type LegacyEncoding = {
  [E in TextEncoding]: (typeof ENCODINGS)[E]['kind'] extends 'legacy' ? E : never;
}[TextEncoding];

/** Those that iconv-lite knows by another name. */
const ICONV_NAMES: Partial<Record<LegacyEncoding, string>> = {
  'mac-centraleurope': 'maccenteuro',
  'mac-cyrillic': 'maccyrillic',
  'mac-greek': 'macgreek',
  'mac-turkish': 'macturkish',
};

/** Whether an encoding is from before Unicode. */
function isLegacy(encoding: TextEncoding): encoding is LegacyEncoding {
  return ENCODINGS[encoding].kind === 'legacy';
}

/** The encodings from before Unicode, the likelier first. */
export const LEGACY_ENCODINGS = TEXT_ENCODINGS.filter(isLegacy);

/** Decodes bytes; what the encoding cannot hold becomes U+FFFD. */
export function decodeLegacy(bytes: Buffer, encoding: LegacyEncoding): string {
  return iconv.decode(bytes, ICONV_NAMES[encoding] ?? encoding, { stripBOM: false });
}

/** How many bytes a text takes in an encoding that can hold it. */
function lengthInLegacy(text: string, encoding: LegacyEncoding): number {
  return iconv.encode(text, ICONV_NAMES[encoding] ?? encoding).length;
}

/** A text as an encoding reads it, or the offset of the first byte that the encoding cannot hold. */
type Decoded = { readonly text: string } | { readonly badByte: number };

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
 * `whole` false.
 */
export function readLoosely(
  bytes: Buffer,
  encoding: TextEncoding,
): { readonly text: string; readonly whole: boolean } {
  const decoded = decodeAs(bytes, encoding);
  if ('text' in decoded) return { text: decoded.text.replace(/^\ufeff/, ''), whole: true };
  return { text: isLegacy(encoding) ? decodeLegacy(bytes, encoding) : bytes.toString('utf8'), whole: false };
}

function decodeUtf8(bytes: Buffer): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { badByte: firstBadByte(bytes) };
  }
}

/**
 * Lone surrogates stay: a rule flags them. So does half a character at the end of the last line, as U+FFFD; a stray byte
 * after a line end, or one that fills, belongs to nobody.
 */
function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const even = bytes.subarray(0, bytes.length & ~1);
  // Node's own decoder has no big-endian, and is several times faster than the library for little-endian.
  const little = encoding === 'utf-16le';
  const text = little ? even.toString('utf16le') : iconv.decode(even, 'utf-16be', { stripBOM: false });
  const stray = bytes.length === even.length ? null : bytes.at(-1);
  // Stryker disable next-line Regex: the text is one character
  const isLost = stray !== null && !FILLING.includes(stray ?? 0) && !/[\r\n]$/.test(text.slice(-1));
  return { text: isLost ? `${text}\ufffd` : text };
}

/** Bytes that programs put at the end of a file without regard to its encoding: NUL, line ends, Ctrl+Z, a space. */
const FILLING = [0x00, 0x0a, 0x0d, 0x1a, 0x20];

/** A text without the mark by which DOS programs end a file, Ctrl+Z, and what fills its last block. */
export function withoutEndMark(text: string): string {
  let end = text.length;
  while (end > 0 && '\u001a\0'.includes(text.charAt(end - 1))) end -= 1;
  return text.includes('\u001a', end) ? text.slice(0, end) : text;
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
