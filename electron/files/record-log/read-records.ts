import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { readFailure } from '../../system/file-failures.ts';

const LINE_BREAK = 0x0a;

/** The whole records of a log: how many, the bytes that they take, and the bytes of a torn end after them. */
export interface LogLength {
  readonly records: number;
  readonly bytes: number;
  readonly torn: number;
}

/** Bytes that are read at once. */
const CHUNK = 1 << 20;

/**
 * Takes each record's text in, as it stands in the file, in UTF-8. `continue` and `break` as in a loop; `damaged`
 * where the text is none that can follow.
 */
export type TakeRecord = (bytes: Buffer) => 'continue' | 'break' | 'damaged';

/**
 * Reads a log from its beginning. What was being written when the writer was killed is at the end and is left out; a
 * record that does not hold while one after it does, that is missing or that makes no sense, is a failure with its line.
 */
export async function readRecords(path: string, take: TakeRecord): Promise<Result<LogLength, Failure>> {
  const reader = new RecordReader(take);
  const damaged = (line: number) => failure(failed('record.damaged', { name: basename(path), line }));
  try {
    for await (const line of linesOf(path)) {
      const verdict = reader.take(line);
      if (verdict === 'damaged') return damaged(reader.damagedLine);
      if (verdict === 'break') break;
    }
  } catch (error) {
    return failure(readFailure(error, basename(path)));
  }
  return success(reader.length);
}

/** A line's bytes without the line break, and whether it had one: the last may not. */
interface Line {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_BREAK); at >= 0; at = chunk.indexOf(LINE_BREAK, from)) {
      const rest = chunk.subarray(from, at);
      yield { bytes: begun.length === 0 ? rest : Buffer.concat([...begun, rest]), isWhole: true };
      begun = [];
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield { bytes: Buffer.concat(begun), isWhole: false };
}

class RecordReader {
  readonly #take: TakeRecord;
  #lines = 0;
  #records = 0;
  #bytes = 0;
  /** Of the lines that do not hold, at the end as far as is known. */
  #torn = 0;
  damagedLine = 0;

  constructor(take: TakeRecord) {
    this.#take = take;
  }

  get length(): LogLength {
    return { records: this.#records, bytes: this.#bytes, torn: this.#torn };
  }

  take({ bytes, isWhole }: Line): 'continue' | 'break' | 'damaged' {
    this.#lines += 1;
    const record = isWhole ? readRecordLine(bytes) : null;
    const size = bytes.length + Number(isWhole);
    if (record === null) {
      this.#torn += size;
      return 'continue';
    }
    return this.#takeRecord(record.number, record.bytes, size);
  }

  #takeRecord(number: number, bytes: Buffer, size: number): 'continue' | 'break' | 'damaged' {
    this.damagedLine = this.#records + 1;
    if (this.#torn > 0 || number !== this.#records) return 'damaged';
    const verdict = this.#take(bytes);
    if (verdict === 'damaged') return verdict;
    this.#records += 1;
    this.#bytes += size;
    return verdict;
  }
}

/** Eight hexadecimal digits and the record's number, before its text, which is JSON and so has no line break. */
const HEAD = /^([0-9a-f]{8}) (\d{1,12}) /;
const MAX_HEAD_LENGTH = 8 + 1 + 12 + 1;

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
  const [head, checksum, number] = HEAD.exec(line.toString('latin1', 0, MAX_HEAD_LENGTH)) ?? [];
  if (head === undefined || checksum === undefined || number === undefined) return null;
  if (crc32(line.subarray(checksum.length + 1)) !== Number.parseInt(checksum, 16)) return null;
  return { number: Number(number), bytes: line.subarray(head.length) };
}
