import { rm } from 'node:fs/promises';
import { failed, type Failure } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { orderPassword, uploadOrder } from '../../shared/upload/orders/upload-order.ts';
import type { UploadJournal } from '../agent-connect/journal/upload-journal.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { JsonLines } from './json-lines.ts';

/** What a window hands over before an upload starts: orders, which are written down at once, and passwords, which never are. */
export class Handing {
  readonly journal: UploadJournal;
  readonly connection: Connection;
  /** False of an upload that is resumed, which has its orders. */
  readonly isNew: boolean;
  readonly passwords = new Map<number, string>();
  readonly #orderLines = new JsonLines(uploadOrder);
  readonly #passwordLines = new JsonLines(orderPassword);

  constructor(journal: UploadJournal, connection: Connection, isNew: boolean) {
    this.journal = journal;
    this.connection = connection;
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
  }
}

/** What came is not said back: it holds people's data and passwords. */
function refused(call: string): Result<never, Failure> {
  return failure(failed('call.refused', { what: `${call}: a line` }));
}
