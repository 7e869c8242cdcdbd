import fc from 'fast-check';
import { expect } from 'vitest';

/** How long each kind of input is tried, in milliseconds: minutes in all of `npm run fuzz`, a moment in the suite. */
const MINUTES = Number(process.env['ROLLCALL_FUZZ_MINUTES'] ?? 0);
const KINDS = 5;
const BUDGET = MINUTES > 0 ? (MINUTES * 60_000) / KINDS : 1500;

/** Cases of one seed. */
const RUNS = 100;

/** What no case may take, in milliseconds: the inputs are small, and the slowest takes a hundredth of this. */
const LONGEST = 10_000;

/** How long a test of such cases may take in all. */
export const TIMEOUT = BUDGET * 2 + 60_000;

/** Tries cases until the time is up; a failure names its seed and path, which `ROLLCALL_FUZZ_SEED` tries again. */
export async function runCases<Case>(
  kind: string,
  cases: fc.Arbitrary<Case>,
  holds: (one: Case) => void | Promise<void>,
): Promise<void> {
  const began = performance.now();
  const first = Number(process.env['ROLLCALL_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  let seed = first;
  for (; performance.now() - began < BUDGET; seed = (seed + 1) % 2 ** 31)
    await fc.assert(fc.asyncProperty(cases, timed(holds)), { numRuns: RUNS, seed });
  if (MINUTES > 0) process.stdout.write(`${kind}: ${(seed - first) * RUNS} cases from seed ${first} on\n`);
}

function timed<Case>(holds: (one: Case) => void | Promise<void>): (one: Case) => Promise<void> {
  return async (one) => {
    const began = performance.now();
    await holds(one);
    expect(performance.now() - began).toBeLessThan(LONGEST);
  };
}
