import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Connection } from '../../../../electron/agent-connect/client/connection.ts';
import { keyFingerprint } from '../../../../electron/agent-connect/credentials/key-fingerprint.ts';
import { UploadJournal } from '../../../../electron/agent-connect/journal/upload-journal.ts';
import {
  type Push,
  type PushEnding,
  type PushParts,
  resumePush,
  startPush,
} from '../../../../electron/agent-connect/push/upload-run.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { type Failure, failureSentence } from '../../../../shared/failures/failures.ts';
import type { Result } from '../../../../shared/failures/result.ts';
import type { UploadHead } from '../../../../shared/upload/orders/upload-head.ts';
import type { CreateOrder, UploadOrder } from '../../../../shared/upload/orders/upload-order.ts';
import type { UploadProgress } from '../../../../shared/upload/journal/upload-progress.ts';
import { createOrder, headOf } from '../../../shared/upload/journal/build-orders.ts';
import { KEY } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import { connectHere } from '../connect-here.ts';
import { JumpingClock } from './jumping-clock.ts';

/** The value of what must have worked. */
export function worked<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(failureSentence(result.failure, READ_LATER));
  return result.value;
}

/** The order to create somebody who leads: the people who name their place are a wave later. */
export function leadingOrder(place: number, leader: CreateOrder | null = null): CreateOrder {
  const order = ledOrder(place, leader);
  return { ...order, body: { ...order.body, role: 'Team Leader', manage_team: true } };
}

/** The order to create somebody who is led by somebody of the upload, or by the simulator's first person. */
export function ledOrder(place: number, leader: CreateOrder | null = null): CreateOrder {
  const order = createOrder(place);
  const email = leader?.email ?? 'leader0@acme.example';
  const body = { ...order.body, team_leader_email: email };
  return { ...order, body, wave: (leader?.wave ?? 0) + 1, leader: leader?.place ?? null };
}

/** A connection whose clock waits no time and knows when requests are under way. */
export function jumpingConnection(
  url: string,
  options: Partial<Connection> = {},
): Connection & { clock: JumpingClock } {
  let under = 0;
  const real = options.fetch ?? fetch;
  const clock = new JumpingClock(() => under > 0);
  const counted: Connection['fetch'] = async (...args) => {
    under += 1;
    try {
      return await real(...args);
    } finally {
      under -= 1;
    }
  };
  return { ...connectHere(url, options), fetch: counted, clock };
}

export interface Started {
  readonly push: Push;
  readonly path: string;
  readonly connection: Connection & { clock: JumpingClock };
}

type Options = Partial<Omit<PushParts, 'journal' | 'connection'>> & {
  readonly head?: Partial<UploadHead>;
  readonly connection?: Partial<Connection>;
};

const UNLIMITED = { rate: 1e9, concurrency: 2 };

function partsOf(journal: UploadJournal, connection: Connection, options: Options): PushParts {
  return {
    connection,
    journal,
    passwords: options.passwords ?? new Map(),
    pace: options.pace ?? UNLIMITED,
    settle: options.settle ?? 40_000,
    isUnattended: options.isUnattended ?? true,
    ...(options.keepAwake && { keepAwake: options.keepAwake }),
  };
}

/** Begins an upload of orders to a simulator. */
export async function startHere(
  simulator: Pick<Simulator, 'url'>,
  orders: readonly UploadOrder[],
  options: Options = {},
): Promise<Started> {
  const path = join(await temporaryFolder(), 'June.journal');
  const connection = jumpingConnection(simulator.url, options.connection);
  const { host } = connection.address;
  const head = headOf(orders.length, { host, key: keyFingerprint(KEY), ...options.head });
  const journal = worked(await UploadJournal.begin(path, head));
  worked(await journal.addOrders(orders));
  const push = worked(await startPush(partsOf(journal, connection, options)));
  onTestFinished(() => push.leave(0));
  return { push, path, connection };
}

/** Goes on with the upload of a journal. */
export async function resumeHere(
  simulator: Pick<Simulator, 'url'>,
  path: string,
  options: Options = {},
): Promise<Started> {
  const connection = jumpingConnection(simulator.url, options.connection);
  const journal = worked(await UploadJournal.open(path));
  const push = worked(await resumePush(partsOf(journal, connection, options)));
  onTestFinished(() => push.leave(0));
  return { push, path, connection };
}

/** How an upload has ended, with how it was by then. */
export async function endOf({ push }: Started): Promise<PushEnding & UploadProgress> {
  const ending = await push.done;
  return { ...push.progress(0), ...ending };
}

/** Begins an upload and waits for its end. */
export async function uploaded(
  simulator: Pick<Simulator, 'url'>,
  orders: readonly UploadOrder[],
  options: Options = {},
): Promise<PushEnding & UploadProgress & { path: string }> {
  const started = await startHere(simulator, orders, options);
  return { ...(await endOf(started)), path: started.path };
}
