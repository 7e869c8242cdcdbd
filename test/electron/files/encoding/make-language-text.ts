import type { Language } from './people-of-languages.ts';

const HEADER =
  'Role,Can Manage Teams,Email Address,Employee ID,First Name,Last Name,Home Town,Phone Channel,Team Leader';

/** A roster in CSV of people who speak a language; a seed makes another choice of them. */
export function makeLanguageText(
  { firstNames, lastNames, towns }: Language,
  rows: number,
  seed: number,
): string {
  const random = randomFrom(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const lines = Array.from({ length: rows }, (_, row) => {
    const id = String(20_000 + row).padStart(7, '0');
    const name = `${pick(firstNames)},${pick(lastNames)},${pick(towns)}`;
    return `Team Member,n,agent${id}@example.com,${id},${name},y,lead@example.com`;
  });
  return `${[HEADER, ...lines].join('\r\n')}\r\n`;
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
