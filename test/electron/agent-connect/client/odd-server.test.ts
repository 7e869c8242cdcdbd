import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { learnedBefore } from '../../../../electron/agent-connect/client/connection.ts';
import { lookUp } from '../../../../electron/agent-connect/client/look-up.ts';
import { pullTeam } from '../../../../electron/agent-connect/client/pull-team.ts';
import { retryAfterOf } from '../../../../electron/agent-connect/client/retry.ts';
import { createPerson, updatePerson } from '../../../../electron/agent-connect/client/write-person.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failed, failureSentence } from '../../../../shared/failures/failures.ts';
import { oddPeopleOf, oddPeopleSentence } from '../../../../shared/team/team-head.ts';
import { storedDifferences } from '../../../../shared/upload/orders/stored-person.ts';
import type { EmployeeBody } from '../../../../shared/upload/plan/employee-body.ts';
import type { FaultKind } from '../../../simulator/faults.ts';
import { close, listen } from '../../../simulator/listen.ts';
import { madeUpTeam } from '../../../simulator/seed-team.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

const going = new AbortController().signal;
const quiet = { onPeople: () => undefined, onPause: () => undefined };
const PASSWORD = 'Kx7!<eve> & "co"';
const EVE: EmployeeBody = {
  email: 'eve@acme.example',
  custom_employee_id: '0017',
  first_name: 'Maximiliana',
  last_name: 'Ng',
  temporary_password: PASSWORD,
  role: 'Team Member',
  channels: ['chat'],
};

async function simulatorWith(kind: FaultKind, method = '*') {
  const simulator = await simulatorHere();
  simulator.faults.add({ kind, method, times: 1e6 });
  return simulator;
}

/** The address of a server that answers by a function of the test. */
async function serverBy(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => close(server));
  return listen(server, 0);
}

