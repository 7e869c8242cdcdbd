import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { description, operationOf, undescribed } from './description.ts';
import { directoryOf } from './seed-team.ts';
import type { FaultKind } from './faults.ts';
import { ask, KEY, SECRET, simulatorHere, tokenOf } from './simulator-here.ts';
import type { Simulator } from './start-simulator.ts';

const page = z.strictObject({
  employees: z.array(z.record(z.string(), z.unknown())),
  meta: z.strictObject({ next_page: z.string().optional() }),
});

const EVE = {
  email: 'eve@acme.example',
  custom_employee_id: 'E 7/8',
  first_name: 'Eve',
  last_name: 'Ng',
  temporary_password: 'Kx7!eve-first',
  team_leader_email: 'leader0@acme.example',
  role: 'Team Member',
  manage_team: false,
  license_type: 'flexible',
  channels: ['phone'],
  employment_status: 'temp',
  start_date: '2026-03-15',
  hometown: 'Austin',
  state_or_country: 'Texas',
  profile_text: 'Hello',
  image: 'https://acme.example/eve.png',
  groups: ['Support'],
};

/** Everyone whom the list shows, page by page. */
async function listed(simulator: Simulator, query: string) {
  const people: Record<string, unknown>[] = [];
  const sizes: number[] = [];
  for (let next: string | undefined = `/v2/employees?${query}`; next !== undefined;) {
    const { employees, meta } = page.parse((await ask(simulator, `GET ${next}`)).body);
    people.push(...employees);
    sizes.push(employees.length);
    next = meta.next_page?.slice(simulator.url.length);
  }
  return { people, sizes };
}

describe('what the description says', () => {
  it.each([
    ['GET /v2/employees?number_of_employees=3', undefined],
    ['GET /v2/employees/eve%40acme.example', undefined],
    ['GET /v2/employees/E%207%2F8', undefined],
    ['POST /v2/employees', { ...EVE, email: 'new@acme.example', custom_employee_id: 'N1' }],
    ['POST /v2/employees/invite', { ...EVE, email: 'new@acme.example', custom_employee_id: 'N1' }],
    ['PUT /v2/employees/eve%40acme.example', { ...EVE, last_name: 'Ngo' }],
    ['PUT /v2/employees/eve%40acme.example/activate', undefined],
    ['PUT /v2/employees/leader0%40acme.example/deactivate', undefined],
  ])('is how it answers %s', async (request, body) => {
    const simulator = await simulatorHere();
    await ask(simulator, 'POST /v2/employees', EVE);
    const operation = operationOf(
      request.split(' ')[0] ?? '',
      (request.split(' ')[1] ?? '').split('?')[0] ?? '',
    );
    const { status, body: answer } = await ask(simulator, request, body);
    expect(operation?.answers).toContain(status);
    expect(status).toBeLessThan(300);
    expect(undescribed(body ?? {}, operation?.request)).toEqual([]);
    const listing = page.safeParse(answer);
    for (const person of listing.success
      ? listing.data.employees
      : [z.record(z.string(), z.unknown()).parse(answer)]) {
      // The one person of GET has a text of channels there, and a list of them everywhere else.
      const described =
        operation?.response?.['channels'] === 'string' ? { ...person, channels: 'phone' } : person;
      expect(undescribed(described, operation?.response)).toEqual([]);
    }
  });

  it('is complete: it has every operation', () => {
    expect(Object.keys(description.operations)).toHaveLength(7);
  });
});

describe('authentication', () => {
  it.each([
    ['no headers', {}],
    ['a wrong key', { 'x-api-key': 'other', authorization: tokenOf(SECRET) }],
    ['a wrong secret', { 'x-api-key': KEY, authorization: tokenOf('other') }],
    ['a “Bearer” before the token', { 'x-api-key': KEY, authorization: `Bearer ${tokenOf(SECRET)}` }],
    ['another algorithm', { 'x-api-key': KEY, authorization: tokenOf(SECRET, 0, 'none') }],
    ['an old token', { 'x-api-key': KEY, authorization: tokenOf(SECRET, -330) }],
    ['a token of the future', { 'x-api-key': KEY, authorization: tokenOf(SECRET, 330) }],
    ['no signature', { 'x-api-key': KEY, authorization: tokenOf(SECRET).replace(/[^.]*$/, '') }],
  ])('refuses %s', async (_, headers) => {
    const simulator = await simulatorHere();
    expect((await ask(simulator, 'GET /v2/employees', undefined, headers)).status).toBe(403);
    expect((await ask(simulator, 'POST /v2/employees', EVE, headers)).status).toBe(403);
    expect(simulator.directory.people).toHaveLength(45);
  });

  it('goes by its own clock', async () => {
    const simulator = await simulatorHere({ clock: 600 });
    expect((await ask(simulator, 'GET /v2/employees')).status).toBe(403);
  });
});

