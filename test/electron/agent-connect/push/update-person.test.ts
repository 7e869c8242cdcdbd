import { describe, expect, it } from 'vitest';
import type { UpdateOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { endOf, ledOrder, resumeHere, uploaded } from './push-here.ts';

const update = { head: { mode: 'update' } } as const;

/** The order to change the simulator's second person: the town, and what is given. */
function townOrder(some: Partial<UpdateOrder> = {}): UpdateOrder {
  const member = { email: 'person1@acme.example', employeeId: '0000002' };
  return {
    kind: 'update',
    place: 0,
    line: 2,
    name: 'Björn Łuczak',
    ...member,
    wave: 1,
    leader: null,
    member,
    body: { hometown: 'Oslo', channels: ['phone', 'chat'] },
    status: null,
    changes: [{ column: 'homeTown', from: 'Kraków', to: 'Oslo' }],
    ...some,
  };
}

const person = ({ directory }: Simulator) => directory.people[1];
const writes = ({ log }: Simulator) =>
  log.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
const PATH = '/v2/employees/person1%40acme.example';

describe('someone who is changed', () => {
  it('gets what the order says, and keeps the rest', async () => {
    const simulator = await simulatorHere();
    const before = person(simulator);
    const ended = await uploaded(simulator, [townOrder()], update);
    expect(ended.rows).toMatchObject([{ state: 'updated', reason: null }]);
    expect(person(simulator)).toEqual({ ...before, fields: { ...before?.fields, hometown: 'Oslo' } });
    expect(writes(simulator)).toEqual([`PUT ${PATH}`]);
  });

  it('is left alone where all is so already, or somebody has changed it since the plan, or is gone', async () => {
    const simulator = await simulatorHere();
    const asWanted = townOrder({ changes: [{ column: 'homeTown', from: 'Oslo', to: 'Kraków' }] });
    const changed = townOrder({ changes: [{ column: 'homeTown', from: 'Bergen', to: 'Oslo' }] });
    const gone = townOrder({ member: { email: 'nobody@acme.example', employeeId: '' } });
    const untold = townOrder({ changes: [{ column: 'homeTown', from: null, to: 'Oslo' }] });
    expect((await uploaded(simulator, [asWanted], update)).rows).toMatchObject([
      { state: 'skipped', reason: 'asWanted' },
    ]);
    expect((await uploaded(simulator, [changed], update)).rows).toMatchObject([
      { state: 'failed', reason: 'changedSince', words: 'Home Town' },
    ]);
    expect((await uploaded(simulator, [gone], update)).rows).toMatchObject([
      { state: 'failed', reason: 'gone' },
    ]);
    expect(writes(simulator)).toEqual([]);
    expect((await uploaded(simulator, [untold], update)).rows).toMatchObject([{ state: 'updated' }]);
  });

  it('is activated first and deactivated last, only where that is not so already', async () => {
    const status = [{ column: 'deactivated', from: null, to: 'N' }] as const;
    const simulator = await simulatorHere();
    const off = townOrder({ status: 'deactivate', changes: [...townOrder().changes, ...status] });
    await uploaded(simulator, [off], update);
    expect(person(simulator)?.status).toBe('deactivated');
    const on = townOrder({ status: 'activate', body: null, changes: [...status] });
    await uploaded(simulator, [on], update);
    expect(person(simulator)?.status).toBe('active');
    expect((await uploaded(simulator, [on], update)).rows).toMatchObject([
      { state: 'skipped', reason: 'asWanted' },
    ]);
    expect(writes(simulator)).toEqual([`PUT ${PATH}`, `PUT ${PATH}/deactivate`, `PUT ${PATH}/activate`]);
  });

  it('is known by the old address before and by the new one after, whichever it is', async () => {
    const moved = townOrder({
      email: 'moved@acme.example',
      body: { email: 'moved@acme.example', channels: ['phone', 'chat'] },
      status: 'deactivate',
      changes: [
        { column: 'email', from: 'person1@acme.example', to: 'moved@acme.example' },
        { column: 'deactivated', from: 'N', to: 'Y' },
      ],
    });
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'PUT', kind: 'lose' });
    const ended = await uploaded(simulator, [moved], update);
    expect(ended.rows).toMatchObject([{ state: 'updated' }]);
    expect(person(simulator)).toMatchObject({
      status: 'deactivated',
      fields: { email: 'moved@acme.example' },
    });
    expect(writes(simulator)).toEqual([`PUT ${PATH}`, 'PUT /v2/employees/moved%40acme.example/deactivate']);
  });

  it.each([
    ['lose', 1],
    ['failed', 1],
    ['stranger', 1],
    ['drop', 2],
    ['garbage', 2],
    [500, 2],
  ] as const)('after %s is looked at, and sent again only if nothing was done', async (kind, sent) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'PUT', kind });
    const ended = await uploaded(simulator, [townOrder()], update);
    expect(ended.rows).toMatchObject([{ state: 'updated' }]);
    expect(writes(simulator)).toHaveLength(sent);
    expect(person(simulator)?.fields.hometown).toBe('Oslo');
  });

  it('is tried six times at most, is unknown then, and is taken up by somebody who resumes', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'PUT', kind: 500, times: 6 });
    const ended = await uploaded(simulator, [townOrder(), { ...ledOrder(1), leader: 0, wave: 2 }], update);
    expect(ended.counts).toMatchObject({ unknown: 1, held: 1 });
    expect(writes(simulator)).toHaveLength(6);
    const again = await endOf(await resumeHere(simulator, ended.path));
    expect(again.counts).toMatchObject({ updated: 1, created: 1 });
  });

  it('is tried twice where every answer says nothing of the person, and is unknown then', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'PUT', kind: 'garbage', times: 99 });
    const ended = await uploaded(simulator, [townOrder()], update);
    expect(ended.rows).toMatchObject([{ state: 'unknown', reason: 'absentAfterAll' }]);
    expect(writes(simulator)).toHaveLength(2);
  });

  it('fails with the server’s words', async () => {
    const simulator = await simulatorHere();
    const wrong = townOrder({
      body: { role: 'Nobody', channels: [] },
      changes: [{ column: 'role', from: null, to: 'Nobody' }],
    });
    expect((await uploaded(simulator, [wrong], update)).rows).toMatchObject([
      { state: 'failed', reason: 'notAccepted', words: 'role not found: Nobody' },
    ]);
  });
});
