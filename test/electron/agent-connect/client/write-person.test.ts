import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connection } from '../../../../electron/agent-connect/client/connection.ts';
import type { Refusal } from '../../../../electron/agent-connect/client/refusal.ts';
import {
  createPerson,
  setStatus,
  updatePerson,
} from '../../../../electron/agent-connect/client/write-person.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failureSentence } from '../../../../shared/failures/failures.ts';
import type { EmployeeBody } from '../../../../shared/upload/plan/employee-body.ts';
import type { Fault } from '../../../simulator/faults.ts';
import { close, listen } from '../../../simulator/listen.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

const going = new AbortController().signal;
const PASSWORD = 'Kx7!eve-"first"';
const EVE: EmployeeBody = {
  email: 'Eve@acme.example',
  custom_employee_id: 'E 7/8',
  first_name: 'Eve',
  temporary_password: PASSWORD,
  team_leader_email: 'leader0@acme.example',
  role: 'Team Member',
  channels: [],
};
const PERSON = 'person1@acme.example';

describe('creating someone', () => {
  it.each([
    ['delayed', '/v2/employees', 0],
    ['now', '/v2/employees/invite', 1],
  ] as const)('with the welcome email %s', async (welcome, path, invitations) => {
    const simulator = await simulatorHere();
    expect(await createPerson(connectHere(simulator.url), EVE, welcome, going)).toMatchObject({
      ok: true,
      value: { member: { email: 'Eve@acme.example', firstName: 'Eve' } },
    });
    expect(simulator.log).toMatchObject([{ method: 'POST', path, status: 201 }]);
    expect(simulator.log[0]?.headers['content-type']).toBe('application/json');
    expect(simulator.log[0]?.body).toEqual({ ...EVE, temporary_password: '…' });
    expect(simulator.directory.find('eve@acme.example')).toMatchObject({
      invitations,
      fields: { temporary_password: PASSWORD },
    });
  });

  it.each<[string, EmployeeBody]>([
    ['an email address', { email: 'Eve@acme.example', channels: [] }],
    ['an ID', { custom_employee_id: 'E 7/8', channels: ['chat'] }],
  ])('who has only %s', async (_, body) => {
    const simulator = await simulatorHere();
    expect((await createPerson(connectHere(simulator.url), body, 'delayed', going)).ok).toBe(true);
    expect(simulator.directory.people).toHaveLength(46);
  });

  it.each<[Fault['kind'], Refusal['kind'], boolean]>([
    ['drop', 'unknown', false],
    ['lose', 'unknown', true],
    ['late', 'unknown', true],
    ['html', 'unknown', false],
    ['redirect', 'unknown', false],
    ['endless', 'unknown', false],
    ['garbage', 'unknown', false],
    ['stranger', 'unknown', true],
    [500, 'unknown', false],
    [502, 'unknown', false],
    [408, 'unknown', false],
    [429, 'busy', false],
    [403, 'forbidden', false],
    [401, 'forbidden', false],
    [400, 'notAccepted', false],
    [422, 'notAccepted', false],
  ])('security 21, 22: says what became of a request that met %s', async (kind, fate, isThere) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind, ms: 400 });
    const answer = await createPerson(connectHere(simulator.url, { deadline: 300 }), EVE, 'delayed', going);
    expect(answer).toMatchObject({ ok: false, failure: { kind: fate } });
    expect(simulator.directory.people).toHaveLength(isThere ? 46 : 45);
    expect(simulator.log.length).toBeLessThanOrEqual(1);
  });

  it('hands on what the server says, and how long it asks to wait', async () => {
    const simulator = await simulatorHere();
    const connection = connectHere(simulator.url);
    await createPerson(connection, EVE, 'delayed', going);
    expect(await createPerson(connection, EVE, 'delayed', going)).toMatchObject({
      failure: { kind: 'notAccepted', status: 422, words: 'email has already been taken' },
    });
    simulator.faults.add({ kind: 429, retryAfter: '7' });
    expect(await createPerson(connection, EVE, 'delayed', going)).toMatchObject({
      failure: { kind: 'busy', retryAfter: 7000 },
    });
  });
});

