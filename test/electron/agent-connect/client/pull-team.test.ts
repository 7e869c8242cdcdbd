import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connection } from '../../../../electron/agent-connect/client/connection.ts';
import { pullTeam } from '../../../../electron/agent-connect/client/pull-team.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { type FailureCode, failureSentence } from '../../../../shared/failures/failures.ts';
import { operationOf } from '../../../simulator/description.ts';
import type { Fault } from '../../../simulator/faults.ts';
import { close, listen } from '../../../simulator/listen.ts';
import { directoryOf, madeUpTeam } from '../../../simulator/seed-team.ts';
import { KEY, SECRET, simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

const quiet = { onPeople: () => undefined, onPause: () => undefined };
const pull = (connection: Connection, signal = new AbortController().signal) =>
  pullTeam(connection, quiet, signal);

/** The failure of a pull and its sentence, which must be one and give nothing away. */
async function failureOf(connection: Connection) {
  const pulled = await pull(connection);
  if (pulled.ok) throw new Error('It did not fail');
  const sentence = failureSentence(pulled.failure, READ_LATER);
  expect(sentence).toMatch(/^[“A-Z][^]*\.$/u);
  for (const hidden of [KEY, SECRET, 'eyJ', 'undefined']) expect(sentence).not.toContain(hidden);
  return { ...pulled.failure, sentence };
}

describe('pulling the current team', () => {
  it('has everyone once, in a roster’s words, with who is deactivated and how old it is', async () => {
    const simulator = await simulatorHere({ directory: madeUpTeam(1203) });
    const before = Date.now();
    const counts: number[] = [];
    const pulled = await pullTeam(
      connectHere(simulator.url),
      { ...quiet, onPeople: (count) => counts.push(count) },
      new AbortController().signal,
    );
    if (!pulled.ok) throw new Error(failureSentence(pulled.failure, READ_LATER));
    const { people, takenAt, untold } = pulled.value.team;
    expect(people).toHaveLength(1203);
    expect(new Set(people.map(({ email }) => email)).size).toBe(1203);
    const deactivated = simulator.directory.people.filter(({ status }) => status === 'deactivated');
    expect(people.filter((member) => member.deactivated).map(({ email }) => email)).toEqual(
      deactivated.map(({ fields }) => fields.email),
    );
    expect(people[1]).toEqual({
      role: 'Team Member',
      canManageTeams: false,
      email: 'person1@acme.example',
      employeeId: '0000002',
      firstName: 'Björn',
      lastName: 'Łuczak',
      homeTown: 'Kraków',
      stateOrCountry: '',
      profile: 'Answers “how”, "why"\nand where.',
      phoneChannel: true,
      chatChannel: true,
      emailChannel: false,
      teamLeader: 'leader0@acme.example',
      employmentStatus: 'Full Time',
      startDate: '2011-02-15',
      groups: ['Billing'],
      licenseType: 'Standard',
      deactivated: false,
      photoUrl: '',
    });
    expect(Date.parse(takenAt)).toBeGreaterThanOrEqual(before);
    expect(untold).toEqual(['temporaryPassword']);
    expect(counts.slice(0, 3)).toEqual([500, 1000, 1203]);
  });

  it('asks as the description says, and for 500 on each page', async () => {
    const simulator = await simulatorHere({ directory: madeUpTeam(1203) });
    await pull(connectHere(simulator.url));
    expect(simulator.log).toHaveLength(8);
    for (const { method, path, query, headers, status } of simulator.log) {
      expect(status).toBe(200);
      const known = [...(operationOf(method, path)?.query ?? []), 'after'];
      const asked = new URLSearchParams(query);
      expect(known).toEqual(expect.arrayContaining([...asked.keys()]));
      expect(asked.get('number_of_employees')).toBe('500');
      expect(headers).toMatchObject({ 'x-api-key': '…', authorization: '…' });
    }
  });

  it('makes a fresh token for each request, tries again among them', async () => {
    const simulator = await simulatorHere({ directory: madeUpTeam(600) });
    simulator.faults.add({ kind: 500 });
    const tokens: (string | null)[] = [];
    let seconds = 0;
    const counted: Connection = {
      ...connectHere(simulator.url),
      fetch: (input, init) => {
        tokens.push(new Headers(init.headers).get('authorization'));
        return fetch(input, init);
      },
    };
    const clock = { ...counted.clock, now: () => Date.now() + (seconds += 1) * 1000 };
    expect((await pull({ ...counted, clock })).ok).toBe(true);
    expect(tokens).toHaveLength(8);
    expect(new Set(tokens).size).toBe(8);
  });

  it('survives a person who is on two pages', async () => {
    const simulator = await simulatorHere({ directory: madeUpTeam(600) });
    simulator.faults.add({ kind: 'repeat', after: 1 });
    expect(await pull(connectHere(simulator.url))).toMatchObject({
      value: { team: { people: { length: 600 } } },
    });
    expect(simulator.log[1]).toMatchObject({ fault: 'repeat', status: 200 });
  });

  it('asks for fewer people at once where their profiles are long', async () => {
    const profile_text = 'é'.repeat(2000);
    const person = (index: number) => ({
      custom_employee_id: `ID${index}`,
      profile_text,
      status: 'active' as const,
    });
    const simulator = await simulatorHere({
      directory: directoryOf(Array.from({ length: 501 }, (_, at) => person(at))),
    });
    expect(await pull(connectHere(simulator.url))).toMatchObject({
      value: { team: { people: { length: 501 } } },
    });
    const sizes = simulator.log.map(({ query }) => new URLSearchParams(query).get('number_of_employees'));
    expect(sizes.slice(0, 13)).toEqual(['500', ...Array.from({ length: 11 }, () => '50'), '500']);
  });

  it('can be stopped, between requests, within one and while it waits', async () => {
    const simulator = await simulatorHere({ latency: 20 });
    const stopped = { ok: false, failure: { code: 'cancelled' } };
    const [before, within, waiting] = [new AbortController(), new AbortController(), new AbortController()];
    before.abort();
    expect(await pull(connectHere(simulator.url), before.signal)).toMatchObject(stopped);
    expect(simulator.log).toHaveLength(0);
    const going = pull(connectHere(simulator.url), within.signal);
    within.abort();
    expect(await going).toMatchObject(stopped);
    simulator.faults.add({ kind: 429 });
    const connection = connectHere(simulator.url);
    const clock = {
      ...connection.clock,
      wait: () => {
        waiting.abort();
        return Promise.reject(new Error('stopped'));
      },
    };
    expect(await pull({ ...connection, clock }, waiting.signal)).toMatchObject(stopped);
  });
});

describe('what may pass', () => {
  it.each<[string, Partial<Fault> & Pick<Fault, 'kind'>]>([
    ['429', { kind: 429, times: 5 }],
    ['500', { kind: 500, times: 5 }],
    ['503', { kind: 503, times: 5 }],
    ['a dropped connection', { kind: 'drop', times: 5 }],
    ['a lost answer', { kind: 'lose', times: 5 }],
  ])('security 24: is waited for: %s', async (_, fault) => {
    const simulator = await simulatorHere();
    simulator.faults.add(fault);
    const connection = connectHere(simulator.url);
    expect(await pull(connection)).toMatchObject({ value: { team: { people: { length: 45 } } } });
    // Half of each longest pause, by the chance of the tests.
    expect(connection.waits).toEqual([2500, 4500, 8500, 16500, 30500]);
  });

  it('security 24: is waited for as long as the server says', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind: 429, retryAfter: '7' });
    simulator.faults.add({ kind: 503, retryAfter: new Date(Date.now() + 90_000).toUTCString() });
    const connection = connectHere(simulator.url);
    expect((await pull(connection)).ok).toBe(true);
    expect(connection.waits[0]).toBe(7000);
    expect(Math.abs((connection.waits[1] ?? 0) - 90_000)).toBeLessThan(5000);
  });

  it.each<[FailureCode, Partial<Fault> & Pick<Fault, 'kind'>, string]>([
    ['connect.busy', { kind: 429 }, '(429) and did not recover'],
    ['connect.busy', { kind: 429, retryAfter: '1860' }, 'asks to wait 31 minutes'],
    ['connect.serverFailed', { kind: 500 }, '(500): “Fault 500”'],
    ['connect.unreachable', { kind: 'drop' }, 'There is no connection to “127.0.0.1'],
    ['connect.timedOut', { kind: 'late', ms: 400 }, 'within 0.1 seconds'],
  ])('is %s in the end', async (code, fault, words) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ ...fault, times: 100 });
    const failed = await failureOf(
      connectHere(simulator.url, { deadline: code === 'connect.timedOut' ? 100 : 10_000 }),
    );
    expect(failed.code).toBe(code);
    expect(failed.sentence).toContain(words);
    expect(simulator.log.length).toBeLessThanOrEqual(6);
  });
});

