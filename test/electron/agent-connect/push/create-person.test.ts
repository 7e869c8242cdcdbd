import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../simulator/faults.ts';
import { directoryOf, madeUpTeam } from '../../../simulator/seed-team.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { endOf, leadingOrder, ledOrder, resumeHere, uploaded } from './push-here.ts';

const now = { head: { welcome: 'now' } } as const;

/** How many are in the simulator who have the email of an order, and their invitations. */
const there = ({ directory }: Simulator, email: string) =>
  directory.people.filter(({ fields }) => fields.email === email).map(({ invitations }) => invitations);

const posts = ({ log }: Simulator) => log.filter(({ method }) => method === 'POST').length;

describe('a run without faults', () => {
  it('creates everybody once, leaders first, whatever their order', async () => {
    const simulator = await simulatorHere();
    const boss = leadingOrder(3);
    const lead = leadingOrder(1, boss);
    const orders = [ledOrder(0, lead), lead, ledOrder(2, boss), boss, ledOrder(4)];
    const ended = await uploaded(simulator, orders);
    expect(ended).toMatchObject({ how: 'finished', why: null, counts: { created: 5, waiting: 0 } });
    expect(ended.waves).toEqual([
      { done: 2, total: 2 },
      { done: 2, total: 2 },
      { done: 1, total: 1 },
    ]);
    const created = simulator.directory.people.slice(45).map(({ fields }) => fields.email);
    expect(created.toSorted()).toEqual(orders.map(({ email }) => email));
    expect(created.indexOf(boss.email)).toBeLessThan(created.indexOf(lead.email));
    for (const { status } of simulator.log) expect([200, 201, 404]).toContain(status);
  });

  it('creates with the password, and invites where the welcome email is to go out at once', async () => {
    const simulator = await simulatorHere();
    const order = { ...ledOrder(0), hasPassword: true };
    await uploaded(simulator, [order], { ...now, passwords: new Map([[0, 's3cret']]) });
    const created = simulator.directory.people.at(-1);
    expect(created).toMatchObject({ invitations: 1, fields: { temporary_password: 's3cret' } });
  });

  it('security 23: leaves alone who is there already', async () => {
    const order = ledOrder(0);
    const simulator = await simulatorHere({
      directory: directoryOf([{ ...order.body, team_leader_email: '', status: 'active' }]),
    });
    const ended = await uploaded(simulator, [order]);
    expect(ended.rows).toMatchObject([{ state: 'skipped', reason: 'thereAlready' }]);
    expect(posts(simulator)).toBe(0);
  });

  it('security 22: says whose the identifiers are, and holds the team', async () => {
    const boss = leadingOrder(0);
    const simulator = await simulatorHere({ directory: madeUpTeam(45) });
    const conflict = { ...boss, email: 'person1@acme.example', employeeId: '0000003' };
    const ended = await uploaded(simulator, [conflict, ledOrder(1, boss), ledOrder(2)]);
    const rows = new Map(ended.rows.map((row) => [row.place, row]));
    expect(rows.get(0)).toMatchObject({ state: 'failed', reason: 'conflict' });
    expect(rows.get(0)?.words).toBe(
      '“Björn Łuczak” (person1@acme.example, 0000002) and “Chloé O’Neill” (person2@acme.example, 0000003)',
    );
    expect(rows.get(1)).toMatchObject({ state: 'held', reason: 'leader', words: 'New 0' });
    expect(rows.get(2)).toMatchObject({ state: 'created' });
  });

  it('fails one person with the server’s words, and goes on with the rest', async () => {
    const simulator = await simulatorHere();
    const wrong = ledOrder(0);
    const ended = await uploaded(simulator, [
      { ...wrong, body: { ...wrong.body, role: 'Nobody' } },
      ledOrder(1),
    ]);
    expect(ended).toMatchObject({ how: 'finished', counts: { failed: 1, created: 1 } });
    expect(ended.rows.find(({ place }) => place === 0)).toMatchObject({
      reason: 'notAccepted',
      words: 'role not found: Nobody',
    });
  });
});

type Given = Partial<Fault> & Pick<Fault, 'kind'>;

/** Faults of a POST after which the person is there. */
const DONE: Given[] = [{ kind: 'lose' }, { kind: 'stranger' }, { kind: 'late', ms: 300 }, { kind: 'failed' }];
/** Faults of a POST after which nobody is there. */
const NOT_DONE: Given[] = [
  { kind: 'drop' },
  { kind: 500 },
  { kind: 502 },
  { kind: 'html' },
  { kind: 'redirect' },
  { kind: 'garbage' },
  { kind: 'endless' },
];

