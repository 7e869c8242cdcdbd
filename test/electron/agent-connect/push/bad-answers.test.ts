import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer as createSecureServer } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readJournal } from '../../../../electron/agent-connect/journal/read-journal.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failureSentence } from '../../../../shared/failures/failures.ts';
import { endingSentence } from '../../../../shared/upload/journal/ending-sentence.ts';
import { close, listen } from '../../../simulator/listen.ts';
import { KEY, SECRET, simulatorHere } from '../../../simulator/simulator-here.ts';
import type { SimulatorOptions } from '../../../simulator/start-simulator.ts';
import type { Fault } from '../../../simulator/faults.ts';
import { ledOrder, uploaded, worked } from './push-here.ts';

const people = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => ledOrder(place));

/** How an upload ends that nobody watches, with its one sentence, and what its journal says. */
async function endWith(url: string, options: Parameters<typeof uploaded>[2] = {}) {
  const ended = await uploaded({ url }, people, options);
  const sentence = ended.why === null ? '' : failureSentence(ended.why, READ_LATER);
  if (ended.why !== null) expect(sentence).toMatch(/^[“A-Z][^]*\.$/u);
  const text = await readFile(ended.path, 'utf8');
  for (const hidden of [KEY, SECRET, 'eyJ']) expect(sentence + text).not.toContain(hidden);
  const { run } = worked(await readJournal(ended.path));
  expect(Object.values(run.counts).reduce((sum, count) => sum + count, 0)).toBe(people.length);
  return { ...ended, sentence, run };
}

const withFault = async (
  fault: Partial<Fault> & Pick<Fault, 'kind'>,
  options: Partial<SimulatorOptions> = {},
) => {
  const simulator = await simulatorHere(options);
  simulator.faults.add({ times: 1e6, ...fault });
  return simulator;
};

describe('an upload that Agent Connect refuses', () => {
  it.each([
    ['the key', { key: 'another' }, 'Check that both'],
    ['the secret', { secret: 'another' }, 'Check that both'],
    ['the time, 10 minutes off', { clock: -600 }, 'clock is 10 minutes ahead'],
  ] as const)('security 23: for %s: ends at once, and says what to check', async (_, options, words) => {
    const simulator = await simulatorHere(options);
    const { how, sentence, run } = await endWith(simulator.url);
    expect(how).toBe('forbidden');
    expect(sentence).toMatch(words);
    expect(run.counts).toMatchObject({ notTried: people.length });
    // Those that were under way, and none after.
    expect(simulator.log.length).toBeLessThanOrEqual(2);
  });

  it('security 23: in the middle: sends nothing more, and what is open is unknown', async () => {
    const simulator = await withFault({ kind: 403, method: 'POST', after: 3 });
    const { how, run } = await endWith(simulator.url);
    expect(how).toBe('forbidden');
    expect(run.counts).toMatchObject({ created: 3, waiting: 0, sending: 0 });
    // It may have been one person’s alone, which the next ones show, two at once; what was forbidden is tried again.
    const refused = simulator.log.filter(({ status }) => status === 403);
    expect(refused.length).toBeLessThanOrEqual(3);
    expect(run.counts).toMatchObject({ failed: 0, unknown: 0, notTried: people.length - 3 });
  });
});