describe('the pages of a server that nobody documented', () => {
  it('are followed by their cursor, wherever next_page leads', async () => {
    const simulator = await simulatorHere({ directory: madeUpTeam(1203) });
    simulator.faults.add({ kind: 'elsewhere', times: 1e6 });
    expect(await pullTeam(connectHere(simulator.url), quiet, going)).toMatchObject({
      value: { team: { people: { length: 1203 } }, odd: [] },
    });
  });

  it.each<[FaultKind, string, number]>([
    ['loop', 'do not come to an end: after 2 they begin again or bring nobody new', 2],
    ['stuck', 'do not come to an end: after 2 they begin again or bring nobody new', 2],
    [
      'uncursored',
      'there is another page of people, but not after whom it begins (“https://elsewhere.example',
      1,
    ],
  ])('are refused where they would never end: %s', async (kind, words, pages) => {
    const simulator = await simulatorWith(kind);
    const pulled = await pullTeam(connectHere(simulator.url), quiet, going);
    if (pulled.ok) throw new Error('It came to an end');
    expect(failureSentence(pulled.failure, READ_LATER)).toContain(words);
    expect(simulator.log).toHaveLength(pages);
  });

  it('have odd people, who are taken as far as they can be understood, and named', async () => {
    const simulator = await simulatorWith('odd');
    const pulled = await pullTeam(connectHere(simulator.url), quiet, going);
    if (!pulled.ok) throw new Error('One odd person ended it');
    const { team, odd } = pulled.value;
    expect(team.people).toHaveLength(45);
    expect(team.people[0]).toMatchObject({ canManageTeams: true, groups: ['Support'], homeTown: '' });
    expect(oddPeopleSentence(oddPeopleOf(odd) ?? { count: 1, first: [] })).toMatch(
      /^Not all .* of \d people could be understood: “Ana Ruiz” \(Home Town\), somebody without a name \(neither/,
    );
  });
});

describe('an answer about one person', () => {
  it('may name them in capitals, with spaces around and IDs as numbers', async () => {
    const simulator = await simulatorWith('forms');
    const connection = connectHere(simulator.url);
    expect((await createPerson(connection, EVE, 'delayed', going)).ok).toBe(true);
    const asked = { email: 'eve@acme.example', employeeId: '0017' };
    expect(await lookUp(connection, asked, going)).toMatchObject({ value: { kind: 'same' } });
    expect((await updatePerson(connection, '0017', { last_name: 'N', channels: [] }, going)).ok).toBe(true);
  });

  it('may be in an envelope', async () => {
    const simulator = await simulatorWith('envelope');
    const connection = connectHere(simulator.url);
    const created = await createPerson(connection, EVE, 'delayed', going);
    expect(created).toMatchObject({ value: { member: { firstName: 'Maximiliana' } } });
    expect(await lookUp(connection, { email: 'eve@acme.example', employeeId: '' }, going)).toMatchObject({
      value: { kind: 'same' },
    });
  });

  it('tells what was stored otherwise than it was sent', async () => {
    const simulator = await simulatorWith('shorten', 'POST');
    const created = await createPerson(connectHere(simulator.url), EVE, 'delayed', going);
    if (!created.ok) throw new Error('It was refused');
    expect(storedDifferences(EVE, created.value)).toEqual([
      { column: 'firstName', sent: 'Maximiliana', stored: 'Maximi' },
    ]);
  });

  it('that says 404 by a web page says that nobody is there, once the server has answered in JSON', async () => {
    const simulator = await simulatorWith('page-404');
    const connection = connectHere(simulator.url);
    const nobody = { email: 'nobody@acme.example', employeeId: '' };
    expect(await lookUp(connection, nobody, going)).toMatchObject({ value: { kind: 'absent' } });
    // Whether it is this server that says so was asked for once.
    expect(simulator.log.map(({ status }) => status)).toEqual([404, 200]);
    expect(await lookUp(connection, nobody, going)).toMatchObject({ value: { kind: 'absent' } });
    expect(simulator.log).toHaveLength(3);
  });

  it('that says 404 by a web page says nothing where the server never answers otherwise', async () => {
    const url = await serverBy((_, response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not here'),
    );
    expect(
      await lookUp(connectHere(url), { email: 'nobody@acme.example', employeeId: '' }, going),
    ).toMatchObject({ failure: { failure: { code: 'connect.webPage' } } });
  });
});

describe('an answer that does not do what its status says', () => {
  it.each<[FaultKind, object, string]>([
    ['empty', { kind: 'unknown', said: '' }, 'it does not say who was taken'],
    ['silent', { kind: 'unknown', said: '' }, 'it does not say who was taken'],
    ['queued', { kind: 'unknown', said: 'status: queued' }, 'who was taken: “status: queued”'],
    ['error-200', { kind: 'notAccepted', status: 200 }, '(200): “The directory is being maintained”.'],
    ['empty-422', { kind: 'notAccepted', status: 422, words: '' }, '(422) and gave no reason.'],
    ['taken', { kind: 'notAccepted', status: 422 }, '“email: has already been taken”.'],
    ['conflict', { kind: 'notAccepted', status: 409 }, '“Email has already been taken”.'],
  ])('keeps its words: %s', async (kind, refusal, words) => {
    const simulator = await simulatorWith(kind, 'POST');
    const created = await createPerson(connectHere(simulator.url), EVE, 'delayed', going);
    expect(created).toMatchObject({ failure: refusal });
    if (!created.ok) expect(failureSentence(created.failure.failure, READ_LATER)).toContain(words);
  });
});

describe('security 18, 26: a temporary password in other forms', () => {
  it('is in nothing that a refusal says', async () => {
    const simulator = await simulatorWith('leak', 'POST');
    const created = await createPerson(connectHere(simulator.url), EVE, 'delayed', going);
    if (created.ok) throw new Error('It was accepted');
    const { words } = created.failure.kind === 'notAccepted' ? created.failure : { words: '' };
    // What stands beside it in the same base64 is left.
    expect(words.match(/Password (?:\w{0,4})… is too weak/g)).toHaveLength(6);
  });

  it('is not in a person as stored, nor in what is cut', async () => {
    const url = await serverBy((_, response) => {
      const long = 'x'.repeat(4090) + PASSWORD;
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ email: EVE.email, first_name: PASSWORD.toUpperCase(), profile_text: long }));
    });
    const created = await createPerson(connectHere(url), EVE, 'delayed', going);
    expect(created).toMatchObject({ value: { member: { firstName: '…' } } });
  });
});

