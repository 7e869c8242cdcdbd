import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../electron/agent-connect/client/connection.ts';
import { whyEnded } from '../../../../shared/upload/report/reported-row.ts';
import type { UpdateOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { madeUpTeam } from '../../../simulator/seed-team.ts';
import { SECRET, simulatorHere, tokenOf } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { endOf, ledOrder, resumeHere, startHere, uploaded } from './push-here.ts';

const TEAM = 45;
const paged = { head: { teamSize: TEAM } } as const;
const people = (count: number) => Array.from({ length: count }, (_, place) => ledOrder(place));

/** The order to change the town of somebody of the made-up team. */
function townOrder(place: number, simulator: Simulator): UpdateOrder {
  const fields = simulator.directory.people[place]?.fields ?? {};
  const { email = '', custom_employee_id: employeeId = '', hometown: from = '' } = fields;
  return {
    ...{ kind: 'update', place, line: place + 2, name: 'Town', email, employeeId, wave: 1, leader: null },
    member: { email, employeeId },
    body: { hometown: 'Oslo', channels: ['phone'] },
    status: null,
    changes: [{ column: 'homeTown', from, to: 'Oslo' }],
  };
}

const asked = ({ log }: Simulator, what: 'lists' | 'people'): number =>
  log.filter(({ method, path }) => method === 'GET' && (path === '/v2/employees') === (what === 'lists'))
    .length;

/** Node’s fetch, with something else in the place of its answers where `change` says so. */
function fetching(
  change: (address: string, body: string, go: () => Promise<Response>) => Promise<Response>,
): Partial<Connection> {
  return { fetch: (address, init) => change(address, init.body ?? '', () => fetch(address, init)) };
}

const says = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

describe('who is absent, by pages of the team', () => {
  it.each([
    [100, 1.2],
    [1000, 1.05],
  ])('takes at most so many requests a person of %i who are created: %f', async (count, most) => {
    const simulator = await simulatorHere();
    const { counts } = await uploaded(simulator, people(count), paged);
    expect(counts.created).toBe(count);
    expect(asked(simulator, 'people')).toBe(0);
    expect(simulator.log.length / count).toBeLessThanOrEqual(most);
  });

  it('takes as few for people who are changed', async () => {
    const simulator = await simulatorHere({ directory: madeUpTeam(120) });
    const orders = Array.from({ length: 100 }, (_, place) => townOrder(place, simulator));
    const { counts } = await uploaded(simulator, orders, { head: { teamSize: 120, mode: 'update' } });
    expect(counts.updated).toBe(100);
    expect(simulator.log.length).toBeLessThanOrEqual(120);
  });

  it('looks each person up where that takes fewer requests, or where somebody wants it', async () => {
    const few = await simulatorHere();
    await uploaded(few, people(3), paged);
    expect([asked(few, 'lists'), asked(few, 'people')]).toEqual([0, 6]);
    const careful = await simulatorHere();
    await uploaded(careful, people(20), { head: { teamSize: TEAM, careful: true } });
    expect([asked(careful, 'lists'), asked(careful, 'people')]).toEqual([0, 40]);
  });

  it('security 23: is read again since the run began: who has come since the plan is left alone', async () => {
    const simulator = await simulatorHere();
    simulator.directory.create({ email: 'NEW2@acme.example', first_name: 'Other' }, 'created', 0);
    const { rows, counts } = await uploaded(simulator, people(20), paged);
    expect(counts).toMatchObject({ created: 19, failed: 1 });
    expect(rows.find(({ place }) => place === 2)).toMatchObject({ reason: 'conflict' });
    expect(simulator.log.filter(({ status }) => status === 422)).toEqual([]);
  });

  it('security 23: who comes while it goes is refused by Agent Connect, looked up, and left alone', async () => {
    const simulator = await simulatorHere();
    const connection = fetching(async (_, body, go) => {
      const other = { email: 'new9@acme.example', custom_employee_id: 'N9', first_name: 'Other' };
      if (body.includes('new0@')) simulator.directory.create(other, 'created', 0);
      return go();
    });
    const { rows } = await uploaded(simulator, people(20), { ...paged, connection });
    expect(rows.find(({ place }) => place === 9)).toMatchObject({ state: 'skipped', reason: 'thereAlready' });
    expect(asked(simulator, 'people')).toBe(2);
  });

  it('security 23: is good for ten minutes, then read again, and not gone by after a resumption', async () => {
    const simulator = await simulatorHere();
    // The simulator’s clock does not jump: it would find the tokens too new.
    const connection: Partial<Connection> = {
      fetch: (address, init) =>
        fetch(address, { ...init, headers: { ...init.headers, authorization: tokenOf(SECRET) } }),
    };
    const options = { ...paged, connection, pace: { rate: 3, concurrency: 1 } };
    const started = await startHere(simulator, people(50), options);
    while (asked(simulator, 'lists') < 12) await new Promise((resolve) => setImmediate(resolve));
    const posted = simulator.log.filter(({ method }) => method === 'POST').length;
    // Three requests a minute, of which the six pages are a part.
    expect(posted).toBeGreaterThan(15);
    expect(posted).toBeLessThan(30);
    await started.push.leave(0);
    const before = asked(simulator, 'lists');
    const ended = await endOf(await resumeHere(simulator, started.path, { connection }));
    expect(ended.counts.created).toBe(50);
    expect(asked(simulator, 'lists')).toBe(before);
  });

  it.each([
    ['cannot be read', 'garbage'],
    ['are a web page', 'html'],
  ] as const)('looks each person up where pages %s', async (_, kind) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'GET', kind, times: 2 });
    const { counts } = await uploaded(simulator, people(20), paged);
    expect(counts.created).toBe(20);
    expect(asked(simulator, 'people')).toBe(40);
  });

  it('security 23: takes a list that names nobody, or leaves the IDs out, for no proof', async () => {
    for (const left of [[], [{ email: 'a@acme.example' }], [{ first_name: 'Who' }]]) {
      const simulator = await simulatorHere();
      const connection = fetching(async (address, _, go) =>
        address.includes('number_of_employees') ? says(200, { employees: left }) : go(),
      );
      const { counts } = await uploaded(simulator, people(20), { ...paged, connection });
      expect(counts.created).toBe(20);
      expect(asked(simulator, 'people')).toBe(40);
    }
  });
});