describe('the list', () => {
  it('has 100 on a page unless told, up to 500', async () => {
    const simulator = await simulatorHere({ directory: directoryOf(manyPeople(250)) });
    expect((await listed(simulator, '')).sizes).toEqual([100, 100, 50]);
    expect((await listed(simulator, 'number_of_employees=125')).sizes).toEqual([125, 125]);
    expect((await ask(simulator, 'GET /v2/employees?number_of_employees=501')).status).toBe(400);
    expect((await ask(simulator, 'GET /v2/employees?number_of_employees=0')).status).toBe(400);
  });

  it('goes on after the person that external_id names', async () => {
    const simulator = await simulatorHere({ directory: directoryOf(manyPeople(5)) });
    const { people } = await listed(simulator, 'external_id=ID3&number_of_employees=1');
    expect(people.map((person) => person['custom_employee_id'])).toEqual(['ID4', 'ID5']);
  });

  it.each([
    ['status=deactivated', 1],
    ['status=pending%20review', 1],
    ['employee_status=part-time', 7],
    ['team_leader_ids=1&team_leader_ids=41', 25],
    ['reporting_groups=Billing&reporting_groups=Sales', 18],
    ['roles=Team%20Leader', 3],
    ['q=PERSON7%40', 1],
    ['q=0000007', 1],
    ['status=deactivated&roles=Team%20Leader', 0],
  ])('is filtered by %s', async (query, count) => {
    const simulator = await simulatorHere();
    expect((await listed(simulator, `${query}&number_of_employees=4`)).people).toHaveLength(count);
  });

  it.each(['status=gone', 'employee_status=Full%20Time', 'sort=name'])('refuses %s', async (query) => {
    expect((await ask(await simulatorHere(), `GET /v2/employees?${query}`)).status).toBe(400);
  });
});

describe('strictness', () => {
  it.each([
    ['a taken email, in any case', { email: 'LEADER0@acme.example' }, 422],
    ['a taken ID', { custom_employee_id: '0000001' }, 422],
    ['neither email nor ID', { email: undefined, custom_employee_id: undefined }, 422],
    ['a leader who is not there', { team_leader_email: 'nobody@acme.example' }, 422],
    ['a leader who leads no team', { team_leader_email: 'person1@acme.example' }, 422],
    ['a role that is not there', { role: 'team member' }, 422],
    ['a group that is not there', { groups: ['support'] }, 422],
    ['a channel that is none', { channels: ['fax'] }, 422],
    ['the file’s word for a status', { employment_status: 'Full Time' }, 422],
    ['a date that is none', { start_date: '2026-02-30' }, 422],
    ['an address that is none', { email: 'eve@' }, 422],
    ['a field that is not described', { nickname: 'E' }, 422],
    ['a number for a text', { first_name: 7 }, 422],
  ])('refuses %s', async (_, wrong, status) => {
    const simulator = await simulatorHere();
    expect((await ask(simulator, 'POST /v2/employees', { ...EVE, ...wrong })).status).toBe(status);
    expect(simulator.directory.people).toHaveLength(45);
  });

  it('takes absent channels for all three, on PUT too', async () => {
    const simulator = await simulatorHere();
    await ask(simulator, 'POST /v2/employees', EVE);
    const { body } = await ask(simulator, 'PUT /v2/employees/eve@acme.example', { first_name: 'Eva' });
    expect(body).toMatchObject({ first_name: 'Eva', last_name: 'Ng', channels: ['phone', 'chat', 'email'] });
  });

  it('does not take manage_team away, and knows nobody by two names', async () => {
    const simulator = await simulatorHere();
    const put = (id: string, body: object) => ask(simulator, `PUT /v2/employees/${id}`, body);
    expect((await put('leader0@acme.example', { manage_team: false })).status).toBe(422);
    expect((await put('nobody@acme.example', { first_name: 'X' })).status).toBe(404);
    expect((await put('person1@acme.example', { email: 'person2@acme.example' })).status).toBe(422);
    expect((await put('person1@acme.example', { email: 'one@acme.example' })).status).toBe(200);
    expect((await ask(simulator, 'GET /v2/employees/person1@acme.example')).status).toBe(404);
    expect((await ask(simulator, 'PUT /v2/employees/%E0%A4%A/activate')).status).toBe(400);
    expect((await ask(simulator, 'PUT /v2/employees/../deactivate')).status).toBe(404);
  });

  it('answers passwords to POST and PUT, never to GET and never in its log', async () => {
    const simulator = await simulatorHere();
    const created = await ask(simulator, 'POST /v2/employees/invite', EVE);
    expect(created.body).toMatchObject({ temporary_password: EVE.temporary_password });
    const seen = [
      await ask(simulator, 'GET /v2/employees/eve@acme.example'),
      await ask(simulator, 'GET /_simulator/log', undefined, {}),
      await ask(simulator, 'GET /_simulator/people', undefined, {}),
    ];
    const text = JSON.stringify(seen);
    for (const secret of [EVE.temporary_password, KEY, SECRET]) expect(text).not.toContain(secret);
    expect(text).toContain('"invitations":1');
  });
});

