import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../../shared/failures/failures.ts';
import { journalEntry, type JournalEntry } from '../../../../shared/upload/journal/journal-entry.ts';
import { OUTCOMES } from '../../../../shared/upload/journal/outcome.ts';
import { toldRow } from '../../../../shared/upload/journal/row-run.ts';
import { RunState } from '../../../../shared/upload/journal/run-state.ts';
import { createOrder, headOf, idleOrder } from './build-orders.ts';
import { runs } from '../../../tier.ts';

const ORDERS = [
  createOrder(0),
  createOrder(1, { wave: 2, leader: 0 }),
  idleOrder(2, 'skip'),
  idleOrder(3, 'blocked'),
  idleOrder(4, 'held'),
  createOrder(5),
];

const BEGINNING: readonly JournalEntry[] = [
  { kind: 'head', head: headOf(ORDERS.length, { welcome: 'now' }) },
  ...ORDERS.map((order): JournalEntry => ({ kind: 'order', order })),
  { kind: 'ready' },
];

const sending = (place: number, attempt = 1): JournalEntry => ({
  kind: 'sending',
  place,
  attempt,
  request: 'invite',
});
const outcome = (place: number, how: (typeof OUTCOMES)[number]): JournalEntry => ({
  kind: 'outcome',
  place,
  outcome: how,
  reason: null,
  words: '',
});

function after(...entries: readonly JournalEntry[]): RunState {
  const run = new RunState();
  for (const entry of [...BEGINNING, ...entries])
    if (!run.take(journalEntry.parse(entry))) throw new Error(`refused: ${JSON.stringify(entry)}`);
  return run;
}

const sumOf = ({ counts }: RunState): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('security 26: how a row has ended', () => {
  it('is written down as codes and facts, and told as a sentence', () => {
    const why = failed('connect.serverFailed', { host: 'acme.example', status: 500, words: '' });
    const ending = { outcome: 'unknown', reason: 'notSettled', words: '', why } as const;
    const run = after(sending(0), { kind: 'outcome', place: 0, ...ending });
    expect(run.rowAt(0).words).toBe('');
    expect(toldRow(run.rowAt(0)).words).toContain('has failed (500)');
  });

  it('says what was stored otherwise, which counts as created', () => {
    const stored = [{ column: 'firstName', sent: 'Alexandria', stored: 'Alexandr' }] as const;
    const created = { kind: 'outcome', outcome: 'created', reason: null, words: '' } as const;
    const run = after(sending(0), { ...created, place: 0, stored: [...stored] }, sending(1), {
      ...created,
      place: 1,
    });
    expect(toldRow(run.rowAt(0))).toEqual({ state: 'created', reason: null, words: '', stored });
    expect(toldRow(run.rowAt(1))).toEqual({ state: 'created', reason: null, words: '' });
    expect(run.counts.created).toBe(2);
  });
});