describe('an upload without Agent Connect', () => {
  it('of a server that is not there: says so, and nothing was tried', async () => {
    const simulator = await simulatorHere();
    await simulator.close();
    const { how, sentence, run } = await endWith(simulator.url);
    expect(how).toBe('paused');
    expect(sentence).toContain('no connection');
    expect(run).toMatchObject({ phase: 'paused', counts: { waiting: people.length } });
  });

  it('security 20: of a certificate that nobody vouches for: says so, and nothing was sent', async () => {
    const pem = (name: string) =>
      readFileSync(new URL(`../../../fixtures/agent-connect/${name}`, import.meta.url));
    const server = createSecureServer({ key: pem('self-signed.key.pem'), cert: pem('self-signed.pem') });
    const url = (await listen(server, 0)).replace('http:', 'https:');
    onTestFinished(() => close(server));
    const { how, sentence, run } = await endWith(url);
    expect(how).toBe('paused');
    expect(sentence).toContain('is not safe');
    expect(run.counts).toMatchObject({ waiting: people.length });
  });

  it.each([
    ['html', 'A web page came'],
    ['redirect', 'does not follow'],
    ['endless', 'larger than 1 MB'],
    ['garbage', 'is not one of Agent Connect’s'],
    [503, 'has failed (503)'],
    ['drop', 'no connection'],
  ] as const)(
    'security 21, 23: but %s: pauses after few requests, and says what is in between',
    async (kind, words) => {
      const simulator = await withFault({ kind });
      const { how, sentence, run } = await endWith(simulator.url);
      expect(how).toBe('paused');
      expect(sentence).toContain(words);
      expect(run.counts.waiting + run.counts.notTried).toBe(people.length);
      expect(simulator.log.length).toBeLessThan(20);
      expect(simulator.log.every(({ method }) => method === 'GET')).toBe(true);
    },
  );
});

describe('an upload whose requests come to a bad end', () => {
  it('security 22: of answers about strangers: nobody is sent twice, and all are found', async () => {
    const simulator = await withFault({ kind: 'stranger', method: 'POST' });
    const { how, run } = await endWith(simulator.url);
    expect(how).toBe('finished');
    expect(run.counts).toMatchObject({ created: people.length });
    expect(simulator.log.filter(({ method }) => method === 'POST')).toHaveLength(people.length);
  });

  it('security 23, 24: of 500 to every POST: waits after five, sends nobody more than six times, and nobody is lost', async () => {
    const simulator = await withFault({ kind: 500, method: 'POST' });
    // No time is spent on settling: the simulator’s clock, which does not jump, would find the tokens old.
    const { how, run, rows } = await endWith(simulator.url, { settle: 0 });
    expect(['finished', 'paused']).toContain(how);
    expect(run.counts.created + run.counts.failed).toBe(0);
    const posts = simulator.log
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.stringify(body));
    for (const body of new Set(posts))
      expect(posts.filter((sent) => sent === body).length).toBeLessThanOrEqual(6);
    for (const row of rows)
      if (row.state === 'unknown')
        expect(endingSentence({ outcome: row.state, reason: row.reason, words: row.words })).toMatch(
          /^No usable answer.*\.$/,
        );
  });
});

describe('security 24: an upload with too many requests', () => {
  it('waits, goes slower, and creates everybody once', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind: 429, times: 3, after: 5, retryAfter: '20' });
    const { how, run } = await endWith(simulator.url);
    expect(how).toBe('finished');
    expect(run.counts).toMatchObject({ created: people.length });
    expect(simulator.directory.people).toHaveLength(45 + people.length);
  });

  it('for ten minutes: pauses with a sentence, and nobody was sent', async () => {
    const simulator = await withFault({ kind: 429 });
    const { how, sentence, run } = await endWith(simulator.url);
    expect(how).toBe('paused');
    expect(sentence).toContain('too many requests (429)');
    expect(run).toMatchObject({ phase: 'paused', counts: { waiting: people.length } });
    // Six tries for each of the four people who are under way.
    expect(simulator.log.length).toBeLessThanOrEqual(24);
  });

  it.each([
    ['in seconds', () => '901'],
    ['as a date', () => new Date(Date.now() + 3_600_000).toUTCString()],
  ])('for more than 15 minutes, told %s: pauses at once', async (_, retryAfter) => {
    const simulator = await withFault({ kind: 429, method: 'POST', retryAfter: retryAfter() });
    const { how, sentence, run } = await endWith(simulator.url);
    expect(how).toBe('paused');
    expect(sentence).toMatch(/asks to wait (16|60|61) minutes/);
    expect(run.counts).toMatchObject({ waiting: people.length });
  });
});
