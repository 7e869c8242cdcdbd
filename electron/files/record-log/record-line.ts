import { crc32 } from 'node:zlib';

/** Eight hexadecimal digits, the record's number, and its text, which is JSON and so has no line break. */
const LINE = /^([0-9a-f]{8}) (\d{1,12}) (.*)$/s;

/** A record of a log. */
export interface LogRecord {
  /** From 0. */
  readonly number: number;
  readonly text: string;
}

/** The line of a record, with its checksum (CRC-32) before it: `5d41402a 7 {"kind":…}`. */
export function recordLine({ number, text }: LogRecord): string {
  const record = `${number} ${text}`;
  return `${crc32(record).toString(16).padStart(8, '0')} ${record}\n`;
}

/** Reads a line, without its line break; null where the checksum does not hold. */
export function readRecordLine(bytes: Buffer): LogRecord | null {
  const [, checksum, number, text] = LINE.exec(bytes.toString('utf8')) ?? [];
  if (checksum === undefined || number === undefined || text === undefined) return null;
  // Of the bytes as they are: not every one survives being made text.
  if (crc32(bytes.subarray(checksum.length + 1)) !== Number.parseInt(checksum, 16)) return null;
  return { number: Number(number), text };
}
