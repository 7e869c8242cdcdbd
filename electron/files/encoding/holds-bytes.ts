import { decodeLegacy, type LegacyEncoding } from './codecs.ts';
import { linesOfParts } from './telling-bytes.ts';

const LOST = '\ufffd';

/**
 * Whether an encoding can hold the bytes of a text, told without decoding a long one: all of them where each byte is a
 * character, else the lines at its head, middle and tail. What it cannot hold elsewhere, decoding finds.
 */
export function holdsBytes(bytes: Buffer, encoding: LegacyEncoding): boolean {
  const unused = unusedBytes(encoding);
  if (unused !== null) return !unused.some((byte) => bytes.includes(byte));
  return linesOfParts(bytes).every((lines) => !decodeLegacy(lines, encoding).includes(LOST));
}

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const known = new Map<LegacyEncoding, readonly number[] | null>();

/** The bytes that are no character; null for an encoding in which a character may have several bytes. */
function unusedBytes(encoding: LegacyEncoding): readonly number[] | null {
  const before = known.get(encoding);
  if (before !== undefined) return before;
  const text = decodeLegacy(EVERY_BYTE, encoding);
  const unused = text.length === 256 ? [...EVERY_BYTE].filter((byte) => text[byte] === LOST) : null;
  known.set(encoding, unused);
  return unused;
}
