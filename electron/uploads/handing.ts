import { rm } from 'node:fs/promises';
import type { z } from 'zod';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { parseJson } from '../../shared/text/plain-text.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { orderPassword, uploadOrder } from '../../shared/upload/orders/upload-order.ts';
import type { UploadJournal } from '../agent-connect/journal/upload-journal.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import type { FileLock } from '../files/record-log/lock-file.ts';

/** What a window hands over before an upload starts: orders, which are written down at once, and passwords, which never are. */
export class Handing {
  readonly journal: UploadJournal;
  readonly connection: Connection;
  /** Of its organization: no other run of this computer begins meanwhile. */
  readonly lock: FileLock;
  /** False of an upload that is resumed, which has its orders. */
  readonly isNew: boolean;
  readonly passwords = new Map<number, string>();
  readonly #orderLines = new JsonLines(uploadOrder);
  readonly #passwordLines = new JsonLines(orderPassword);

  constructor(journal: UploadJournal, connection: Connection, lock: FileLock, isNew: boolean) {
    this.journal = journal;
    this.connection = connection;
    this.lock = lock;
    this.isNew = isNew;
  }

  /** Writes down the orders of a slice, which come in the order of their places. */
  async addOrders(text: string): Promise<Result<null, Failure>> {
    const orders = this.#orderLines.push(text);
    const { length } = this.journal.orders;
    const inOrder = orders?.every(({ place }, index) => place === length + index) === true;
    const most = this.journal.head.rows - length;
    if (!this.isNew || orders === null || !inOrder || orders.length > most) return refused('upload.orders');
    return orders.length === 0 ? success(null) : this.journal.addOrders(orders);
  }

  addPasswords(text: string): Result<null, Failure> {
    const passwords = this.#passwordLines.push(text);
    if (passwords === null) return refused('upload.passwords');
    for (const { place, password } of passwords) this.passwords.set(place, password);
    return success(null);
  }

  /** Whether all that was announced has come. */
  get isComplete(): boolean {
    const { orders, head } = this.journal;
    return orders.length === head.rows && this.#orderLines.isComplete && this.#passwordLines.isComplete;
  }

  /** Lets it go; a journal that nothing was sent from is removed. */
  async cancel(): Promise<void> {
    await this.journal.close();
    if (this.isNew) await rm(this.journal.path, { force: true });
    await this.lock.release();
  }
}

/** What came is not said back: it holds people's data and passwords. */
function refused(call: string): Result<never, Failure> {
  return failure(failed('call.refused', { what: `${call}: a line` }));
}

/** Reads values that arrive as JSON lines, in slices that may end anywhere. */
export class JsonLines<Value> {
  #rest = '';

  constructor(readonly schema: z.ZodType<Value>) {}

  /** The values of the lines that a slice completes; null where one of them is none. */
  push(text: string): Value[] | null {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    const values: Value[] = [];
    for (const line of lines) {
      const value = this.schema.safeParse(parseJson(line));
      if (!value.success) return null;
      values.push(value.data);
    }
    return values;
  }

  /** Whether the last line was complete. */
  get isComplete(): boolean {
    return this.#rest === '';
  }
}
