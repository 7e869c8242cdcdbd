import { describe, expect, it } from 'vitest';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import { isProof } from '../../../tier.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import { death, faultsOf, SCENARIOS } from './scenarios.ts';
import { walk } from './walk.ts';

/** `npm run proof` alone, where each scenario is a stage of its own; `killed.test.ts` walks a part of it. */
describe.runIf(isProof)('security 22, 23: every fault at every place, killed at every step', () => {
  for (const scenario of SCENARIOS)
    it(`walk-of-${scenario.name}: everybody is there once`, async () => {
      const folder = await temporaryFolder();
      const sums = { paths: 0, kills: 0, requests: 0 };
      // All of them are walked, so that a long run tells everything that is wrong.
      const wrong: string[] = [];
      for (const placed of [null, ...faultsOf(scenario)]) {
        const simulator = await simulatorHere();
        for (let first = 1, isKilled = true; isKilled; first += 1) {
          const kills = { death: death(first), first, second: 1 + ((first * 7) % 40) };
          const walked = await walk(simulator, folder, scenario, placed, kills);
          if (walked.wrong.length > 0)
            wrong.push(`${JSON.stringify([placed, kills])}: ${walked.wrong.join('; ')}`);
          sums.paths += 1;
          sums.kills += walked.kills;
          isKilled = walked.steps >= first;
        }
        sums.requests += simulator.log.length;
        await simulator.close();
      }
      process.stdout.write(`${scenario.name}: ${JSON.stringify(sums)}\n`);
      expect(wrong).toEqual([]);
      expect(sums.kills).toBeGreaterThan(sums.paths);
    }, 7_200_000);
});
