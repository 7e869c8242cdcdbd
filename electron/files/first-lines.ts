import type { TextEncoding } from '../../shared/text/encodings.ts';

/**
 * The first lines of a text that have at most so many bytes, cut after a line end, where no character is begun; that of
 * UTF-16 has two bytes. All of the text where it is no longer, or has no line end there.
 */
export function firstLines(bytes: Buffer, most: number, encoding: TextEncoding): Buffer {
  if (bytes.length <= most) return bytes;
  if (encoding.startsWith('utf-16')) return bytes.subarray(0, most & ~1);
  const head = bytes.subarray(0, most);
  const end = Math.max(head.lastIndexOf(0x0a), head.lastIndexOf(0x0d)) + 1;
  return end === 0 ? bytes : head.subarray(0, end);
}
