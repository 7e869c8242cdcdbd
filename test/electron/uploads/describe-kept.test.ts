import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  describeKept,
  isSettled,
  type KnownRun,
  progressAtRest,
  rowsOf,
} from '../../../electron/uploads/describe-kept.ts';
import { JsonLines } from '../../../electron/uploads/handing.ts';
import type { Organization } from '../../../shared/organization/organization.ts';
import type { JournalEntry } from '../../../shared/upload/journal/journal-entry.ts';
import type { Outcome, Reason } from '../../../shared/upload/journal/outcome.ts';
import { RunState } from '../../../shared/upload/journal/run-state.ts';
import { createOrder, headOf, idleOrder } from '../../shared/upload/journal/build-orders.ts';

const ORDERS = [
  { ...createOrder(0), hasPassword: true },
  createOrder(1, { wave: 2, leader: 0 }),
  idleOrder(2, 'skip'),
];
const HEAD = headOf(ORDERS.length, { welcome: 'now' });

const outcome = (place: number, how: Outcome, reason: Reason | null = null): JournalEntry => ({
  kind: 'outcome',
  place,
  outcome: how,
  reason,
  words: '',
});

/** An upload of three rows after some entries of its journal. */
function known(...entries: readonly JournalEntry[]): KnownRun {
  const run = new RunState();
  const beginning: readonly JournalEntry[] = [
    { kind: 'head', head: HEAD },
    ...ORDERS.map((order): JournalEntry => ({ kind: 'order', order })),
    { kind: 'ready' },
  ];
  for (const entry of [...beginning, ...entries])
    if (!run.take(entry)) throw new Error(`refused: ${JSON.stringify(entry)}`);
  return { head: HEAD, orders: ORDERS, run };
}

const ACME: Organization = {
  id: '0'.repeat(16),
  name: 'Acme',
  address: { subdomain: 'acme' },
  environment: 'test',
  host: HEAD.host,
  team: null,
};

describe('an upload that is kept', () => {
  const at = new Date('2026-03-01T12:00:00.000Z');
  const told = (run: KnownRun, organization: Organization | null = null) =>
    describeKept(run, progressAtRest(run), organization, at);

  it('is told with what its head says, when it was written, and whose it is', () => {
    const { id, startedAt, name, host, roster, mode } = HEAD;
    expect(told(known(), ACME)).toEqual({
      ...{ id, startedAt, name, host, roster, mode, welcome: 'now', rows: 3 },
      organization: { id: ACME.id, name: 'Acme', environment: 'test' },
      state: { kind: 'paused', why: null },
      counts: expect.objectContaining({ waiting: 2, skipped: 1 }) as unknown,
      writtenAt: at.toISOString(),
      needsPasswords: true,
      isResumable: true,
    });
    expect(told(known()).organization).toBeNull();
  });

  it('needs passwords only while somebody with one is not done', () => {
    for (const how of ['created', 'failed'] as const)
      expect(told(known(outcome(0, how))).needsPasswords, how).toBe(false);
    for (const how of ['unknown', 'notTried'] as const)
      expect(told(known(outcome(0, how))).needsPasswords, how).toBe(true);
    expect(told(known(outcome(1, 'created'))).needsPasswords).toBe(true);
  });

  it('is resumable while anything is left that going on does', () => {
    const end: JournalEntry = { kind: 'ended', how: 'finished' };
    const ended = (how: Outcome, reason: Reason | null) =>
      known(outcome(0, 'created'), outcome(1, how, reason), end);
    const isResumable = (run: KnownRun): boolean => told(run).isResumable;
    expect(isResumable(known(outcome(0, 'created')))).toBe(true);
    for (const run of [
      ended('unknown', null),
      ended('held', 'leader'),
      known(outcome(0, 'created'), { kind: 'ended', how: 'stopped' }),
    ])
      expect(isResumable(run)).toBe(true);
    for (const run of [ended('created', null), ended('failed', null), ended('held', 'planned')])
      expect(isResumable(run)).toBe(false);
  });

  it('is paused while nobody carries it out, and ended where its journal says so', () => {
    const ended = known(outcome(0, 'created'), outcome(1, 'created'), { kind: 'ended', how: 'finished' });
    expect(progressAtRest(ended)).toMatchObject({
      state: { kind: 'ended', how: 'finished', why: null },
      secondsLeft: null,
      rows: [],
    });
    expect(progressAtRest(known()).waves).toEqual([
      { done: 0, total: 1 },
      { done: 0, total: 1 },
    ]);
    expect(progressAtRest(known(outcome(0, 'created'))).waves[0]).toEqual({ done: 1, total: 1 });
  });

  it('is settled where it ended and every row was done', () => {
    const end: JournalEntry = { kind: 'ended', how: 'finished' };
    expect(isSettled(known(outcome(0, 'created'), outcome(1, 'created')))).toBe(false);
    expect(isSettled(known(outcome(0, 'created'), outcome(1, 'created'), end))).toBe(true);
    for (const how of ['failed', 'held', 'unknown', 'notTried'] as const)
      expect(isSettled(known(outcome(0, 'created'), outcome(1, how), end)), how).toBe(false);
  });

  it('is not settled while somebody who was created needs a step', () => {
    const end: JournalEntry = { kind: 'ended', how: 'finished' };
    for (const why of ['sentTwice', 'notConfirmed'] as const)
      expect(isSettled(known(outcome(0, 'created', why), outcome(1, 'created'), end)), why).toBe(false);
    const shortened: JournalEntry = {
      ...{ kind: 'outcome', place: 1, outcome: 'created', reason: null, words: '' },
      stored: [{ column: 'firstName', sent: 'Maximilian', stored: 'Max' }],
    };
    expect(isSettled(known(outcome(0, 'created'), shortened, end))).toBe(false);
  });

  it('tells its rows from a place on, so many at a time', () => {
    const run = known(outcome(1, 'created'));
    expect(rowsOf(run, 1, 1)).toEqual([
      {
        place: 1,
        line: ORDERS[1]?.line,
        name: ORDERS[1]?.name,
        email: ORDERS[1]?.email,
        employeeId: ORDERS[1]?.employeeId,
        state: 'created',
        reason: null,
        unverifiable: ['invitation'],
        words: '',
      },
    ]);
    expect(rowsOf(run, 0, 99).map(({ place }) => place)).toEqual([0, 1, 2]);
  });
});

describe('lines of JSON in slices', () => {
  it('are read wherever a slice ends, and complete with their last line break', () => {
    const lines = new JsonLines(z.strictObject({ a: z.number() }));
    expect(lines.isComplete).toBe(true);
    expect(lines.push('{"a":1}\n{"a"')).toEqual([{ a: 1 }]);
    expect(lines.isComplete).toBe(false);
    expect(lines.push(':2}')).toEqual([]);
    expect(lines.push('\n{"a":3}\n')).toEqual([{ a: 2 }, { a: 3 }]);
    expect(lines.isComplete).toBe(true);
  });

  it('are refused with one that is no JSON or of another form', () => {
    for (const bad of ['x\n', '{"b":1}\n', '\n', '{"a":1}\n{"a":"1"}\n'])
      expect(new JsonLines(z.strictObject({ a: z.number() })).push(bad), bad).toBeNull();
  });
});
