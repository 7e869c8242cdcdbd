const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Times that one request is sent at most. */
export const MOST_TRIES = 6;

/** A pause is between these, in milliseconds; a longer one that the server asks for is taken, up to the longest. */
const SHORTEST_PAUSE = SECOND;
const LONGEST_PAUSE = MINUTE;
export const LONGEST_ASKED = 15 * MINUTE;

/** Milliseconds after so many tries: anything up to 4, 8, 16, 32, 60 seconds, so that clients do not come back together. */
export function pauseAfter(tries: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE, 2 * SECOND * 2 ** tries);
  return SHORTEST_PAUSE + chance * (longest - SHORTEST_PAUSE);
}
