import { crc32 } from 'node:zlib';

/** Eight hexadecimal digits and the record's number, before its text, which is JSON and so has no line break. */
const HEAD = /^([0-9a-f]{8}) (\d{1,12}) /;
const LONGEST_HEAD = 8 + 1 + 12 + 1;

/** A record of a log as it is written. */
interface LogRecord {
  /** From 0. */
  readonly number: number;
  readonly text: string;
}

/** A record of a log as it was read: its text in UTF-8, which is only made text where somebody wants it. */
interface ReadRecord {
  readonly number: number;
  readonly bytes: Buffer;
}

/** The line of a record, with its checksum (CRC-32) before it: `5d41402a 7 {"kind":…}`. */
export function recordLine({ number, text }: LogRecord): string {
  const record = `${number} ${text}`;
  return `${crc32(record).toString(16).padStart(8, '0')} ${record}\n`;
}

/** Reads a line, without its line break; null where the checksum does not hold. */
export function readRecordLine(line: Buffer): ReadRecord | null {
  const [head, checksum, number] = HEAD.exec(line.toString('latin1', 0, LONGEST_HEAD)) ?? [];
  if (head === undefined || checksum === undefined || number === undefined) return null;
  if (crc32(line.subarray(checksum.length + 1)) !== Number.parseInt(checksum, 16)) return null;
  return { number: Number(number), bytes: line.subarray(head.length) };
}
