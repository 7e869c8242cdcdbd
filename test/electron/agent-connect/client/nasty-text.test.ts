import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lookUp } from '../../../../electron/agent-connect/client/look-up.ts';
import { pullTeam } from '../../../../electron/agent-connect/client/pull-team.ts';
import { retryAfterOf } from '../../../../electron/agent-connect/client/retry.ts';
import {
  isErrorBody,
  shownWords,
  withoutSecrets,
} from '../../../../electron/agent-connect/client/server-words.ts';
import { createPerson, setStatus } from '../../../../electron/agent-connect/client/write-person.ts';
import { nextPage } from '../../../../electron/agent-connect/client/employee-list.ts';
import { readEmployee } from '../../../../shared/team/read-employee.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failureSentence } from '../../../../shared/failures/failures.ts';
import { parseJson } from '../../../../shared/text/plain-text.ts';
import { storedDifferences } from '../../../../shared/upload/orders/stored-person.ts';
import { close, listen } from '../../../simulator/listen.ts';
import { connectHere } from '../connect-here.ts';

const going = new AbortController().signal;
const quiet = { onPeople: () => undefined, onPause: () => undefined };
const SIZE = 1_000_000;
const MOST = 50;
const PASSWORD = 'aaaaaaaaaaaaaaaaaaaaaaaB1!';
const SECRETS = ['key-of-the-tests', 'secret-of-the-tests', PASSWORD];

const filled = (piece: string, before = '', after = ''): string =>
  before + piece.repeat(Math.ceil((SIZE - before.length - after.length) / piece.length)) + after;

/** A megabyte of what made patterns slow, or readers deep, at some time or other. */
const NASTY: Readonly<Record<string, string>> = {
  'one word': filled('a'),
  'one word in JSON': filled('w', '{"message":"', '"}'),
  'names of secrets': filled('password'),
  'names of secrets with spaces': filled('password   '),
  'beginnings of tokens': filled('eyJ-'),
  'tokens of one part': filled('eyJa.'),
  'open quotes': filled('"password":"'),
  controls: filled('\u0000\u202E'),
  'lists in lists': filled('[', '', ''),
  'whole lists in lists': '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2),
  'errors in errors': filled('{"error":'),
  'whole errors in errors': `${'{"errors":'.repeat(40_000)}1${'}'.repeat(40_000)}`,
  'many errors': filled('{"field":"role","message":"no"},', '{"errors":[', '{}]}'),
  'entities and percents': filled('&#x61;%61'),
  'blanks before a page': filled(' ', '', '<html'),
  'commas and digits': filled('1,'),
};

/** The shortest of three runs, in milliseconds of this process: what else the machine does is left out. */
function timeOf(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('security 32: a megabyte of nasty text from a server', () => {
  it.each(Object.entries(NASTY))('%s is shown, redacted and read in no time', (_, text) => {
    expect(timeOf(() => shownWords(text, SECRETS))).toBeLessThan(MOST);
    expect(timeOf(() => withoutSecrets(text.slice(0, SIZE), [PASSWORD]))).toBeLessThan(MOST);
    expect(timeOf(() => retryAfterOf(text, text, 0))).toBeLessThan(MOST);
    const address = { origin: 'https://a.example', host: 'a.example', subdomain: null };
    expect(timeOf(() => nextPage(text, '/v2/employees', address))).toBeLessThan(MOST);
    expect(timeOf(() => isErrorBody({ errors: text, message: text }))).toBeLessThan(MOST);
    const person = { email: text, first_name: text, profile_text: text, groups: text, channels: text };
    expect(timeOf(() => readEmployee(person, false))).toBeLessThan(MOST);
    const stored = readEmployee(person, false);
    const sent = { email: 'a@b.example', first_name: 'Ana', profile_text: 'One', channels: [] };
    expect(timeOf(() => storedDifferences(sent, stored))).toBeLessThan(MOST);
    expect(shownWords(text, SECRETS).length).toBeLessThanOrEqual(501);
  });

  it.each(Object.keys(NASTY))('%s as an answer is one short sentence, and ends nothing', async (name) => {
    const text = NASTY[name] ?? '';
    for (const [status, type] of [
      [200, 'application/json'],
      [422, 'application/json'],
      [403, 'text/plain'],
    ] as const) {
      const server = createServer((_, response) =>
        response.writeHead(status, { 'content-type': type }).end(text),
      );
      onTestFinished(() => close(server));
      const connection = connectHere(await listen(server, 0));
      const body = { email: 'eve@acme.example', temporary_password: PASSWORD, channels: [] };
      for (const answer of [
        await createPerson(connection, body, 'delayed', going),
        await lookUp(connection, { email: 'eve@acme.example', employeeId: '' }, going),
        await setStatus(connection, 'eve@acme.example', 'deactivate', going),
      ])
        if (!answer.ok) expect(failureSentence(answer.failure.failure, READ_LATER).length).toBeLessThan(900);
      expect((await pullTeam(connection, quiet, going)).ok).toBe(false);
    }
  });

  it('is a test of texts that are JSON, too', () => {
    expect(Object.values(NASTY).filter((text) => parseJson(text) !== undefined).length).toBeGreaterThan(3);
  });
});