describe('the token as HTTP bearer', () => {
  it('is tried once where the first reading is forbidden, and remembered', async () => {
    const simulator = await simulatorHere({ token: 'bearer' });
    const forms: string[] = [];
    const connection = { ...connectHere(simulator.url), onTokenForm: (form: string) => forms.push(form) };
    expect((await pullTeam(connection, quiet, going)).ok).toBe(true);
    expect(simulator.log.map(({ status }) => status)).toEqual([403, 200, 200, 200, 200, 200, 200]);
    expect((await createPerson(connection, EVE, 'delayed', going)).ok).toBe(true);
    expect(forms).toEqual(['bearer']);
    const later = connectHere(simulator.url, { learned: learnedBefore('bearer') });
    expect((await pullTeam(later, quiet, going)).ok).toBe(true);
    expect(simulator.log.filter(({ status }) => status === 403)).toHaveLength(1);
  });

  it('is not tried after an answer that was allowed, nor for what changes something', async () => {
    const simulator = await simulatorHere();
    const connection = connectHere(simulator.url);
    simulator.faults.add({ kind: 403, method: 'POST' });
    await createPerson(connection, EVE, 'delayed', going);
    expect(simulator.log).toHaveLength(1);
    expect((await pullTeam(connection, quiet, going)).ok).toBe(true);
    simulator.faults.add({ kind: 403 });
    expect((await pullTeam(connection, quiet, going)).ok).toBe(false);
    expect(simulator.log.filter(({ status }) => status === 403)).toHaveLength(2);
  });

  it('leaves a refusal what it is: 401 is shown as 401', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind: 401, times: 9 });
    const pulled = await pullTeam(connectHere(simulator.url), quiet, going);
    if (pulled.ok) throw new Error('It was let in');
    expect(failureSentence(pulled.failure, READ_LATER)).toContain('API key and secret (401): “Fault 401”.');
    expect(simulator.log).toHaveLength(2);
  });
});

describe('security 24: Retry-After', () => {
  const DATE = 'Mon, 01 Jun 2026 08:00:00 GMT';
  const SOON = 'Mon, 01 Jun 2026 08:00:30 GMT';
  const NOW = Date.parse('2026-06-01T12:00:00Z');

  it.each<[string, number | null]>([
    ['2', 2000],
    ['1.5', 1500],
    [' 7 ', 7000],
    ['2, 2', 2000],
    ['2, 30', 30_000],
    [SOON, 30_000],
    [`${SOON}, ${SOON}`, 30_000],
    ['2026-06-01T08:01:00Z', 60_000],
    ['86400', 86_400_000],
    ['0', null],
    ['0, 0', null],
    ['-1', null],
    ['-1.5', null],
    ['1e3', null],
    ['soon', null],
    ['', null],
    [DATE, null],
    ['Mon, 01 Jun 2020 08:00:00 GMT', null],
    ['240000000', null],
    ['99999999999999999999', null],
  ])('%j asks to wait %s ms', (text, wait) => {
    expect(retryAfterOf(text, DATE, NOW)).toBe(wait);
  });

  it('is of this computer’s clock where the server tells none', () => {
    expect(retryAfterOf(SOON, '', Date.parse(DATE))).toBe(30_000);
  });

  it.each([
    ['2|2', 2000],
    ['1.5', 1500],
    ['soon', 2500],
    ['4000000000', 2500],
  ])('%s is waited for as it says, or as without it', async (retryAfter, wait) => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind: 429, retryAfter });
    const connection = connectHere(simulator.url);
    expect((await pullTeam(connection, quiet, going)).ok).toBe(true);
    expect(connection.waits).toEqual([wait]);
  });

  it.each([
    [1, '1 minute.'],
    [90, '90 minutes.'],
    [121, '3 hours.'],
    [4_000_000, '2,778 days.'],
  ])('of %d minutes is said as people say it', (minutes, words) => {
    const sentence = failureSentence(failed('connect.busy', { host: 'h', minutes }), READ_LATER);
    expect(sentence).toContain(`asks to wait ${words}`);
  });
});
