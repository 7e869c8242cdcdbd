import { basename } from 'node:path';
import { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { parseJson } from '../../../shared/text/plain-text.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { type JournalEntry, journalEntry } from '../../../shared/upload/journal/journal-entry.ts';
import { RunState } from '../../../shared/upload/journal/run-state.ts';
import { JOURNAL_VERSION, type UploadHead } from '../../../shared/upload/orders/upload-head.ts';
import type { UploadOrder } from '../../../shared/upload/orders/upload-order.ts';
import { type LogLength, readRecords } from '../../files/record-log/read-records.ts';

/** What a journal on disk holds. */
export interface ReadJournal {
  readonly head: UploadHead;
  /** By place. */
  readonly orders: UploadOrder[];
  readonly run: RunState;
  readonly length: LogLength;
}

const anyVersion = z.object({ head: z.object({ version: z.number() }) });

/**
 * Reads a journal from its beginning, and takes nothing for granted: one that is damaged, of a newer Rollcall or without
 * all of its orders is refused.
 */
export async function readJournal(path: string): Promise<Result<ReadJournal, Failure>> {
  const name = basename(path);
  const orders: UploadOrder[] = [];
  const run = new RunState();
  const found = { isNewer: false };
  const read = await readRecords(path, (bytes) => {
    const json: unknown = parseJson(bytes.toString());
    if (run.head === null && isNewerHead(json)) {
      found.isNewer = true;
      return 'break';
    }
    const entry = journalEntry.safeParse(json);
    if (!entry.success || !run.take(entry.data)) return 'damaged';
    keepOrder(entry.data, orders);
    return 'continue';
  });
  if (!read.ok) return read;
  if (found.isNewer) return failure(failed('record.newer', { name }));
  const { head } = run;
  if (head === null) return failure(failed('record.damaged', { name, line: 1 }));
  if (run.phase === 'planned') return failure(failed('upload.notBegun', { name }));
  return success({ head, orders, run, length: read.value });
}

function isNewerHead(json: unknown): boolean {
  const head = anyVersion.safeParse(json);
  return head.success && head.data.head.version > JOURNAL_VERSION;
}

function keepOrder(entry: JournalEntry, orders: UploadOrder[]): void {
  if (entry.kind === 'order') orders.push(entry.order);
}
