import * as fs from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { reasonOf, writeFailure } from '../../system/file-failures.ts';
import { type LogLength, recordLine } from './read-records.ts';

/** The owner's alone: records hold people. */
const PRIVATE = 0o600;

/** The longest that a note waits for another record to be written with, in milliseconds. */
const MAX_HOLD = 25;

/** The calls on an open file that a log needs, so that tests can make the nth of them fail. */
export type LogFile = Pick<fs.FileHandle, 'write' | 'datasync' | 'truncate' | 'close'>;

/** Opens a file for a log; `wx+` makes a new one and refuses one that is there, `r+` opens one that is. */
export type OpenLogFile = (path: string, flags: 'wx+' | 'r+', mode: number) => Promise<LogFile>;

interface Batch {
  readonly texts: readonly string[];
  readonly isDurable: boolean;
  readonly done: (result: Result<null, Failure>) => void;
}

/**
 * A file of records, one JSON text a line, that is only ever added to: whatever ends the process, all but the last are
 * whole. Those who add at the same time share one flush. After the first failure, of the disk or a bug, nothing is added
 * any more, and everybody who adds is told of it.
 */
export class RecordLog {
  readonly #name: string;
  readonly #file: LogFile;
  #length: Pick<LogLength, 'records' | 'bytes'>;
  #waiting: Batch[] = [];
  #writing: Promise<void> | null = null;
  /** Whether something waits that is not to wait any longer. */
  #isDue = false;
  #held: ReturnType<typeof setTimeout> | null = null;
  #failure: Failure | null = null;

  private constructor(path: string, file: LogFile, length: Pick<LogLength, 'records' | 'bytes'>) {
    this.#name = basename(path);
    this.#file = file;
    this.#length = length;
  }

  /** Begins a log in a new file; one that is there is not touched. */
  static async create(path: string, open: OpenLogFile = fs.open): Promise<Result<RecordLog, Failure>> {
    try {
      return success(new RecordLog(path, await open(path, 'wx+', PRIVATE), { records: 0, bytes: 0 }));
    } catch (error) {
      return failure(writeFailure(error, basename(path)));
    }
  }

  /** Goes on with a log of which `readRecords` has read the length; a torn end is cut off. */
  static async open(
    path: string,
    length: LogLength,
    open: OpenLogFile = fs.open,
  ): Promise<Result<RecordLog, Failure>> {
    try {
      const file = await open(path, 'r+', PRIVATE);
      if (length.torn > 0) await cut(file, length.bytes);
      return success(new RecordLog(path, file, length));
    } catch (error) {
      return failure(writeFailure(error, basename(path)));
    }
  }

  /** Adds records; where they are to be durable, answers when they are on the disk, else when the system has them. */
  add(texts: readonly string[], isDurable: boolean): Promise<Result<null, Failure>> {
    return new Promise((done) => {
      this.#waiting.push({ texts, isDurable, done });
      this.#startWriting();
    });
  }

  /**
   * Adds a record that is written together with the next that cannot wait, or a moment later where none comes. A failure
   * to write it is the next `add`'s.
   */
  note(text: string): void {
    this.#waiting.push({ texts: [text], isDurable: false, done: () => undefined });
    this.#held ??= setTimeout(() => {
      this.#startWriting();
    }, MAX_HOLD);
  }

  /** Flushes the file's own name to disk, where the system can. */
  async flushName(path: string): Promise<void> {
    if (process.platform === 'win32') return;
    const folder = await fs.open(dirname(path), 'r').catch(() => null);
    await folder?.sync().catch(() => undefined);
    await folder?.close().catch(() => undefined);
  }

  /** Writes what waits and closes the file. */
  async close(): Promise<void> {
    if (this.#waiting.length > 0) this.#startWriting();
    await this.#writing;
    await this.#file.close().catch(() => undefined);
  }

  #startWriting(): void {
    if (this.#held !== null) clearTimeout(this.#held);
    this.#held = null;
    this.#isDue = true;
    this.#writing ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    // Whoever adds in the same turn shares the flush.
    await Promise.resolve();
    while (this.#isDue) {
      this.#isDue = false;
      const batches = this.#waiting;
      this.#waiting = [];
      this.#failure ??= await this.#write(batches);
      const result = this.#failure === null ? success(null) : failure(this.#failure);
      for (const { done } of batches) done(result);
    }
    this.#writing = null;
  }

  async #write(batches: readonly Batch[]): Promise<Failure | null> {
    let { records } = this.#length;
    try {
      let lines = '';
      for (const { texts } of batches)
        for (const text of texts) {
          lines += recordLine({ number: records, text });
          records += 1;
        }
      const bytes = Buffer.from(lines);
      await this.#writeBytes(bytes);
      if (batches.some(({ isDurable }) => isDurable)) await this.#file.datasync();
      this.#length = { records, bytes: this.#length.bytes + bytes.length };
      return null;
    } catch (error) {
      // What was written of them may be a part: the next reader cuts it off.
      return failed('record.notWritten', { name: this.#name, reason: reasonOf(error) });
    }
  }

  async #writeBytes(bytes: Buffer): Promise<void> {
    // A write may take only part of the bytes; a disk that takes none is full, whatever it answers.
    for (let written = 0; written < bytes.length;) {
      const place = this.#length.bytes + written;
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written, place);
      if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
      written += bytesWritten;
    }
  }
}

/** Closes the file where it cannot be cut. */
async function cut(file: LogFile, bytes: number): Promise<void> {
  try {
    await file.truncate(bytes);
    await file.datasync();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}
