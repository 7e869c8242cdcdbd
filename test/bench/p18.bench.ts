import type { Connection } from '../../electron/agent-connect/client/connection.ts';
import { signToken } from '../../electron/agent-connect/client/sign-token.ts';
import type { CreateOrder } from '../../shared/upload/orders/upload-order.ts';
import { AT_ONCE, newcomers, untilAllCreated, uploading } from './newcomers.ts';
import { milliseconds, report } from './report.ts';
import { withSimulator } from './simulator-process.ts';

const PEOPLE = 10_000;
/** The people are created in turns, so that a busy moment of the machine meets both. */
const ROUNDS = 8;

report(await withSimulator([], measure));

/** Creating people with a journal on disk, against a bare loop of the same requests, as many at once, in the same run. */
async function measure(connection: Connection) {
  const works = {
    app: (orders: readonly CreateOrder[]) => uploading(connection, orders, untilAllCreated),
    bare: (orders: readonly CreateOrder[]) => bareLoop(connection, orders),
  };
  const times = { app: [] as number[], bare: [] as number[] };
  const busy = { app: 0, bare: 0 };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const name of ['bare', 'app'] as const) {
      const orders = newcomers(PEOPLE / ROUNDS, `${name}${round}`);
      const [began, used] = [performance.now(), process.cpuUsage()];
      await works[name](orders);
      // Round 0 warms up.
      if (round === 0) continue;
      times[name].push(performance.now() - began);
      const { user, system } = process.cpuUsage(used);
      busy[name] += (user + system) / 1000;
    }
  // The best turn of each: whatever else the machine does only adds.
  const [app, bare] = [Math.min(...times.app), Math.min(...times.bare)];
  return {
    figure: (app - bare) / app,
    details: `${PEOPLE.toLocaleString('en-US')} people in ${ROUNDS} turns: ${milliseconds(app)} against ${milliseconds(bare)} for each; processor ${milliseconds(busy.app)} against ${milliseconds(busy.bare)} in all`,
  };
}

/** Two look-ups and a creation for each person, with nothing kept and nothing looked at. */
async function bareLoop({ address, credentials }: Connection, orders: readonly CreateOrder[]): Promise<void> {
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
      await ask('GET', `/${encodeURIComponent(order.email)}`);
      await ask('GET', `/${encodeURIComponent(order.employeeId)}`);
      await ask('POST', '', order.body);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
