import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { temporaryFolder } from '../../ipc/temporary.ts';
import type { Death } from './mortal-life.ts';
import { changed, type Kills, newcomer, type Placed, type Scenario, walk } from './walk.ts';
import { isProof, runs, sample, SEED } from '../../../tier.ts';

const chain = (run: string) => {
  const boss = newcomer(run, 0, null, true);
  return [boss, newcomer(run, 1, boss)];
};

const SCENARIOS: readonly Scenario[] = [
  { name: 'created', welcome: 'delayed', orders: chain, ends: ['created', 'created'] },
  { name: 'invited', welcome: 'now', orders: chain, ends: ['created', 'created'] },
  {
    name: 'two teams at once',
    welcome: 'delayed',
    orders: (run) => {
      const boss = newcomer(run, 2, null, true);
      return [newcomer(run, 0, boss), newcomer(run, 1, boss), boss, newcomer(run, 3, null)];
    },
    ends: ['created', 'created', 'created', 'created'],
  },
  {
    name: 'updated',
    welcome: 'delayed',
    orders: (run) => {
      const boss = changed(run, 0, 'activate');
      return [boss, newcomer(run, 1, boss), changed(run, 2, 'deactivate')];
    },
    ends: ['updated', 'created', 'updated'],
  },
];

const FAULTS: readonly Placed['fault'][] = [
  { kind: 'drop' },
  { kind: 'lose' },
  { kind: 'failed' },
  { kind: 500 },
  { kind: 429, retryAfter: '2' },
  { kind: 'stranger' },
  { kind: 'garbage' },
  { kind: 'html' },
  { kind: 'redirect' },
  { kind: 'late', ms: 600 },
];

/** The requests of a scenario that a fault may meet. */
const PLACES: Readonly<Record<string, readonly Omit<Placed, 'fault'>[]>> = {
  created: placesOf({ POST: 2, GET: 4 }),
  invited: placesOf({ POST: 2, GET: 4 }),
  'two teams at once': placesOf({ POST: 4, GET: 8 }),
  updated: placesOf({ PUT: 4, POST: 1, GET: 6 }),
};

function placesOf(counts: Partial<Record<Placed['method'], number>>): Omit<Placed, 'fault'>[] {
  return (['PUT', 'POST', 'GET'] as const).flatMap((method) =>
    Array.from({ length: counts[method] ?? 0 }, (_, after) => ({ method, after })),
  );
}

/**
 * Every fault at every place of a scenario. An answer that gives somebody's ID and another's address cannot be told from
 * the conflict that it speaks of: where it is about somebody who is there, it is none of these.
 */
function faultsOf({ name }: Scenario): Placed[] {
  return (PLACES[name] ?? []).flatMap((place) =>
    FAULTS.filter(({ kind }) => kind !== 'stranger' || place.method !== 'GET').map((fault) => ({
      ...place,
      fault,
    })),
  );
}

const DEATHS: readonly Death[] = ['process', 'power'];

async function good(simulator: Simulator, folder: string, ...given: [Scenario, Placed | null, Kills]) {
  const walked = await walk(simulator, folder, ...given);
  expect(walked.wrong, JSON.stringify(given.slice(1))).toEqual([]);
  return walked;
}

describe('security 22, 23: killed here, answer lost there', () => {
  it.each(SCENARIOS)(
    '$name: everybody is there once, wherever a run is killed, and killed again',
    async (scenario) => {
      const simulator = await simulatorHere();
      const folder = await temporaryFolder();
      let kills = 0;
      for (let first = 1; ; first += isProof ? 1 : 11) {
        const second = 1 + ((first * 7) % 30);
        const walked = await good(simulator, folder, scenario, null, { death: death(first), first, second });
        kills += walked.kills;
        if (walked.kills === 0) break;
      }
      expect(kills).toBeGreaterThan(runs(30));
    },
  );

  it.each(SCENARIOS)(
    '$name: everybody is there once, whatever answer is lost, killed or not',
    async (scenario) => {
      const simulator = await simulatorHere();
      const folder = await temporaryFolder();
      for (const [index, placed] of sample([...faultsOf(scenario).entries()])) {
        // Each fault meets other moments, so that all of them are met by some.
        const first = index % 4 === 0 ? Number.POSITIVE_INFINITY : 6 + ((index * 5) % 47);
        await good(simulator, folder, scenario, placed, {
          death: death(index),
          first,
          second: 1 + ((index * 11) % 37),
        });
      }
    },
  );

  it(`everybody is there once on ${runs(400)} paths at random, seed ${SEED}`, async () => {
    const simulator = await simulatorHere();
    const folder = await temporaryFolder();
    const paths = fc.constantFrom(...SCENARIOS).chain((scenario) =>
      fc.tuple(
        fc.constant(scenario),
        fc.constantFrom(null, ...faultsOf(scenario)),
        fc.record({
          death: fc.constantFrom(...DEATHS),
          first: fc.integer({ min: 1, max: 80 }),
          second: fc.integer({ min: 1, max: 80 }),
        }),
      ),
    );
    const walking = fc.asyncProperty(paths, async (path) => {
      await good(simulator, folder, ...path);
    });
    await fc.assert(walking, { numRuns: runs(400), endOnFailure: true });
  }, 3_600_000);

  it.runIf(isProof).each(SCENARIOS)(
    '$name: every fault at every place, killed at every step',
    async (scenario) => {
      const simulator = await simulatorHere();
      const folder = await temporaryFolder();
      const sums = { paths: 0, kills: 0 };
      for (const placed of [null, ...faultsOf(scenario)])
        for (let first = 1; ; first += 1) {
          const walked = await good(simulator, folder, scenario, placed, {
            death: death(first),
            first,
            second: 1 + ((first * 7) % 40),
          });
          sums.paths += 1;
          sums.kills += walked.kills;
          if (walked.kills === 0) break;
        }
      expect(sums.kills).toBeGreaterThan(sums.paths);
      process.stdout.write(`${scenario.name}: ${JSON.stringify(sums)}\n`);
    },
    3_600_000,
  );
});

/** The one after the other. */
function death(index: number): Death {
  return index % 2 === 0 ? 'process' : 'power';
}
