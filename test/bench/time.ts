/** Rounds of a measure: medians of seven hold against a busy machine. */
const ROUNDS = 7;

type Work = () => unknown;

/** The medians, in milliseconds, of several works whose rounds take turns, so that a busy moment meets them all. */
export async function mediansOf<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  rounds = ROUNDS,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]; // The keys of a record that was written as a literal.
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  // Round 0 warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const took = await timeOf(works[name]);
      if (round > 0) times.get(name)?.push(took);
    }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Name, number>; // One entry for every name.
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function timeOf(work: Work): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  await work();
  return performance.now() - began;
}
