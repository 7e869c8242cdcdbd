import type { Connection } from '../../electron/agent-connect/client/connection.ts';
import type { Push } from '../../electron/agent-connect/push/upload-run.ts';
import { newcomers, untilAllCreated, uploading } from './newcomers.ts';
import { report } from './report.ts';
import { withSimulator } from './simulator-process.ts';

const FEW = 2000;
const MANY = 10_000;
const KILOBYTE = 1024;

report(await withSimulator([], measure));

/** The memory that a run holds at its end, beside its orders: how much more for each person more. */
async function measure(connection: Connection) {
  await heldBy(connection, FEW, 'warm');
  const few = await heldBy(connection, FEW, 'few');
  const many = await heldBy(connection, MANY, 'many');
  const words = (bytes: number, people: number): string =>
    `${Math.round(bytes / KILOBYTE).toLocaleString('en-US')} KB for ${people.toLocaleString('en-US')}`;
  const details = `${words(many, MANY)}, ${words(few, FEW)}, beside the orders`;
  return { figure: Math.max(0, (many - few) / (MANY - FEW)), details };
}

/** Bytes that are in use when all are created more than when the run began; nothing of the orders is. */
async function heldBy(connection: Connection, people: number, round: string): Promise<number> {
  const orders = newcomers(people, round);
  return uploading(connection, orders, async (push: Push) => {
    const before = inUse();
    await untilAllCreated(push);
    return inUse() - before;
  });
}

function inUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
