/** How well a text matches what was typed, more being better, and which of its characters did. */
export interface Match {
  readonly score: number;
  readonly hits: readonly number[];
}

/** What a typed word found at the start of a word, within one, or only as letters in their order is worth. */
const WORTH = { start: 100, within: 40, scattered: 10 } as const;

/**
 * Finds each typed word in a text: at the start of a word, or within one, or its letters in their order. Case does not
 * count, and neither does the order of the words. Null where one of them is not there at all.
 */
export function match(typed: string, text: string): Match | null {
  const lower = text.toLowerCase();
  let score = 0;
  const hits: number[] = [];
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const found = find(word, lower);
    if (found === null) return null;
    score += found.score;
    hits.push(...found.hits);
  }
  // Of equals, the text of which more was typed comes first.
  return { score: score - text.length / 1000, hits };
}

function find(word: string, text: string): Match | null {
  const starts = text.startsWith(word) ? 0 : text.indexOf(` ${word}`) + 1;
  if (starts > 0 || text.startsWith(word)) return { score: WORTH.start, hits: run(starts, word.length) };
  const within = text.indexOf(word);
  if (within >= 0) return { score: WORTH.within, hits: run(within, word.length) };
  return scattered(word, text);
}

function scattered(word: string, text: string): Match | null {
  const hits: number[] = [];
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return null;
    hits.push(at);
    from = at + letter.length;
  }
  // Letters far apart are hardly what was meant.
  const spread = (hits.at(-1) ?? 0) - (hits[0] ?? 0) + 1;
  return spread > word.length * 2 ? null : { score: (WORTH.scattered * word.length) / spread, hits };
}

function run(from: number, length: number): number[] {
  return Array.from({ length }, (_, offset) => from + offset);
}
