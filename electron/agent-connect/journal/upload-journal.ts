import { rm } from 'node:fs/promises';
import type { Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { JournalEntry, JournalEvent } from '../../../shared/upload/journal/journal-entry.ts';
import { RunState } from '../../../shared/upload/journal/run-state.ts';
import type { UploadHead } from '../../../shared/upload/orders/upload-head.ts';
import type { UploadOrder } from '../../../shared/upload/orders/upload-order.ts';
import { type FileLock, lockFile } from '../../files/record-log/lock-file.ts';
import { type OpenLogFile, RecordLog } from '../../files/record-log/record-log.ts';
import { type ReadJournal, readJournal } from './read-journal.ts';

/**
 * The journal of an upload, on disk and as what it says. This process alone writes it. It holds no passwords, no secrets
 * and no tokens.
 */
export class UploadJournal {
  readonly path: string;
  readonly head: UploadHead;
  /** By place. */
  readonly orders: UploadOrder[];
  readonly run: RunState;
  readonly #log: RecordLog;
  readonly #lock: FileLock;

  private constructor(path: string, read: Omit<ReadJournal, 'length'>, log: RecordLog, lock: FileLock) {
    this.path = path;
    this.head = read.head;
    this.orders = read.orders;
    this.run = read.run;
    this.#log = log;
    this.#lock = lock;
  }

  /** Begins a journal in a new file; its orders and then `ready` have to follow. */
  static async begin(
    path: string,
    head: UploadHead,
    open?: OpenLogFile,
  ): Promise<Result<UploadJournal, Failure>> {
    const lock = await lockFile(path);
    if (!lock.ok) return lock;
    const log = await RecordLog.create(path, open);
    if (!log.ok) return releasing(lock.value, log.failure);
    const journal = new UploadJournal(path, { head, orders: [], run: new RunState() }, log.value, lock.value);
    const begun = await journal.#add([{ kind: 'head', head }], false);
    if (begun.ok) return success(journal);
    await journal.close();
    // Nothing is in it, and its place is to be free for the next try.
    await rm(path, { force: true }).catch(() => undefined);
    return begun;
  }

  /** Opens the journal of an upload that was begun, to go on with it; `takeOver` one that was left on another computer. */
  static async open(
    path: string,
    { open, takeOver = false }: { readonly open?: OpenLogFile; readonly takeOver?: boolean } = {},
  ): Promise<Result<UploadJournal, Failure>> {
    const lock = await lockFile(path, { takeOver });
    if (!lock.ok) return lock;
    const read = await readJournal(path);
    if (!read.ok) return releasing(lock.value, read.failure);
    const log = await RecordLog.open(path, read.value.length, open);
    if (!log.ok) return releasing(lock.value, log.failure);
    return success(new UploadJournal(path, read.value, log.value, lock.value));
  }

  /** Adds orders, each at the place after the last one's. */
  addOrders(orders: readonly UploadOrder[]): Promise<Result<null, Failure>> {
    this.orders.push(...orders);
    return this.#add(
      orders.map((order) => ({ kind: 'order', order })),
      false,
    );
  }

  /** Has all of it on disk, the file's name too; from here on people may be sent. */
  async ready(): Promise<Result<null, Failure>> {
    const added = await this.#add([{ kind: 'ready' }], true);
    if (added.ok) await this.#log.flushName(this.path);
    return added;
  }

  /**
   * Says what happened, on disk with the next `commit` or soon: where it is lost, the row is open as it was before, and
   * going on finds it out again. A failure to write it is the next `commit`'s.
   */
  note(event: JournalEvent): void {
    this.#take(event);
    this.#log.note(JSON.stringify(event));
  }

  /** Says what is to happen, and answers when it is on disk and would outlast a power cut. */
  commit(event: JournalEvent): Promise<Result<null, Failure>> {
    return this.#add([event], true);
  }

  /** Writes what is left and lets the file go. */
  async close(): Promise<void> {
    await this.#log.close();
    await this.#lock.release();
  }

  #add(entries: readonly JournalEntry[], isDurable: boolean): Promise<Result<null, Failure>> {
    for (const entry of entries) this.#take(entry);
    return this.#log.add(
      entries.map((entry) => JSON.stringify(entry)),
      isDurable,
    );
  }

  #take(entry: JournalEntry): void {
    if (!this.run.take(entry))
      throw new Error(`“${entry.kind}” cannot follow in the journal: ${placeOf(entry)}`);
  }
}

async function releasing(lock: FileLock, why: Failure): Promise<Result<never, Failure>> {
  await lock.release();
  return failure(why);
}

function placeOf(entry: JournalEntry): string {
  return 'place' in entry ? `row ${entry.place}` : 'no row';
}