describe('faults on demand', () => {
  const list = (simulator: Simulator) => ask(simulator, 'GET /v2/employees');

  it('come so many times, after so many requests, for a method', async () => {
    const simulator = await simulatorHere();
    const wanted = ['GET,500,times=2,after=1', '*,429,after=3,retry-after=7'];
    expect((await ask(simulator, 'POST /_simulator/faults', wanted, {})).status).toBe(200);
    expect((await ask(simulator, 'POST /_simulator/faults', ['GET,nonsense'], {})).status).toBe(400);
    const statuses = [];
    for (let turn = 0; turn < 5; turn += 1) statuses.push((await list(simulator)).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    // Those that another fault has spoiled do not count among the three.
    expect((await ask(simulator, 'POST /v2/employees', EVE)).status).toBe(429);
    expect((await ask(simulator, 'POST /v2/employees', EVE)).status).toBe(201);
  });

  it('either do what was asked and lose the answer, or do nothing', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind: 'drop', method: 'POST' });
    await expect(ask(simulator, 'POST /v2/employees', EVE)).rejects.toThrow();
    expect(simulator.directory.people).toHaveLength(45);
    simulator.faults.add({ kind: 'lose' });
    await expect(ask(simulator, 'POST /v2/employees', EVE)).rejects.toThrow();
    expect(simulator.directory.people).toHaveLength(46);
    expect(simulator.log.map(({ status, fault }) => [status, fault])).toEqual([
      [0, 'drop'],
      [0, 'lose'],
    ]);
  });

  it('say when to come back, as the limit does', async () => {
    const simulator = await simulatorHere({ rate: 1 });
    simulator.faults.add({ kind: 429, retryAfter: '3' });
    const headers = { 'x-api-key': KEY, authorization: tokenOf(SECRET) };
    const answers = [];
    for (let turn = 0; turn < 3; turn += 1)
      answers.push(await fetch(`${simulator.url}/v2/employees`, { headers }));
    expect(answers.map(({ status }) => status)).toEqual([429, 200, 429]);
    expect(answers[0]?.headers.get('retry-after')).toBe('3');
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(50);
  });
});

function manyPeople(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    custom_employee_id: `ID${index + 1}`,
    status: 'active' as const,
  }));
}

describe('a fault', () => {
  const NEW = { email: 'new@acme.example', first_name: 'Maximiliana', temporary_password: 'Kx7!first' };

  it.each<[FaultKind, number, boolean]>([
    ['shorten', 201, true],
    ['shorten-failed', 500, true],
    ['hidden', 500, true],
    ['taken', 422, true],
    ['conflict', 409, true],
    ['queued', 202, false],
    ['error-200', 200, false],
    ['leak', 422, false],
    ['nasty', 422, false],
    ['envelope', 201, true],
    ['forms', 201, true],
  ])('%s answers %d', async (kind, status, isDone) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind, ms: 1e6 });
    expect(await ask(simulator, 'POST /v2/employees', NEW)).toMatchObject({ status });
    expect(simulator.directory.people).toHaveLength(isDone ? 46 : 45);
    if (kind.startsWith('shorten'))
      expect(simulator.directory.people.at(-1)?.fields.first_name).toBe('Maximi');
    expect((await ask(simulator, 'GET /v2/employees/new@acme.example')).status).toBe(
      isDone && kind !== 'hidden' ? 200 : 404,
    );
  });

  it('can be about one person alone, in a path or a body', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind: 403, about: 'new@acme.example', times: 2 });
    expect((await ask(simulator, 'GET /v2/employees/person1%40acme.example')).status).toBe(200);
    expect((await ask(simulator, 'GET /v2/employees/new%40acme.example')).status).toBe(403);
    expect((await ask(simulator, 'POST /v2/employees', NEW)).status).toBe(403);
    expect((await ask(simulator, 'POST /v2/employees', NEW)).status).toBe(201);
  });

  it('can be a token that is taken as HTTP bearer alone', async () => {
    const simulator = await simulatorHere({ token: 'bearer' });
    const headers = { 'x-api-key': KEY, authorization: tokenOf(SECRET) };
    expect((await ask(simulator, 'GET /v2/employees', undefined, headers)).status).toBe(403);
    const bearer = { ...headers, authorization: `Bearer ${headers.authorization}` };
    expect((await ask(simulator, 'GET /v2/employees', undefined, bearer)).status).toBe(200);
  });
});
