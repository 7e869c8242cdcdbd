import { createServer, type IncomingMessage } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Connection } from '../../../../electron/agent-connect/client/connection.ts';
import { lookUp } from '../../../../electron/agent-connect/client/look-up.ts';
import { pullTeam } from '../../../../electron/agent-connect/client/pull-team.ts';
import {
  createPerson,
  setStatus,
  updatePerson,
} from '../../../../electron/agent-connect/client/write-person.ts';
import type { EmployeeBody } from '../../../../shared/upload/plan/employee-body.ts';
import { description, operationOf, undescribed, unlisted } from '../../../simulator/description.ts';
import { close, listen } from '../../../simulator/listen.ts';
import { readRequest, type Received } from '../../../simulator/read-request.ts';
import { connectHere } from '../connect-here.ts';

const going = new AbortController().signal;
const quiet = { onPeople: () => undefined, onPause: () => undefined };
const EMAIL = 'eve+é@acme.example';
const ID = '00/17 ?';

/** Everything that a request can say. */
const WHOLE: Required<EmployeeBody> = {
  email: EMAIL,
  custom_employee_id: ID,
  first_name: 'Eve',
  last_name: 'Ng',
  temporary_password: 'Kx7!eve-first',
  team_leader_email: 'lead@acme.example',
  role: 'Team Member',
  manage_team: true,
  license_type: 'flexible',
  channels: ['phone', 'chat', 'email'],
  employment_status: 'part-time',
  start_date: '2026-03-15',
  hometown: 'Austin',
  state_or_country: 'Texas',
  profile_text: 'Hello',
  image: 'https://acme.example/eve.png',
  groups: ['Support', 'Tier 2'],
};

type Send = (connection: Connection) => Promise<{ readonly ok: boolean }>;

/** A request of each kind that the client makes. */
const REQUESTS: Readonly<Record<string, Send>> = {
  'GET /v2/employees': (connection) => pullTeam(connection, quiet, going),
  'GET /v2/employees/{id}': (connection) => lookUp(connection, { email: EMAIL, employeeId: ID }, going),
  'POST /v2/employees': (connection) => createPerson(connection, WHOLE, 'delayed', going),
  'POST /v2/employees/invite': (connection) => createPerson(connection, WHOLE, 'now', going),
  'PUT /v2/employees/{id}': (connection) => updatePerson(connection, EMAIL, WHOLE, going),
  'PUT /v2/employees/{id}/activate': (connection) => setStatus(connection, ID, 'activate', going),
  'PUT /v2/employees/{id}/deactivate': (connection) => setStatus(connection, EMAIL, 'deactivate', going),
};

interface Recorded extends Received {
  readonly operation: string | undefined;
}

/** A server that notes each request and answers with a status and a body that the description makes. */
async function recording(status: number) {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    void record(request).then((received) => {
      requests.push(received);
      const body = status < 300 ? describedAnswer(received) : { message: `It is ${status}` };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
    });
  });
  const url = await listen(server, 0);
  onTestFinished(() => close(server));
  return { requests, connection: connectHere(url) };
}

async function record(request: IncomingMessage): Promise<Recorded> {
  const received = await readRequest(request);
  const operation = Object.entries(description.operations).find(
    ([, found]) => found === operationOf(received.method, received.path),
  );
  return { ...received, operation: operation?.[0] };
}

/** What the description says of an answer's body, with the person who is asked for; nothing where it says nothing. */
function describedAnswer({ operation = '', query }: Recorded): object | undefined {
  const fields = description.operations[operation]?.response;
  if (fields === undefined) return undefined;
  const person = { ...valuesOf(fields), email: EMAIL, custom_employee_id: ID };
  if (operation !== 'GET /v2/employees') return person;
  return { employees: [person], meta: query.has('after') ? {} : { next_page: '/v2/employees?after=7' } };
}

/** A value of the type of each field, and a listed one where there is a list. */
function valuesOf(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const values = Object.entries(fields).map(([name, type]) => {
    const text = description.values[name]?.[0] ?? 'some text';
    const samples: Readonly<Record<string, unknown>> = {
      integer: 7,
      boolean: true,
      'string[]': [text],
      string: text,
    };
    return [name, samples[type]] as const;
  });
  return Object.fromEntries(values);
}

describe('every kind of request', () => {
  it('is one of the description', () => {
    expect(Object.keys(REQUESTS).sort()).toEqual(Object.keys(description.operations).sort());
  });

  it.each(Object.entries(REQUESTS))(
    '%s goes by it, and reads the answer that it describes',
    async (name, send) => {
      for (const status of description.operations[name]?.answers.filter((answer) => answer < 300) ?? []) {
        const { requests, connection } = await recording(status);
        expect(await send(connection)).toMatchObject({ ok: true });
        expect(new Set(requests.map(({ operation }) => operation))).toEqual(new Set([name]));
        for (const request of requests) expectDescribed(request, name);
      }
    },
  );

  it.each(Object.entries(REQUESTS))('%s takes each refusal that it describes for one', async (name, send) => {
    for (const status of description.operations[name]?.answers.filter((answer) => answer >= 300) ?? []) {
      const { connection } = await recording(status);
      const answer = await send(connection);
      const isAbsent = name === 'GET /v2/employees/{id}' && status === 404;
      expect(answer).toMatchObject(isAbsent ? { ok: true, value: { kind: 'absent' } } : { ok: false });
    }
  });
});

function expectDescribed({ headers, query, body, operation = '' }: Recorded, name: string): void {
  const described = description.operations[name];
  expect(operation).toBe(name);
  expect(Object.keys(headers)).toEqual(expect.arrayContaining(description.headers));
  // The vendor's own page: the token alone, three parts of base64url, of which the middle has the time in seconds.
  expect(headers.authorization).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(headers['content-type']).toBe(described?.request === undefined ? undefined : 'application/json');
  const known = [...(described?.query ?? []), ...(name === 'GET /v2/employees' ? ['after'] : [])];
  expect(known).toEqual(expect.arrayContaining([...query.keys()]));
  for (const [parameter, values] of Object.entries(description.queryValues))
    expect([null, ...values]).toContain(query.get(parameter));
  expect(Number(query.get('number_of_employees') ?? 0)).toBeLessThanOrEqual(description.largestPage);
  expect(body === undefined).toBe(described?.request === undefined);
  const fields = z.record(z.string(), z.unknown()).parse(body ?? {});
  expect(undescribed(fields, described?.request)).toEqual([]);
  expect(unlisted(fields)).toEqual([]);
}

describe('an answer that the description makes', () => {
  it('is read as the person whom it describes', async () => {
    const { connection } = await recording(200);
    const pulled = await pullTeam(connection, quiet, going);
    const found = await lookUp(connection, { email: EMAIL, employeeId: ID }, going);
    const person = {
      email: EMAIL,
      employeeId: ID,
      canManageTeams: true,
      licenseType: 'Standard',
      employmentStatus: 'Full Time',
      groups: ['some text'],
    };
    expect(pulled).toMatchObject({
      value: {
        team: { people: [{ ...person, phoneChannel: true, chatChannel: false, emailChannel: false }] },
        odd: [],
      },
    });
    expect(found).toMatchObject({
      value: {
        kind: 'same',
        member: { ...person, phoneChannel: true, chatChannel: false, emailChannel: false },
      },
    });
  });
});
