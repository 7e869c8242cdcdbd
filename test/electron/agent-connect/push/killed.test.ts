import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import type { Death } from './mortal-life.ts';
import { changed, type Kills, newcomer, type Placed, type Scenario, walk } from './walk.ts';
import { isProof, runs, sample, SEED } from '../../../tier.ts';

const chain = (run: string) => {
  const boss = newcomer(run, 0, null, true);
  return [boss, newcomer(run, 1, boss)];
};

/** As few as it takes for pages of the team to be read in place of looking up each. */
const four = (run: string) => [...chain(run), newcomer(run, 2, null), newcomer(run, 3, null)];

const teams = (run: string) => {
  const boss = newcomer(run, 2, null, true);
  return [newcomer(run, 0, boss), newcomer(run, 1, boss), boss, newcomer(run, 3, null)];
};

const updates = (run: string) => {
  const boss = changed(run, 0, 'activate');
  return [boss, newcomer(run, 1, boss), changed(run, 2, 'deactivate')];
};

const FOUR = ['created', 'created', 'created', 'created'] as const;
const UPDATES = ['updated', 'created', 'updated'] as const;

/** Each person is looked up in the first ones; pages of the team say who is absent in the others. */
const SCENARIOS: readonly Scenario[] = [
  { name: 'created', welcome: 'delayed', orders: chain, ends: ['created', 'created'], isPaged: false },
  { name: 'invited', welcome: 'now', orders: chain, ends: ['created', 'created'], isPaged: false },
  { name: 'two teams at once', welcome: 'delayed', orders: teams, ends: FOUR, isPaged: false },
  { name: 'updated', welcome: 'delayed', orders: updates, ends: UPDATES, isPaged: false },
  { name: 'created, by pages', welcome: 'delayed', orders: four, ends: FOUR, isPaged: true },
  { name: 'invited, by pages', welcome: 'now', orders: four, ends: FOUR, isPaged: true },
  { name: 'two teams at once, by pages', welcome: 'delayed', orders: teams, ends: FOUR, isPaged: true },
  { name: 'updated, by pages', welcome: 'delayed', orders: updates, ends: UPDATES, isPaged: true },
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
  'created, by pages': placesOf({ POST: 4, GET: 8 }),
  'invited, by pages': placesOf({ POST: 4, GET: 8 }),
  'two teams at once, by pages': placesOf({ POST: 4, GET: 8 }),
  'updated, by pages': placesOf({ PUT: 4, POST: 1, GET: 8 }),
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
      const folder = await temporaryFolder();
      for (const [index, placed] of sample([...faultsOf(scenario).entries()])) {
        // Another each time, so that the team stays as small as it was planned.
        const simulator = await simulatorHere();
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
          first: fc.integer({ min: 1, max: 100 }),
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
      const folder = await temporaryFolder();
      const sums = { paths: 0, kills: 0 };
      for (const placed of [null, ...faultsOf(scenario)]) {
        const simulator = await simulatorHere();
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
        await simulator.close();
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
