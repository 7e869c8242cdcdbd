import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../../../electron/agent-connect/journal/read-journal.ts';
import { uploadProgress, type UploadProgress } from '../../../../shared/upload/journal/upload-progress.ts';
import { idleOrder } from '../../../shared/upload/journal/build-orders.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { endOf, leadingOrder, ledOrder, resumeHere, type Started, startHere, worked } from './push-here.ts';

const slowly = { pace: { rate: 60, concurrency: 1 }, isUnattended: false } as const;
const people = (count: number) => Array.from({ length: count }, (_, place) => ledOrder(place));
const created = ({ directory }: Simulator): number => directory.people.length - 45;

/** Waits until a run is as wanted. */
async function until(
  { push }: Started,
  isSo: (progress: UploadProgress) => boolean,
): Promise<UploadProgress> {
  for (;;) {
    const progress = push.progress(0);
    if (isSo(progress)) return progress;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const isPaused = ({ state }: UploadProgress): boolean => state.kind === 'paused';
const someAre = ({ counts }: UploadProgress): boolean => counts.created >= 3;

describe('a run that somebody watches', () => {
  it('security 26: says at any moment what every row is, the sums, the waves and how long it takes', async () => {
    const simulator = await simulatorHere();
    const boss = leadingOrder(0);
    const orders = [
      boss,
      ...Array.from({ length: 20 }, (_, at) => ledOrder(at + 1, boss)),
      idleOrder(21, 'skip'),
    ];
    const started = await startHere(simulator, orders, slowly);
    const states = new Map<number, string>();
    const seen = new Set<string>();
    for (let at = 0, isOver = false; !isOver;) {
      const progress = uploadProgress.parse(started.push.progress(at));
      for (const row of progress.rows) {
        states.set(row.place, row.state);
        seen.add(row.state);
      }
      at = progress.at;
      const sum = Object.values(progress.counts).reduce((total, count) => total + count, 0);
      expect(sum).toBe(orders.length);
      for (const [state, count] of Object.entries(progress.counts))
        if (state !== 'waiting')
          expect([...states.values()].filter((known) => known === state)).toHaveLength(count);
      isOver = progress.state.kind === 'ended' && progress.rows.length === 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(seen).toEqual(new Set(['skipped', 'lookingUp', 'sending', 'created']));
    const { waves, secondsLeft, state } = started.push.progress(0);
    expect(waves).toEqual([
      { done: 1, total: 1 },
      { done: 20, total: 20 },
    ]);
    expect(secondsLeft).toBe(0);
    expect(state).toEqual({ kind: 'ended', how: 'finished', why: null });
  });

  it('says how long it takes at the rate that is allowed, from the beginning', async () => {
    const started = await startHere(await simulatorHere(), people(40), slowly);
    // Three requests for each person, one a second.
    expect(started.push.progress(0).secondsLeft).toBe(120);
    const { counts, secondsLeft } = await until(started, (progress) => progress.counts.created >= 10);
    const left = 40 - counts.created;
    expect(secondsLeft).toBeGreaterThan(left * 2);
    expect(secondsLeft).toBeLessThan(left * 4);
    started.push.stop();
  });
});

describe('a run of many at once', () => {
  it('is no leak to Node, which would warn of it', async () => {
    const warnings: string[] = [];
    const warn = ({ message }: Error): number => warnings.push(message);
    process.on('warning', warn);
    const simulator = await simulatorHere({ latency: 20 });
    const started = await startHere(simulator, people(40), { pace: { rate: 1e9, concurrency: 16 } });
    expect(await endOf(started)).toMatchObject({ how: 'finished', counts: { created: 40 } });
    // They are told in a turn of their own.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', warn);
    expect(warnings).toEqual([]);
  });
});

describe('a pause', () => {
  it('begins nothing more, is written down, and goes on when somebody asks for it', async () => {
    const simulator = await simulatorHere();
    const started = await startHere(simulator, people(12), slowly);
    await until(started, someAre);
    started.push.pause();
    expect(started.push.progress(0).state.kind).toBe('pausing');
    const { counts, state } = await until(started, isPaused);
    expect(state).toEqual({ kind: 'paused', why: null });
    expect(counts.created).toBe(created(simulator));
    expect(counts.lookingUp + counts.sending + counts.settling).toBe(0);
    const asked = simulator.log.length;
    started.connection.clock.pass(60_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(simulator.log).toHaveLength(asked);
    expect(worked(await readJournal(started.path)).run.phase).toBe('paused');
    started.push.resume();
    expect(await endOf(started)).toMatchObject({ how: 'finished', counts: { created: 12 } });
  });

  it('lets the computer sleep, which is kept awake while requests go, and no longer', async () => {
    const asked: string[] = [];
    const keepAwake = (): (() => void) => {
      asked.push('awake');
      return () => asked.push('asleep');
    };
    const started = await startHere(await simulatorHere(), people(6), { ...slowly, keepAwake });
    await until(started, someAre);
    expect(asked).toEqual(['awake']);
    started.push.pause();
    await until(started, isPaused);
    expect(asked).toEqual(['awake', 'asleep']);
    started.push.resume();
    await endOf(started);
    expect(asked).toEqual(['awake', 'asleep', 'awake', 'asleep']);
  });

  it('is forgotten where somebody goes on before it has come', async () => {
    const started = await startHere(await simulatorHere(), people(6), slowly);
    await until(started, someAre);
    started.push.pause();
    started.push.resume();
    expect(await endOf(started)).toMatchObject({ how: 'finished', counts: { created: 6 } });
  });

  it('lets who leaves go, and another process goes on', async () => {
    const simulator = await simulatorHere();
    const started = await startHere(simulator, people(8), slowly);
    await until(started, someAre);
    await started.push.leave(5000);
    expect(await started.push.done).toEqual({ how: 'paused', why: null });
    expect(created(simulator)).toBeLessThan(8);
    const again = await endOf(await resumeHere(simulator, started.path));
    expect(again).toMatchObject({ how: 'finished', counts: { created: 8 } });
    expect(created(simulator)).toBe(8);
  });

  it('of who leaves waits for no answer for ever: what is open is found out by who goes on', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'POST', kind: 'late', ms: 800 });
    const started = await startHere(simulator, people(1), slowly);
    await until(started, () => created(simulator) === 1);
    started.connection.clock.isImpatient = true;
    await started.push.leave(0);
    expect(worked(await readJournal(started.path)).run.rowAt(0).open).toBe('create');
    const again = await endOf(await resumeHere(simulator, started.path));
    expect(again.rows).toMatchObject([{ state: 'created', reason: 'notConfirmed' }]);
  });
});

describe('a stop', () => {
  it('finishes what is under way, says what was not tried, and is taken up again', async () => {
    const simulator = await simulatorHere();
    const started = await startHere(simulator, people(12), slowly);
    await until(started, someAre);
    started.push.stop();
    const ended = await endOf(started);
    expect(ended.how).toBe('stopped');
    expect(ended.counts.created).toBe(created(simulator));
    expect(ended.counts.created + ended.counts.notTried).toBe(12);
    expect(ended.rows.find(({ state }) => state === 'notTried')).toMatchObject({ reason: 'stopped' });
    const again = await endOf(await resumeHere(simulator, started.path));
    expect(again).toMatchObject({ how: 'finished', counts: { created: 12 } });
  });

  it('finds out what is unknown, and sends nothing for it', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ method: 'POST', kind: 'lose' });
    simulator.faults.add({ method: 'POST', kind: 'drop' });
    const started = await startHere(simulator, people(2), { ...slowly, pace: { rate: 60, concurrency: 2 } });
    await until(started, ({ counts }) => counts.settling > 0);
    started.push.stop();
    const ended = await endOf(started);
    expect(ended).toMatchObject({ how: 'stopped', counts: { waiting: 0 } });
    const lost = simulator.log.filter(({ method }) => method === 'POST').length;
    expect(ended.counts).toMatchObject({ created: created(simulator), notTried: 2 - lost });
  });

  it('ends a pause', async () => {
    const started = await startHere(await simulatorHere(), people(5), slowly);
    started.push.pause();
    await until(started, isPaused);
    started.push.stop();
    expect(await endOf(started)).toMatchObject({ how: 'stopped', counts: { waiting: 0 } });
  });
});

describe('what a journal needs to be gone on with', () => {
  it('security 20, 25: is the same address and key, and the passwords, which are not in it', async () => {
    const simulator = await simulatorHere();
    const orders = people(3).map((order) => ({ ...order, hasPassword: true }));
    const passwords = new Map(orders.map(({ place }) => [place, `s3cret-${place}`]));
    await expect(startHere(simulator, orders)).rejects.toThrow('3 people');
    const started = await startHere(simulator, orders, { ...slowly, passwords });
    await until(started, ({ counts }) => counts.created === 1);
    await started.push.leave(5000);
    expect(await readFile(started.path, 'utf8')).not.toContain('s3cret');
    await expect(resumeHere(simulator, started.path)).rejects.toThrow(
      'to be created with a temporary password',
    );
    const others = { credentials: { key: 'another', secret: 'another' } };
    await expect(resumeHere(simulator, started.path, { passwords, connection: others })).rejects.toThrow(
      'another API key',
    );
    const again = await endOf(await resumeHere(simulator, started.path, { passwords }));
    expect(again.counts).toMatchObject({ created: 3 });
    expect(simulator.directory.people.at(-1)?.fields.temporary_password).toBe('s3cret-2');
  });
});