describe('security 22: a request that never left', () => {
  it('met nobody who listens, or no such name', async () => {
    const simulator = await simulatorHere();
    await simulator.close();
    const connection = connectHere(simulator.url);
    const nowhere = { origin: 'https://nobody.invalid', host: 'nobody.invalid', subdomain: null };
    for (const address of [connection.address, nowhere])
      expect(await createPerson({ ...connection, address }, EVE, 'now', going)).toMatchObject({
        failure: { kind: 'neverSent', passing: false },
      });
  });

  it('was stopped before', async () => {
    const simulator = await simulatorHere();
    const stopped = await createPerson(connectHere(simulator.url), EVE, 'now', AbortSignal.abort());
    expect(stopped).toMatchObject({ failure: { kind: 'neverSent', failure: { code: 'cancelled' } } });
    expect(simulator.log).toEqual([]);
  });

  it('was stopped on its way, which is another thing', async () => {
    const simulator = await simulatorHere({ latency: 50 });
    const stopping = new AbortController();
    const sent = createPerson(connectHere(simulator.url), EVE, 'now', stopping.signal);
    stopping.abort();
    expect(await sent).toMatchObject({ failure: { kind: 'unknown', failure: { code: 'cancelled' } } });
  });

  it.each([
    ['ENOTFOUND', 'neverSent'],
    ['EAI_AGAIN', 'neverSent'],
    ['UND_ERR_CONNECT_TIMEOUT', 'neverSent'],
    ['CERT_HAS_EXPIRED', 'neverSent'],
    ['net::ERR_NAME_NOT_RESOLVED', 'neverSent'],
    ['net::ERR_CONNECTION_REFUSED', 'neverSent'],
    ['net::ERR_INTERNET_DISCONNECTED', 'neverSent'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'neverSent'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'neverSent'],
    ['net::ERR_CONNECTION_RESET', 'unknown'],
    ['net::ERR_EMPTY_RESPONSE', 'unknown'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'unknown'],
    ['net::ERR_NETWORK_CHANGED', 'unknown'],
    ['Redirect was cancelled', 'unknown'],
    ['ECONNRESET', 'unknown'],
    ['EPIPE', 'unknown'],
    ['EPROTO', 'unknown'],
    ['UND_ERR_SOCKET', 'unknown'],
    ['UND_ERR_HEADERS_TIMEOUT', 'unknown'],
    ['ETIMEDOUT', 'unknown'],
    ['EHOSTUNREACH', 'unknown'],
  ])('is told by %s: %s', async (code, kind) => {
    expect(await createPerson(throwing(code), EVE, 'now', going)).toMatchObject({ failure: { kind } });
  });

  it('is told by the call of the system that failed, of each address of a host', async () => {
    const connecting = systemError('EHOSTUNREACH', 'connect');
    const reading = systemError('EHOSTUNREACH', 'read');
    for (const [error, kind] of [
      [connecting, 'neverSent'],
      [systemError('ETIMEDOUT', 'connect'), 'neverSent'],
      [reading, 'unknown'],
      [new AggregateError([connecting, connecting]), 'neverSent'],
      [new AggregateError([connecting, reading]), 'unknown'],
    ] as const)
      expect(await createPerson(throwing(error), EVE, 'now', going)).toMatchObject({ failure: { kind } });
  });
});

