import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, Unreadable } from './unreadable.ts';

/** One file inside a zip, as its central directory describes it. */
interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

/** What a workbook may unpack to, so that a small file cannot fill the memory. */
export const ZIP_LIMITS = { entries: 2_000, bytes: 200_000_000 } as const;

// Record layouts: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.14 to 4.3.16, and 4.5.3.
const END = Buffer.from([0x50, 0x4b, 5, 6]);
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const IN_ZIP64_FIELD = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** Bytes that one byte can unpack to: https://zlib.net/zlib_tech.html, “Maximum Compression Factor”. */
const MOST_OF_A_BYTE = 1032;

/** The parts of a workbook's zip by name, unpacked one at a time and never more than the limits in all. */
export class ZipParts {
  private readonly entries: ReadonlyMap<string, Entry>;
  private left: number = ZIP_LIMITS.bytes;

  /** Reads the central directory. Throws `Unreadable` when it is damaged or has too many entries. */
  constructor(private readonly bytes: Buffer) {
    this.entries = readDirectory(bytes);
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /** Unpacks one part. Throws `Unreadable` when it is missing, damaged, encrypted or too large. */
  read(name: string): Buffer {
    const entry = this.entries.get(partKey(name)) ?? damaged();
    if (entry.encrypted) throw new Unreadable({ kind: 'encrypted' });
    const content = unpack(entry, this.packedBytes(entry), this.left);
    if (content.length !== entry.size || crc32(content) !== entry.crc) damaged();
    this.left -= content.length;
    return content;
  }

  private packedBytes(entry: Entry): Buffer {
    const { bytes } = this;
    if (entry.header + 30 > bytes.length || bytes.readUInt32LE(entry.header) !== LOCAL) damaged();
    const start =
      entry.header + 30 + bytes.readUInt16LE(entry.header + 26) + bytes.readUInt16LE(entry.header + 28);
    if (start + entry.packed > bytes.length) damaged();
    return bytes.subarray(start, start + entry.packed);
  }
}

/** Part names compare without case (ECMA-376 part 2, 6.2.2.3); some writers put backslashes. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || end + 22 > bytes.length) damaged();
  const { count, start } = directoryPlace(bytes, end);
  if (count > ZIP_LIMITS.entries) {
    throw new Unreadable({ kind: 'tooLarge', what: `it has ${count.toLocaleString('en-US')} parts inside` });
  }
  const entries = new Map<string, Entry>();
  let at = start;
  for (let read = 0; read < count; read += 1) at = readEntry(bytes, at, entries);
  return entries;
}

/** Where the central directory begins and how many entries it has; a writer of streams says so in 64 bits. */
function directoryPlace(bytes: Buffer, end: number): { readonly count: number; readonly start: number } {
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  const locator = end - 20;
  const isWide = (count === 0xffff || start === IN_ZIP64_FIELD) && locator >= 0;
  if (!isWide || bytes.readUInt32LE(locator) !== LOCATOR64) return { count, start };
  const wide = Number(bytes.readBigUInt64LE(locator + 8));
  if (wide + 56 > locator || bytes.readUInt32LE(wide) !== END64) damaged();
  return {
    count: Number(bytes.readBigUInt64LE(wide + 32)),
    start: Number(bytes.readBigUInt64LE(wide + 48)),
  };
}

function readEntry(bytes: Buffer, at: number, entries: Map<string, Entry>): number {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) damaged();
  const name = at + 46;
  const extra = name + bytes.readUInt16LE(at + 28);
  const comment = extra + bytes.readUInt16LE(at + 30);
  if (comment > bytes.length) damaged();
  const wide = wideFields(bytes.subarray(extra, comment));
  const field = (offset: number): number => {
    const value = bytes.readUInt32LE(at + offset);
    return value === IN_ZIP64_FIELD ? (wide.shift() ?? damaged()) : value;
  };
  const size = field(24);
  const packed = field(20);
  const header = field(42);
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const entry = {
    method,
    encrypted: (flags & 1) === 1,
    crc: bytes.readUInt32LE(at + 16),
    packed,
    size,
    header,
  };
  const key = partKey(bytes.toString('utf8', name, extra));
  // Programs differ in which of two parts of one name they take: what one shows, another would not.
  if (entries.has(key) && !key.endsWith('/')) damaged();
  entries.set(key, entry);
  return comment + bytes.readUInt16LE(at + 32);
}

/** The 64-bit numbers of the zip64 extra field: those whose 32-bit place holds `IN_ZIP64_FIELD`, in order. */
function wideFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: field.length >> 3 }, (_, place) => Number(field.readBigUInt64LE(place * 8)));
  }
  return [];
}

function unpack(entry: Entry, packed: Buffer, most: number): Buffer {
  if (entry.size > most) throw tooMuch();
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) damaged();
  try {
    // The declared size may lie: it only says how much room to take at once, and the unpacked bytes are counted.
    const chunkSize = Math.max(MOST_OF_A_BYTE, Math.min(entry.size, packed.length * MOST_OF_A_BYTE));
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1), chunkSize });
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch();
    return damaged();
  }
}

function tooMuch(): Unreadable {
  return new Unreadable({ kind: 'tooLarge', what: `it unpacks to more than ${ZIP_LIMITS.bytes / 1e6} MB` });
}
