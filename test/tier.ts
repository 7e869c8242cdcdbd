import fc from 'fast-check';

/**
 * Whether everything runs at full length and with another seed each time (`npm run proof`, or `ROLLCALL_PROOF=1` before a
 * test's own command), or a tenth of it with a seed that stays (`npm test`).
 */
export const isProof = process.env['ROLLCALL_PROOF'] === '1';

/** What everything random begins with; `ROLLCALL_SEED` repeats a run that failed. */
export const SEED = Number(process.env['ROLLCALL_SEED'] ?? 20_260_322);

/** How often `npm test` does what the proof does so many times. */
export function runs(whole: number): number {
  return isProof ? whole : Math.ceil(whole / 10);
}

/** Every eleventh in `npm test` (no list of ours repeats itself in elevens), and the last one, which is the whole one. */
export function sample<Item>(all: readonly Item[]): readonly Item[] {
  return isProof ? all : all.filter((_, place) => place % 11 === 0 || place === all.length - 1);
}

/** A plain generator of numbers below 1 (Park and Miller), so that a seed tells all. */
export function chances(seed = SEED): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

fc.configureGlobal({ seed: SEED, numRuns: runs(100) });