describe('a request that got no answer', () => {
  it.each(DONE)('security 22: is found to be done after $kind, and is not sent again', async (fault) => {
    for (const options of [{}, now]) {
      const simulator = await simulatorHere();
      simulator.faults.add({ method: 'POST', ...fault });
      const ended = await uploaded(simulator, [ledOrder(0)], { ...options, connection: { deadline: 150 } });
      expect(ended.rows).toMatchObject([{ state: 'created', reason: 'notConfirmed' }]);
      expect(there(simulator, ledOrder(0).email)).toEqual([options === now ? 1 : 0]);
      // A late answer is logged when it goes out.
      await expect.poll(() => posts(simulator)).toBe(1);
    }
  });

  it('security 22: is sent twice and not six times where every answer says nothing of it', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'POST', kind: 'garbage', times: 2 });
    const ended = await uploaded(simulator, [ledOrder(0)]);
    expect(ended.rows).toMatchObject([{ state: 'unknown', reason: 'absentAfterAll' }]);
    // Before the second, and before it was given up, it was looked for three times.
    const methods = simulator.log.map(({ method }) => method).join(' ');
    const looked = Array.from({ length: 6 }, () => 'GET').join(' ');
    expect(methods).toBe(`GET GET POST ${looked} POST ${looked}`);
    const again = await endOf(await resumeHere(simulator, ended.path));
    expect(again.counts).toMatchObject({ created: 1 });
  });

  it.each(NOT_DONE)(
    'security 22: is looked for three times over 40 seconds after $kind, then sent again',
    async (fault) => {
      const simulator = await simulatorHere();
      simulator.faults.add({ method: 'POST', ...fault });
      const ended = await uploaded(simulator, [ledOrder(0)]);
      // Nobody can tell whether the first one is done later.
      expect(ended.rows).toMatchObject([{ state: 'created', reason: 'sentTwice' }]);
      expect(there(simulator, ledOrder(0).email)).toHaveLength(1);
      const methods = simulator.log.map(({ method }) => method).join(' ');
      expect(methods).toBe('GET GET POST GET GET GET GET GET GET POST');
    },
  );

  it.each(NOT_DONE)(
    'security 23: invites nobody again by itself after $kind; somebody who resumes does',
    async (fault) => {
      const simulator = await simulatorHere();
      simulator.faults.add({ method: 'POST', ...fault });
      const boss = leadingOrder(0);
      const ended = await uploaded(simulator, [boss, ledOrder(1, boss)], now);
      expect(ended).toMatchObject({ how: 'finished', counts: { unknown: 1, held: 1 } });
      expect(ended.rows[0]).toMatchObject({ state: 'unknown', reason: 'absentAfterInvitation' });
      expect(posts(simulator)).toBe(1);
      const again = await endOf(await resumeHere(simulator, ended.path));
      expect(again).toMatchObject({ how: 'finished', counts: { created: 2 } });
      expect(there(simulator, boss.email)).toEqual([1]);
    },
  );

  it('security 22: is done long after it was given up: found, not made twice, and said to be created', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'POST', kind: 'slow', ms: 300 });
    const options = { settle: 0, connection: { deadline: 100 } };
    const ended = await uploaded(simulator, [ledOrder(0)], options);
    expect(ended.rows).toMatchObject([{ state: 'created' }]);
    expect(there(simulator, ledOrder(0).email)).toHaveLength(1);
  });

  it('security 24: is sent six times at most, and then unknown', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'POST', kind: 500, times: 99 });
    const ended = await uploaded(simulator, [ledOrder(0)]);
    expect(ended).toMatchObject({ how: 'finished' });
    expect(ended.rows).toMatchObject([{ state: 'unknown', reason: 'absentAfterAll' }]);
    expect(posts(simulator)).toBe(6);
  });

  it('security 22: is unknown where looking fails, and settled when somebody resumes', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'POST', kind: 'lose' });
    simulator.faults.add({ method: 'GET', kind: 500, after: 4, times: 6 });
    const orders = [ledOrder(0), ledOrder(1)];
    const ended = await uploaded(simulator, orders, { pace: { rate: 1e9, concurrency: 1 } });
    expect(ended.counts).toMatchObject({ created: 1, unknown: 1 });
    const again = await endOf(await resumeHere(simulator, ended.path));
    expect(again.counts).toMatchObject({ created: 2 });
    expect(posts(simulator)).toBe(2);
  });
});
