import fc from 'fast-check';
import { expect } from 'vitest';
import { isProof, runs, SEED } from '../tier.ts';

/** How long each kind of input is tried by `npm run fuzz`, in milliseconds; none where the suite counts its cases. */
const BUDGET = (Number(process.env['ROLLCALL_FUZZ_MINUTES'] ?? 0) * 60_000) / 5;

/** Cases of one seed. */
const RUNS = BUDGET > 0 ? 100 : runs(2000);

/** What no case may take, in milliseconds: the inputs are small, and the slowest takes a hundredth of this. */
const LONGEST = 10_000;

/** How long a test of such cases may take in all. */
export const TIMEOUT = BUDGET * 2 + 600_000;

/** Tries cases until the time is up; a failure names its seed and path, which `ROLLCALL_SEED` tries again. */
export async function runCases<Case>(
  kind: string,
  cases: fc.Arbitrary<Case>,
  holds: (one: Case) => void | Promise<void>,
): Promise<void> {
  const began = performance.now();
  let seed = SEED;
  do {
    await fc.assert(fc.asyncProperty(cases, timed(holds)), { numRuns: RUNS, seed });
    seed += 1;
  } while (performance.now() - began < BUDGET);
  if (BUDGET > 0 || isProof)
    process.stdout.write(`${kind}: ${(seed - SEED) * RUNS} cases from seed ${SEED} on\n`);
}

function timed<Case>(holds: (one: Case) => void | Promise<void>): (one: Case) => Promise<void> {
  return async (one) => {
    const began = performance.now();
    await holds(one);
    expect(performance.now() - began).toBeLessThan(LONGEST);
  };
}