describe('what stays', () => {
  it.each<[FailureCode, Partial<Fault> & Pick<Fault, 'kind'>, string]>([
    ['connect.webPage', { kind: 'html' }, 'A web page came (200)'],
    ['connect.redirected', { kind: 'redirect' }, 'to elsewhere.example (302)'],
    ['connect.tooLarge', { kind: 'endless' }, 'larger than 1 MB'],
    ['connect.unreadable', { kind: 'garbage' }, 'it is not JSON'],
    ['connect.notFound', { kind: 404 }, 'Check the subdomain'],
    ['connect.notAccepted', { kind: 422 }, '(422): “Fault 422”'],
    ['connect.notAccepted', { kind: 400 }, '(400): “Fault 400”'],
    ['connect.forbidden', { kind: 403 }, 'of the same pair'],
  ])('security 21, 26: is %s at once', async (code, fault, words) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ ...fault, times: 100 });
    const failed = await failureOf(connectHere(simulator.url));
    expect(failed.code).toBe(code);
    expect(failed.sentence).toContain(words);
    // Of a page that is too large a smaller one is tried, and of a token that is refused the other form.
    const isTriedAgain = code === 'connect.tooLarge' || code === 'connect.forbidden';
    expect(simulator.log.length).toBeLessThanOrEqual(isTriedAgain ? 2 : 1);
  });

  it.each([
    ['key', { key: 'other', secret: SECRET }],
    ['secret', { key: KEY, secret: 'other' }],
  ])('security 23: is a wrong %s', async (_, credentials) => {
    const simulator = await simulatorHere();
    const failed = await failureOf(connectHere(simulator.url, { credentials }));
    expect(failed.code).toBe('connect.forbidden');
    expect(failed.sentence).toContain('does not accept the API key and secret (403)');
    expect(simulator.log).toHaveLength(2);
  });

  it.each([
    [600, 'clock is 10 minutes ahead of the server’s'],
    [-600, 'clock is 10 minutes behind the server’s'],
  ])('security 23: is a clock that is off by %d seconds', async (secondsAhead, words) => {
    const simulator = await simulatorHere();
    expect((await failureOf(connectHere(simulator.url, { secondsAhead }))).sentence).toContain(words);
  });

  it('is an answer of another form, which is named but not shown', async () => {
    const url = await serverThat(
      'application/json',
      '{"employees":{"0":1},"message":"No \\"list\\" today."}',
    );
    const failed = await failureOf(connectHere(url));
    expect(failed).toMatchObject({
      code: 'connect.unreadable',
      facts: { what: '“employees” has another form: “No "list" today”' },
    });
  });

  it('is a list without an end', async () => {
    const url = await serverThat(
      'application/json',
      '{"employees":[],"meta":{"next_page":"/v2/employees?after=1"}}',
    );
    expect((await failureOf(connectHere(url))).code).toBe('connect.endless');
  });

  it('is a proxy that blocks, with whatever status', async () => {
    const url = await serverThat('text/html; charset=utf-8', '<html>Blocked by policy</html>', 403);
    expect((await failureOf(connectHere(url))).sentence).toContain('A web page came (403)');
  });

  it('security 20: is a certificate that nobody vouches for', async () => {
    const pem = (name: string) =>
      readFileSync(new URL(`../../../fixtures/agent-connect/${name}`, import.meta.url));
    const server = createSecureServer({ key: pem('self-signed.key.pem'), cert: pem('self-signed.pem') });
    const url = (await listen(server, 0)).replace('http:', 'https:');
    onTestFinished(() => close(server));
    const failed = await failureOf(connectHere(url));
    expect(failed.code).toBe('connect.notTrusted');
    expect(failed.sentence).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  it('is a server that is not there, and a name that is not known', async () => {
    const simulator = await simulatorHere();
    await simulator.close();
    const connection = connectHere(simulator.url);
    expect(await failureOf(connection)).toMatchObject({
      code: 'connect.unreachable',
      facts: { reason: 'ECONNREFUSED' },
    });
    const nowhere = { origin: 'https://nobody.invalid', host: 'nobody.invalid', subdomain: null };
    expect((await failureOf({ ...connection, address: nowhere })).code).toBe('connect.noSuchHost');
  });
});

/** A server that answers everything so; its address. */
async function serverThat(type: string, body: string, status = 200): Promise<string> {
  const server = createServer((_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body),
  );
  onTestFinished(() => close(server));
  return listen(server, 0);
}
