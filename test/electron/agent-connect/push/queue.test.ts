import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WaveQueue } from '../../../../electron/agent-connect/push/queue.ts';
import { RunState } from '../../../../shared/upload/journal/run-state.ts';
import type { UploadOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { createOrder, headOf } from '../../../shared/upload/journal/build-orders.ts';

/** Orders of people whose leaders are told by place; a leader may stand anywhere. */
function ordersOf(leaders: readonly (number | null)[]): UploadOrder[] {
  const waveOf = (place: number): number => {
    const leader = leaders[place] ?? null;
    return leader === null ? 1 : waveOf(leader) + 1;
  };
  return leaders.map((leader, place) => createOrder(place, { leader, wave: waveOf(place) }));
}

function begun(orders: readonly UploadOrder[]): RunState {
  const run = new RunState();
  run.take({ kind: 'head', head: headOf(orders.length) });
  for (const order of orders) run.take({ kind: 'order', order });
  run.take({ kind: 'ready' });
  return run;
}

function end(run: RunState, place: number, outcome: 'created' | 'failed'): void {
  if (!run.take({ kind: 'outcome', place, outcome, reason: null, words: '' })) throw new Error('refused');
}

describe('who comes next', () => {
  it('is whoever has no leader to wait for, earlier waves first', () => {
    const orders = ordersOf([1, null, null, 2]);
    const run = begun(orders);
    const waves = new WaveQueue(orders, run);
    expect([waves.next(), waves.next(), waves.next()]).toEqual([1, 2, null]);
    end(run, 2, 'created');
    expect(waves.teamAfter(2)).toEqual([]);
    expect([waves.next(), waves.next()]).toEqual([3, null]);
    end(run, 1, 'created');
    waves.teamAfter(1);
    expect([waves.next(), waves.next()]).toEqual([0, null]);
  });

  it('is nobody below a leader who was not carried out: they are held, each for their own', () => {
    const orders = ordersOf([null, 0, 1, 0]);
    const run = begun(orders);
    const waves = new WaveQueue(orders, run);
    waves.next();
    end(run, 0, 'failed');
    expect(waves.teamAfter(0)).toEqual([
      { place: 1, leader: 0 },
      { place: 3, leader: 0 },
      { place: 2, leader: 1 },
    ]);
    expect(waves.next()).toBeNull();
  });

  it('is told from the journal of a run that is taken up', () => {
    const orders = ordersOf([null, 0, null, 2]);
    const run = begun(orders);
    end(run, 0, 'created');
    end(run, 2, 'failed');
    const waves = new WaveQueue(orders, run);
    expect([...waves.leadersWithout()]).toEqual([2]);
    expect(waves.teamAfter(2)).toEqual([{ place: 3, leader: 2 }]);
    expect([waves.next(), waves.next()]).toEqual([1, null]);
  });

  it('is everybody once, and nobody before their leader', () => {
    const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).chain((picks) =>
      fc.record({
        leaders: fc.constant(
          picks.map((pick, place) => (place === 0 || pick % 3 === 0 ? null : pick % place)),
        ),
        fails: fc.array(fc.nat({ max: 9 }), { minLength: picks.length, maxLength: picks.length }),
      }),
    );
    fc.assert(
      fc.property(tree, ({ leaders, fails }) => {
        const orders = ordersOf(leaders);
        const run = begun(orders);
        const waves = new WaveQueue(orders, run);
        const gone = new Set<number>();
        for (let place = waves.next(); place !== null; place = waves.next()) {
          expect(gone.has(place)).toBe(false);
          gone.add(place);
          const leader = leaders[place] ?? null;
          if (leader !== null) expect(run.rowAt(leader).state).toBe('created');
          end(run, place, fails[place] === 0 ? 'failed' : 'created');
          for (const held of waves.teamAfter(place)) {
            expect(gone.has(held.place)).toBe(false);
            gone.add(held.place);
            end(run, held.place, 'failed');
          }
        }
        expect(gone.size).toBe(orders.length);
      }),
    );
  });
});
