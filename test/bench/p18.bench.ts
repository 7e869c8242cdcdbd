import type { Connection } from '../../electron/agent-connect/client/connection.ts';
import { signToken } from '../../electron/agent-connect/client/ask.ts';
import { MOST_LIMITS } from '../../electron/uploads/upload-limits.ts';
import type { CreateOrder } from '../../shared/upload/orders/upload-order.ts';
import { newcomers, UNLIMITED, untilAllCreated, uploading } from './newcomers.ts';
import { milliseconds, report } from './report.ts';
import { withSimulator } from './simulator-process.ts';

const PEOPLE = 10_000;
/** The people are created in turns, so that a busy moment of the machine meets both. */
const ROUNDS = 8;

report(await withSimulator([], measure));

/** Creating people with a journal on disk, against a bare loop of the same requests, as many at once, in the same run. */
async function measure(connection: Connection) {
  const unlimited = await compare(connection, UNLIMITED);
  const limited = await compare(connection, MOST_LIMITS.concurrency);
  return {
    figure: unlimited.figure,
    details: `${describe(unlimited)}; ${MOST_LIMITS.concurrency} at once ${describe(limited)}, share ${limited.figure.toFixed(2)}`,
  };
}

/** Creates the people in turns of the app and of the bare loop, so many at once. */
async function compare(connection: Connection, atOnce: number) {
  const works = {
    app: (orders: readonly CreateOrder[]) => uploading(connection, orders, untilAllCreated, atOnce),
    bare: (orders: readonly CreateOrder[]) => bareLoop(connection, orders, atOnce),
  };
  const times = { app: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const name of ['bare', 'app'] as const) {
      const orders = newcomers(PEOPLE / ROUNDS, `${name}${atOnce}-${round}`);
      const began = performance.now();
      await works[name](orders);
      // Round 0 warms up.
      if (round > 0) times[name].push(performance.now() - began);
    }
  // The best turn of each: whatever else the machine does only adds.
  const [app, bare] = [Math.min(...times.app), Math.min(...times.bare)];
  return { app, bare, figure: (app - bare) / app };
}

function describe({ app, bare }: { readonly app: number; readonly bare: number }): string {
  const people = (PEOPLE / ROUNDS).toLocaleString('en-US');
  return `${people} people in ${milliseconds(app)} against ${milliseconds(bare)}`;
}

/** A creation for each person, with nothing kept and nothing looked at. */
async function bareLoop(
  { address, credentials }: Connection,
  orders: readonly CreateOrder[],
  atOnce: number,
): Promise<void> {
  const left = [...orders].reverse();
  const ask = async (method: string, path: string, body?: object): Promise<void> => {
    const response = await fetch(`${address.origin}/v2/employees${path}`, {
      method,
      headers: {
        'x-api-key': credentials.key,
        authorization: signToken(credentials.secret, Date.now()),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    await response.text();
  };
  const worker = async (): Promise<void> => {
    for (let order = left.pop(); order !== undefined; order = left.pop()) {
      await ask('POST', '', order.body);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
