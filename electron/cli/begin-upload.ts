import { randomUUID } from 'node:crypto';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { type OrderMaker, orderingUpload } from '../../shared/upload/orders/order-upload.ts';
import { uploadCost } from '../../shared/upload/orders/upload-cost.ts';
import { JOURNAL_VERSION, type UploadHead } from '../../shared/upload/orders/upload-head.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { keyFingerprint } from '../agent-connect/credentials/key-fingerprint.ts';
import { UploadJournal } from '../agent-connect/journal/upload-journal.ts';
import { confirmUpload, costWords } from './confirm-upload.ts';
import { describeFile } from './describe-file.ts';
import { makeRoom } from './journal-place.ts';
import { peopleOfFile } from './people-of-file.ts';
import { planRoster, type PlannedRoster } from './plan-roster.ts';
import { printPlanCounts, printPlanRows } from './print-plan.ts';
import { pullHere, untilStopped } from './pull-here.ts';
import type { Streams } from './streams.ts';
import type { UploadOptions } from './upload-options.ts';

/** An upload that may be carried out. */
export interface ReadyUpload {
  readonly journal: UploadJournal;
  /** Temporary passwords by place. */
  readonly passwords: ReadonlyMap<number, string>;
}

/** Orders that are written at once. */
const ORDERS_A_BATCH = 1000;

/** Plans an upload against the team as it is now, shows the plan, asks, and puts it on disk. Nothing is sent yet. */
export async function beginUpload(
  file: string,
  path: string,
  options: UploadOptions,
  connection: Connection,
  { err, terminal }: Streams,
): Promise<Result<ReadyUpload, Failure>> {
  const free = await makeRoom(path);
  if (!free.ok) return free;
  const pulled = await untilStopped((signal) => pullHere(connection, err, signal));
  if (!pulled.ok) return pulled;
  const planned = await planRoster(file, options, pulled.value);
  if (!planned.ok) return planned;
  for (const line of printPlan(planned.value)) err.write(line);
  const { plan, team } = planned.value;
  const { counts, groups } = plan;
  const cost = uploadCost(plan, team.people.length, options.rate);
  if (counts.create + counts.changed > 0) err.write(`\n${costWords(cost, options)}\n`);
  const { address } = connection;
  if (!options.yes && counts.create + counts.changed > 0) {
    const confirmed = await confirmUpload({ groups, address, welcome: options.welcome }, terminal);
    if (!confirmed.ok) return confirmed;
  }
  return writeOrders(planned.value, path, headOf(planned.value, options, connection));
}

function* printPlan({ opened, plan, team }: PlannedRoster): Generator<string> {
  yield* describeFile(opened);
  yield* printPlanCounts(plan, opened.read, team);
  yield* printPlanRows(plan, opened.read);
}

function headOf(
  { opened, plan, team }: PlannedRoster,
  options: UploadOptions,
  connection: Connection,
): UploadHead {
  return {
    version: JOURNAL_VERSION,
    id: randomUUID(),
    startedAt: new Date(connection.clock.now()).toISOString(),
    name: opened.name,
    host: connection.address.host,
    key: keyFingerprint(connection.credentials.key),
    ...plan.fingerprint,
    mode: options.mode,
    welcome: options.welcome,
    careful: options.careful,
    teamSize: team.people.length,
    rows: plan.rows.length,
  };
}

async function writeOrders(
  { opened, plan, team, problemsOf }: PlannedRoster,
  path: string,
  head: UploadHead,
): Promise<Result<ReadyUpload, Failure>> {
  const { roster } = opened.read;
  const people = peopleOfFile(opened.read);
  const maker = finish(orderingUpload({ plan, roster, team, problemsOf, people }));
  const journal = await UploadJournal.begin(path, head);
  if (!journal.ok) return journal;
  const written = await addOrders(journal.value, maker, head.rows);
  if (written.ok) return success({ journal: journal.value, passwords: passwordsOf(maker, head.rows) });
  await journal.value.close();
  return written;
}

async function addOrders(
  journal: UploadJournal,
  maker: OrderMaker,
  rows: number,
): Promise<Result<null, Failure>> {
  for (let from = 0; from < rows; from += ORDERS_A_BATCH) {
    const size = Math.min(ORDERS_A_BATCH, rows - from);
    const added = await journal.addOrders(Array.from({ length: size }, (_, at) => maker.orderOf(from + at)));
    if (!added.ok) return added;
  }
  return success(null);
}

function passwordsOf(maker: OrderMaker, rows: number): ReadonlyMap<number, string> {
  const passwords = new Map<number, string>();
  for (let place = 0; place < rows; place += 1) {
    const found = maker.passwordOf(place);
    if (found !== null) passwords.set(place, found.password);
  }
  return passwords;
}