describe('what belongs to one person', () => {
  it.each([
    ['500 to all that is about them', 500],
    ['403 after the key has worked', 403],
    ['401 after the key has worked', 401],
  ])('security 23: %s ends that row, by name, and the rest goes on', async (_, status) => {
    const simulator = await simulatorHere();
    const connection = fetching(async (address, body, go) =>
      /new4(?:@|%40)|\/N4$/.test(address + body) ? says(status, { message: 'Not this one' }) : go(),
    );
    const { how, counts, rows } = await uploaded(simulator, people(20), { ...paged, connection });
    expect([how, counts.created]).toEqual(['finished', 19]);
    const row = rows.find(({ place }) => place === 4);
    expect(row?.state).toBe(status === 500 ? 'unknown' : 'failed');
    expect(row && whyEnded(row)).toContain(status === 500 ? 'could not be asked' : 'Not this one');
  });

  it('security 23: 403 to a second one as well stops the run, and both are tried again after', async () => {
    const simulator = await simulatorHere();
    let isForbidden = true;
    const connection = fetching(async (_, body, go) =>
      isForbidden && /new(?:[4-9]|1\d)@/.test(body) ? says(403, { message: 'Forbidden' }) : go(),
    );
    const started = await startHere(simulator, people(20), { ...paged, connection });
    const ended = await endOf(started);
    expect(ended).toMatchObject({ how: 'forbidden', counts: { failed: 0, created: 4, notTried: 16 } });
    isForbidden = false;
    const again = await endOf(await resumeHere(simulator, started.path));
    expect(again).toMatchObject({ how: 'finished', counts: { created: 20 } });
  });

  it('security 22: who was not seen for longer than is waited was sent twice, which is said by name', async () => {
    const simulator = await simulatorHere();
    let posts = 0;
    const connection = fetching(async (address, body, go) => {
      if (/new0(?:%40)|\/N0$/.test(address)) return says(404, {});
      if (!body.includes('new0@')) return go();
      posts += 1;
      if (posts > 1) return says(201, { email: 'new0@acme.example', first_name: 'New' });
      await go();
      return says(500, {});
    });
    const { rows } = await uploaded(simulator, people(1), { connection });
    expect(rows).toMatchObject([{ state: 'created', reason: 'sentTwice' }]);
    expect(rows[0] && whyEnded(rows[0])).toContain('Look for a double');
  });

  it('security 26: what was stored otherwise is said field by field, and never that nothing was sent', async () => {
    const simulator = await simulatorHere();
    const shortened = fetching(async (_, body, go) => {
      const response = await go();
      if (!body.includes('first_name')) return response;
      return says(201, { ...((await response.json()) as object), first_name: 'Ne' });
    });
    const { rows } = await uploaded(simulator, people(1), { connection: shortened });
    expect(rows).toMatchObject([
      { state: 'created', stored: [{ column: 'firstName', sent: 'New', stored: 'Ne' }] },
    ]);
    const order = townOrder(1, simulator);
    const lost = fetching(async (address, body, go) => {
      if (!body.includes('Oslo')) return go();
      await fetch(address, { method: 'GET' }).catch(() => undefined);
      const person = simulator.directory.find('person1@acme.example');
      simulator.directory.update(person, { hometown: 'Os', channels: ['phone'] });
      return says(500, {});
    });
    const changed = await uploaded(simulator, [{ ...order, place: 0 }], {
      head: { mode: 'update' },
      connection: lost,
    });
    expect(changed.rows).toMatchObject([
      { state: 'updated', reason: 'notConfirmed', stored: [{ sent: 'Oslo', stored: 'Os' }] },
    ]);
    expect(changed.rows[0] && whyEnded(changed.rows[0])).not.toMatch(/nothing was sent/i);
  });
});
