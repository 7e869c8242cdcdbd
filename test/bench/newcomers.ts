import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../electron/agent-connect/client/connection.ts';
import { keyFingerprint } from '../../electron/agent-connect/credentials/key-fingerprint.ts';
import { UploadJournal } from '../../electron/agent-connect/journal/upload-journal.ts';
import { type Push, startPush } from '../../electron/agent-connect/push/upload-run.ts';
import { READ_LATER } from '../../shared/failures/entry.ts';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import type { CreateOrder } from '../../shared/upload/orders/upload-order.ts';
import { createOrder, headOf } from '../shared/upload/journal/build-orders.ts';

/**
 * Requests at once where nothing limits them, of the app and of what it is compared with: enough that neither waits for
 * an answer or for the disk, and only what they do themselves tells.
 */
export const UNLIMITED = 32;

/** Orders to create so many people whom nobody knows yet; the rounds have different ones. */
export function newcomers(count: number, round: string): CreateOrder[] {
  return Array.from({ length: count }, (_, place) => {
    const order = createOrder(place);
    const [email, employeeId] = [`${round}-${order.email}`, `${round}-${order.employeeId}`];
    return { ...order, email, employeeId, body: { ...order.body, email, custom_employee_id: employeeId } };
  });
}

/** Uploads orders as the app does, so many at once, with a journal on disk, and answers what some work with the run answered. */
export async function uploading<Found>(
  connection: Connection,
  orders: readonly CreateOrder[],
  work: (push: Push) => Promise<Found>,
  concurrency = UNLIMITED,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
  try {
    const head = headOf(orders.length, {
      host: connection.address.host,
      key: keyFingerprint(connection.credentials.key),
      teamSize: 0,
    });
    const journal = worked(await UploadJournal.begin(join(folder, 'measure.journal'), head));
    worked(await journal.addOrders(orders));
    const pace = { rate: 1e9, concurrency };
    const parts = { connection, journal, passwords: new Map(), pace, settle: 40_000, isUnattended: true };
    return await work(worked(await startPush(parts)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Waits for the end of a run, which must have created all. */
export async function untilAllCreated(push: Push): Promise<void> {
  const { how } = await push.done;
  const { counts } = push.progress(0);
  if (how !== 'finished' || counts.created === 0 || counts.waiting + counts.unknown + counts.failed > 0)
    throw new Error(`The upload has ended so: ${how}, ${JSON.stringify(counts)}`);
}

function worked<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(failureSentence(result.failure, READ_LATER));
  return result.value;
}
