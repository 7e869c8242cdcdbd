import { distance } from 'fastest-levenshtein';
import { DEFAULT_ROLE_ENDING } from './assumptions.ts';
import type { UnknownName } from './facts.ts';

/** Longer texts are no misspelt name; comparing them would take time with their square. */
const LONGEST_COMPARED = 100;

/** Names that a text is compared with letter by letter; organizations have tens of roles and hundreds of groups. */
const MOST_COMPARED = 5000;

/** The roles or groups of the organization, for looking up exact names and the nearest to a wrong one. */
export class NameList {
  readonly #names: ReadonlySet<string>;
  readonly #sameLetters = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    this.#names = new Set(names.map((name) => name.normalize('NFC').trim()));
    for (const name of this.#names) {
      const alike = this.#sameLetters.get(lettersOf(name));
      if (alike) alike.push(name);
      else this.#sameLetters.set(lettersOf(name), [name]);
    }
  }

  /** Null for a name that is in the list; otherwise what is nearest to it. */
  unknown(name: string): UnknownName | null {
    if (this.#names.has(name)) return null;
    const alike = this.#sameLetters.get(lettersOf(name)) ?? [];
    const [nearest = this.#nearest(name)] = alike;
    return { name, nearest, sameLetters: alike.length === 1 };
  }

  #nearest(name: string): string | null {
    if (this.#names.has(name + DEFAULT_ROLE_ENDING)) return name + DEFAULT_ROLE_ENDING;
    return nearestOf(name, [...this.#names].slice(0, MOST_COMPARED));
  }
}

/** What remains of a name when case and spaces are put aside. */
function lettersOf(name: string): string {
  return name.replace(/\s/g, '').toLowerCase();
}

/** The name that a text is most likely a slip of: a third of its letters may differ, at most three; null if none. */
export function nearestOf(text: string, names: Iterable<string>): string | null {
  if (text.length > LONGEST_COMPARED) return null;
  const wanted = text.toLowerCase();
  let best: string | null = null;
  let least = Math.min(3, Math.floor(text.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const steps = distance(wanted, name.toLowerCase());
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}