describe('what an upload is after its journal', () => {
  it('begins with a head, then its orders by place, and is ready once, when all are there', () => {
    const run = new RunState();
    const take = (entry: JournalEntry | undefined): boolean => entry !== undefined && run.take(entry);
    expect(take({ kind: 'ready' })).toBe(false);
    expect(take(BEGINNING[1])).toBe(false);
    expect(take(BEGINNING[0])).toBe(true);
    expect(take(BEGINNING[0])).toBe(false);
    expect(take(BEGINNING[2])).toBe(false);
    expect(take(BEGINNING[1])).toBe(true);
    expect([take({ kind: 'ready' }), take(sending(0))]).toEqual([false, false]);
    for (const entry of BEGINNING.slice(2, -1)) expect(take(entry)).toBe(true);
    expect(take({ kind: 'order', order: createOrder(ORDERS.length) })).toBe(false);
    expect([take({ kind: 'ready' }), take({ kind: 'ready' })]).toEqual([true, false]);
    expect(take({ kind: 'order', order: createOrder(ORDERS.length) })).toBe(false);
    expect(take(sending(0))).toBe(true);
  });

  it('begins with what the plan leaves out at its end', () => {
    const run = after();
    expect(run.counts).toMatchObject({ waiting: 3, skipped: 1, notTried: 1, held: 1, created: 0 });
    expect(run.waves).toEqual([
      { done: 0, total: 2 },
      { done: 0, total: 1 },
    ]);
    expect(run.rowAt(3)).toMatchObject({
      state: 'notTried',
      reason: 'blocked',
      words: 'The Role is missing.',
    });
  });

  it('follows a person through sending, refusal, another try and the outcome', () => {
    expect(after(sending(0)).rowAt(0)).toMatchObject({ state: 'sending', open: 'invite', attempts: 1 });
    const refused = after(sending(0), { kind: 'refused', place: 0 });
    expect(refused.rowAt(0)).toMatchObject({ state: 'waiting', open: null, attempts: 0, isTouched: false });
    const done = after(sending(0), { kind: 'absent', place: 0 }, sending(0, 2), outcome(0, 'created'));
    expect(done.rowAt(0)).toMatchObject({ state: 'created', open: null, reason: null });
    expect(done.waves[0]).toEqual({ done: 1, total: 2 });
  });

  it('knows after a crash that a request is open', () => {
    const run = after(sending(0), { kind: 'resumed' });
    expect(run.rowAt(0)).toMatchObject({ state: 'sending', open: 'invite', isAgreed: false });
  });

  it('takes up again what is unknown, held by its leader or not tried, and nothing else', () => {
    const run = after(
      sending(0),
      outcome(0, 'unknown'),
      { kind: 'outcome', place: 1, outcome: 'held', reason: 'leader', words: '' },
      { kind: 'ended', how: 'stopped' },
    );
    expect(run.rowAt(5)).toMatchObject({ state: 'notTried', reason: 'stopped' });
    expect(run.take({ kind: 'resumed' })).toBe(true);
    expect(run.rowAt(0)).toMatchObject({ state: 'waiting', isTouched: true, isAgreed: true, attempts: 0 });
    expect(run.rowAt(1)).toMatchObject({ state: 'waiting', isTouched: false, isAgreed: false });
    expect(run.counts).toMatchObject({ waiting: 3, skipped: 1, notTried: 1, held: 1, unknown: 0 });
  });

  it('lets an agreed invitation be sent once, where it was not refused', () => {
    const unknown = [sending(0), outcome(0, 'unknown'), { kind: 'resumed' }, sending(0)] as const;
    expect(after(...unknown, { kind: 'refused', place: 0 }).rowAt(0).isAgreed).toBe(true);
    expect(after(...unknown, { kind: 'absent', place: 0 }).rowAt(0).isAgreed).toBe(false);
  });

  it.each<[string, JournalEntry[]]>([
    ['a second head', [{ kind: 'head', head: headOf(1) }]],
    ['an order after the orders', [{ kind: 'order', order: createOrder(6) }]],
    ['an event of a row that is not there', [sending(6)]],
    ['an event of a row that is left out', [sending(2)]],
    ['an attempt out of turn', [sending(0, 2)]],
    ['two requests at once', [sending(0), sending(0, 2)]],
    ['an answer to nothing', [{ kind: 'refused', place: 0 }]],
    ['a second outcome', [outcome(0, 'created'), outcome(0, 'created')]],
    ['an end with a request open', [sending(0), { kind: 'ended', how: 'stopped' }]],
    ['a finish with people waiting', [{ kind: 'ended', how: 'finished' }]],
    ['an event after the end', [{ kind: 'ended', how: 'stopped' }, sending(0)]],
  ])('refuses %s', (_, entries) => {
    expect(() => after(...entries)).toThrow('refused');
  });

  it('security 26: has every row in one state, whatever comes: the sums match, and what is refused changes nothing', () => {
    const place = fc.integer({ min: 0, max: 6 });
    const attempt = fc.integer({ min: 1, max: 3 });
    const entry = fc.oneof(
      fc.tuple(place, attempt).map(([at, count]) => sending(at, count)),
      fc
        .tuple(place, fc.constantFrom('refused', 'accepted', 'absent'))
        .map(([at, kind]) => ({ kind, place: at })),
      fc.tuple(place, fc.constantFrom(...OUTCOMES)).map(([at, how]) => outcome(at, how)),
      fc.constantFrom('paused', 'resumed').map((kind) => ({ kind })),
      fc.constantFrom('finished', 'stopped', 'forbidden').map((how) => ({ kind: 'ended', how }) as const),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const run = after();
        for (const given of entries) {
          const before = JSON.stringify([run.rows, run.counts, run.waves, run.phase]);
          if (!run.take(given))
            expect(JSON.stringify([run.rows, run.counts, run.waves, run.phase])).toBe(before);
          expect(sumOf(run)).toBe(ORDERS.length);
          for (const [state, count] of Object.entries(run.counts))
            expect(run.rows.filter((row) => row.state === state)).toHaveLength(count);
          const done = run.rows.filter(({ state }) => state !== 'waiting' && state !== 'sending').length;
          expect(run.waves.reduce((sum, wave) => sum + wave.done, 3)).toBe(done);
          if (['finished', 'stopped', 'forbidden'].includes(run.phase))
            expect(run.counts.waiting + run.counts.sending).toBe(0);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
