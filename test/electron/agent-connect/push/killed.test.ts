import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import type { Death } from './mortal-life.ts';
import { death, faultsOf, SCENARIOS } from './scenarios.ts';
import { type Kills, type Placed, type Scenario, walk } from './walk.ts';
import { isProof, runs, sample, SEED } from '../../../tier.ts';

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
});