describe('changing someone', () => {
  it('changes what the body says, the identifiers too', async () => {
    const simulator = await simulatorHere();
    const connection = connectHere(simulator.url);
    const body: EmployeeBody = { email: 'new@acme.example', custom_employee_id: '../7', channels: ['email'] };
    expect(await updatePerson(connection, PERSON, body, going)).toMatchObject({
      value: { member: { email: 'new@acme.example', employeeId: '../7' } },
    });
    expect(await updatePerson(connection, '../7', { first_name: 'Neo', channels: [] }, going)).toMatchObject({
      ok: true,
    });
    expect(simulator.log.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v2/employees/person1%40acme.example',
      'PUT /v2/employees/..%2F7',
    ]);
    expect(simulator.directory.find('new@acme.example').fields).toMatchObject({ first_name: 'Neo' });
  });

  it.each<[Fault['kind'], Refusal['kind']]>([
    ['lose', 'unknown'],
    ['stranger', 'unknown'],
    ['html', 'unknown'],
    [404, 'notAccepted'],
    [429, 'busy'],
  ])('says what became of a request that met %s', async (kind, fate) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind });
    const body: EmployeeBody = { first_name: 'Neo', channels: [] };
    expect(await updatePerson(connectHere(simulator.url), PERSON, body, going)).toMatchObject({
      failure: { kind: fate },
    });
  });

  it.each(['activate', 'deactivate'] as const)('can %s', async (status) => {
    const simulator = await simulatorHere();
    const connection = connectHere(simulator.url);
    const id = status === 'activate' ? '0000006' : PERSON;
    const before = simulator.directory.find(id).status;
    expect(await setStatus(connection, id, status, going)).toEqual({ ok: true, value: null });
    expect(simulator.directory.find(id).status).not.toBe(before);
    expect(await setStatus(connection, id, status, going)).toMatchObject({
      failure: { kind: 'notAccepted', status: 422, words: expect.stringContaining('already') as string },
    });
    expect(simulator.log[0]).toMatchObject({
      path: `/v2/employees/${encodeURIComponent(id)}/${status}`,
      body: null,
    });
    expect(simulator.log[0]?.headers['content-length']).toBe('0');
  });

  it.each<[string, string, boolean]>([
    ['', 'application/json', true],
    ['{}', 'application/json', true],
    ['null', 'application/json', true],
    [JSON.stringify({ email: PERSON.toUpperCase() }), 'application/json', true],
    [JSON.stringify({ email: 'other@acme.example' }), 'application/json', false],
    ['OK', 'text/plain', false],
    ['<html>', 'text/html', false],
  ])('takes %j for the answer of deactivating, as far as it may', async (body, type, isOne) => {
    const answer = await setStatus(
      connectHere(await serverThat(200, body, type)),
      PERSON,
      'deactivate',
      going,
    );
    expect(answer).toMatchObject(isOne ? { ok: true } : { failure: { kind: 'unknown' } });
  });

  it('security 21: never asks for what a path cannot hold', async () => {
    const simulator = await simulatorHere();
    const connection = connectHere(simulator.url);
    for (const answer of [
      await updatePerson(connection, '..', { channels: [] }, going),
      await setStatus(connection, '.', 'deactivate', going),
    ])
      expect(answer).toMatchObject({ failure: { kind: 'notAccepted', status: null } });
    expect(simulator.log).toEqual([]);
  });
});

describe('security 18, 26: a temporary password', () => {
  it.each([
    JSON.stringify({ message: `Password ${PASSWORD} is too weak` }),
    JSON.stringify({ errors: [{ field: 'x', value: PASSWORD }] }),
    `Weak: ${PASSWORD}`,
  ])('is in nothing that a refusal says: %s', async (body) => {
    const answer = await createPerson(connectHere(await serverThat(422, body)), EVE, 'delayed', going);
    if (answer.ok) throw new Error('It was accepted');
    const told = `${JSON.stringify(answer.failure)} ${failureSentence(answer.failure.failure, READ_LATER)}`;
    expect(told).toContain('…');
    expect(told).not.toContain('Kx7');
  });

  it('is not in what an accepted request answers', async () => {
    const simulator = await simulatorHere();
    const answer = await createPerson(connectHere(simulator.url), EVE, 'delayed', going);
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toContain('Kx7');
  });
});

/** A server that answers everything so; its address. */
async function serverThat(status: number, body: string, type = 'application/json'): Promise<string> {
  const server = createServer((_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body),
  );
  onTestFinished(() => close(server));
  return listen(server, 0);
}

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(code), { code, syscall });
}

/** A connection whose fetch fails as Node's does; as Electron's, where the code is one of Chromium's. */
function throwing(error: string | Error): Connection {
  const cause = typeof error === 'string' ? Object.assign(new Error(error), { code: error }) : error;
  const thrown =
    typeof error === 'string' && error.startsWith('net::')
      ? new Error(error)
      : new TypeError('fetch failed', { cause });
  return connectHere('http://127.0.0.1:1', { fetch: () => Promise.reject(thrown) });
}
