import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFingerprint } from '../../../../electron/agent-connect/credentials/key-fingerprint.ts';
import { readJournal } from '../../../../electron/agent-connect/journal/read-journal.ts';
import type { RunState } from '../../../../shared/upload/journal/run-state.ts';
import type { UploadHead } from '../../../../shared/upload/orders/upload-head.ts';
import type { CreateOrder, UpdateOrder, UploadOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { createOrder, headOf } from '../../../shared/upload/journal/build-orders.ts';
import type { Fault } from '../../../simulator/faults.ts';
import type { Person } from '../../../simulator/person.ts';
import { KEY } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { type Death, type Ended, lifeAfter, lifeWith } from './mortal-life.ts';

/** People to be created or updated, and who there is before. */
export interface Scenario {
  readonly name: string;
  readonly welcome: UploadHead['welcome'];
  readonly orders: (run: string) => readonly UploadOrder[];
  /** What each row ends as, by place. */
  readonly ends: readonly ('created' | 'updated')[];
  /** Whether pages of the team say who is absent, where nothing was sent before; else each is looked up. */
  readonly isPaged: boolean;
}

/** A fault of the nth request of a method. */
export interface Placed {
  readonly fault: Pick<Fault, 'kind'> & Partial<Fault>;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly after: number;
}

/** Where a run is killed, and where the run that goes on after it is. */
export interface Kills {
  readonly death: Death;
  readonly first: number;
  readonly second: number;
}

/** What went wrong on a path, in words; empty where nothing did. */
export interface Walked {
  readonly wrong: readonly string[];
  readonly kills: number;
  /** Steps of the first run, as far as it came. */
  readonly steps: number;
}

/** Lives that it takes at most: two are killed, and somebody resumes what is unknown. */
const MOST_LIVES = 12;

let runs = 0;

/** Walks one path through a scenario to its end, and looks at what is there then. */
export async function walk(
  simulator: Simulator,
  folder: string,
  scenario: Scenario,
  placed: Placed | null,
  kills: Kills,
): Promise<Walked> {
  runs += 1;
  const run = `r${runs}`;
  const orders = scenario.orders(run);
  for (const order of orders) if (order.kind === 'update') takeIn(simulator, order);
  simulator.faults.clear();
  if (placed !== null) simulator.faults.add({ ...placed.fault, method: placed.method, after: placed.after });
  const logged = simulator.log.length;
  // A folder of its own: who looks through thousands of journals for locks does nothing else.
  const own = join(folder, run);
  await mkdir(own);
  const { path, lives, wrong } = await liveOn(simulator, join(own, 'June'), orders, scenario, kills);
  const read = await readJournal(path);
  if (!read.ok) wrong.push(`the journal: ${read.failure.code}`);
  else wrong.push(...wrongRows(read.value.run, scenario));
  wrong.push(...wrongPeople(simulator, orders, scenario));
  wrong.push(...wrongRequests(simulator, logged, placed));
  if (wrong.length === 0) await rm(own, { recursive: true });
  const killed = lives.filter(({ ending }) => ending === null).length;
  return { wrong, kills: killed, steps: lives[0]?.steps ?? 0 };
}

/** Lives one life after the other until everybody is done, each going on with the journal of the one before. */
async function liveOn(
  { url }: Simulator,
  begin: string,
  orders: readonly UploadOrder[],
  scenario: Scenario,
  { death, first, second }: Kills,
): Promise<{ path: string; lives: Ended[]; wrong: string[] }> {
  const wrong: string[] = [];
  const lives: Ended[] = [];
  const killAts = [first, second];
  for (let path = `${begin}.journal`; ;) {
    const killAt = killAts[lives.length] ?? Number.POSITIVE_INFINITY;
    const isBegun = (await readJournal(path)).ok;
    // A journal that has not all of its orders is none: then nothing may have been sent.
    if (!isBegun && lives.length > 0) {
      if (lives.some(({ sent }) => sent.length > 0))
        wrong.push('something was sent, and the journal is lost');
      path = `${begin}-${lives.length}.journal`;
    }
    const life = { url, path, killAt, death, deadline: 400, settle: 40_000 };
    const ended = await (isBegun ? lifeAfter(life) : lifeWith(life, headFor(url, scenario), orders));
    lives.push(ended);
    if (ended.ending?.ok === false) wrong.push(`life ${lives.length}: ${ended.ending.failure.code}`);
    if (ended.ending !== null && (await isSettled(path))) return { path, lives, wrong };
    if (lives.length === MOST_LIVES) return { path, lives, wrong: [...wrong, 'it does not come to an end'] };
  }
}

function headFor(url: string, { welcome, ends, isPaged }: Scenario): UploadHead {
  const mode = ends.includes('updated') ? 'update' : 'create';
  return headOf(ends.length, {
    ...{ host: new URL(url).host, key: keyFingerprint(KEY), welcome, mode },
    ...(isPaged && { teamSize: 45 }),
  });
}

/** Whether nothing is left that somebody could resume. */
async function isSettled(path: string): Promise<boolean> {
  const read = await readJournal(path);
  if (!read.ok) return false;
  const { phase, counts } = read.value.run;
  return phase === 'finished' && counts.unknown + counts.held + counts.notTried === 0;
}

function wrongRows({ rows, counts, phase }: RunState, { ends }: Scenario): string[] {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  return [
    ...(sum === ends.length && phase === 'finished' ? [] : [`the sums are ${JSON.stringify(counts)}`]),
    ...rows.flatMap(({ state, reason, words }, place) =>
      state === ends[place] ? [] : [`row ${place} is ${state} (${String(reason)}: ${words})`],
    ),
  ];
}

function wrongPeople({ directory }: Simulator, orders: readonly UploadOrder[], scenario: Scenario): string[] {
  return orders.flatMap((order) => {
    const found = directory.people.filter(({ fields }) => fields.email === order.email);
    const [person] = found;
    if (person === undefined || found.length > 1) return [`${order.email} is there ${found.length} times`];
    if (order.kind === 'update') return wrongUpdate(order, person);
    const leader = directory.numbered(person.leader ?? 0)?.fields.email;
    const named = order.kind === 'create' ? order.body.team_leader_email : '';
    const invitations = scenario.welcome === 'now' ? 1 : 0;
    return [
      ...(leader === named ? [] : [`the leader of ${order.email} is ${String(leader)}`]),
      ...(person.invitations === invitations ? [] : [`${order.email} has ${person.invitations} invitations`]),
    ];
  });
}

function wrongUpdate({ email, body, status }: UpdateOrder, person: Person): string[] {
  const wanted = status === 'deactivate' ? 'deactivated' : 'active';
  return [
    ...(person.status === wanted ? [] : [`${email} is ${person.status}`]),
    ...(person.fields.first_name === body?.first_name ? [] : [`${email} is not changed`]),
  ];
}

/** Somebody who is sent though they are there is refused as taken: that would have been a double. */
function wrongRequests({ log }: Simulator, from: number, placed: Placed | null): string[] {
  if (placed?.fault.kind === 'slow') return [];
  return log
    .slice(from)
    .filter(({ status, fault }) => (status === 422 || status === 400) && fault === null)
    .map(({ method, path }) => `${method} ${path} was not accepted`);
}

function takeIn({ directory }: Simulator, { body, member, status }: UpdateOrder): void {
  const fields = {
    ...body,
    first_name: 'Before',
    email: member.email,
    custom_employee_id: member.employeeId,
  };
  directory.create(
    { ...fields, team_leader_email: BOSS, role: 'Team Leader', manage_team: true },
    status === 'activate' ? 'deactivated' : 'active',
    0,
  );
}

/** The simulator's first person, who leads. */
const BOSS = 'leader0@acme.example';

/** Somebody new in a run, led by somebody of it. */
export function newcomer(
  run: string,
  place: number,
  leader: { place: number; wave: number; email: string } | null,
  leads = false,
): CreateOrder {
  const order = createOrder(place);
  const email = `${run}-${place}@acme.example`;
  const employeeId = `${run}-${place}`;
  const body = {
    ...order.body,
    email,
    custom_employee_id: employeeId,
    team_leader_email: leader?.email ?? BOSS,
    manage_team: leads,
    role: leads ? 'Team Leader' : 'Team Member',
  };
  return { ...order, email, employeeId, body, wave: (leader?.wave ?? 0) + 1, leader: leader?.place ?? null };
}

/** Somebody who is there and is to be called and addressed otherwise, and perhaps activated or deactivated. */
export function changed(run: string, place: number, status: UpdateOrder['status']): UpdateOrder {
  const member = { email: `${run}-${place}-before@acme.example`, employeeId: `${run}-${place}` };
  const email = `${run}-${place}@acme.example`;
  return {
    kind: 'update',
    place,
    line: place + 2,
    name: 'After',
    email,
    employeeId: member.employeeId,
    wave: 1,
    leader: null,
    member,
    body: { email, first_name: 'After', channels: ['phone'] },
    status,
    changes: [
      { column: 'email', from: member.email, to: email },
      { column: 'firstName', from: 'Before', to: 'After' },
      ...(status === null
        ? []
        : [{ column: 'deactivated', from: null, to: status === 'deactivate' ? 'Y' : 'N' } as const]),
    ],
  };
}
