/** A whole name as its two halves. */
export interface SplitName {
  readonly first: string;
  readonly last: string;
}

/** Words that belong to the last name after them, as in “Vincent van der Berg” and “Ana de la Cruz”. */
const PARTICLES = new Set(
  'van von der den de del della di da dal do dos das du des la le el al bin ibn ben ter ten te zu zur zum af av'.split(
    ' ',
  ),
);

/** Scripts whose names begin with the family’s. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s]+$/u;

/**
 * Takes a whole name apart: `Eze, Amara` at its comma, `LE GOFF Amara` and `Amara LE GOFF` by the capitals of the last
 * name, others before the last word and the particles in front of it. A single word is the first name. No word is lost; where two words are the last name, as in Spanish, the first of them
 * ends up with the first name, which only a person can tell.
 */
export function splitName(text: string): SplitName {
  const name = text.trim();
  const comma = name.indexOf(',');
  if (comma !== -1) return { first: oneSpaced(name.slice(comma + 1)), last: oneSpaced(name.slice(0, comma)) };
  const words = name.split(/\s+/u);
  const [word = '', ...others] = words;
  if (others.length === 0) return { first: word, last: '' };
  if (FAMILY_FIRST.test(name)) return { first: others.join(' '), last: word };
  const byCapitals = splitByCapitals(words);
  if (byCapitals !== null) return byCapitals;
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has((words[from - 1] ?? '').toLowerCase())) from -= 1;
  return { first: words.slice(0, from).join(' '), last: words.slice(from).join(' ') };
}

/** Words in capitals at one end are the last name, as lists of personnel write it; null where there are none. */
function splitByCapitals(words: readonly string[]): SplitName | null {
  const capitals = words.map(isInCapitals);
  const before = capitals.indexOf(false);
  // “AJ Brown” begins with initials.
  const isName = words.slice(0, before).join('').length > 2;
  if (before > 0 && isName && capitals.lastIndexOf(true) < before)
    return { first: words.slice(before).join(' '), last: words.slice(0, before).join(' ') };
  const behind = capitals.indexOf(true);
  if (behind > 0 && capitals.lastIndexOf(false) < behind)
    return { first: words.slice(0, behind).join(' '), last: words.slice(behind).join(' ') };
  return null;
}

/** “GARÇON”, “D’HONDT” and “SAINT-ANDRÉ”, but neither an initial nor “J.-P.”. */
function isInCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word) && /\p{Lu}\p{M}*\p{Lu}/u.test(word);
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
