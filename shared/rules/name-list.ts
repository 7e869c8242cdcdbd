import { distance } from 'fastest-levenshtein';
import { DEFAULT_ROLE_ENDING } from './assumptions.ts';
import type { UnknownName } from './facts.ts';

/** Longer texts are no misspelt name; comparing them would take time with their square. */
const LONGEST_COMPARED = 100;

/** Longer texts are no name in whatever case and with whatever spaces. */
const LONGEST_NAME = 10_000;

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
    if (name.length > LONGEST_NAME) return { name, nearest: null, sameLetters: false };
    const alike = this.#sameLetters.get(lettersOf(name)) ?? [];
    const [nearest = this.#acrossEnding(name) ?? this.#nearest(name)] = alike;
    return { name, nearest, sameLetters: alike.length === 1 };
  }

  /** The name that differs from this one in the ending of default roles, and at most in case and spaces beside it. */
  #acrossEnding(name: string): string | null {
    const letters = lettersOf(name);
    const other = letters.endsWith(ENDING) ? letters.slice(0, -ENDING.length) : letters + ENDING;
    return this.#sameLetters.get(other)?.[0] ?? null;
  }

  #nearest(name: string): string | null {
    const names = [...this.#names].slice(0, MOST_COMPARED);
    const nearest = nearestOf(name, names);
    if (nearest !== null) return nearest;
    // A slip beside the missing ending, or one too many, is near to the name without it.
    const plain = new Map(names.map((full) => [withoutEnding(full), full]));
    return plain.get(nearestOf(withoutEnding(name), plain.keys()) ?? '') ?? null;
  }
}

const ENDING = lettersOf(DEFAULT_ROLE_ENDING);

function withoutEnding(name: string): string {
  return name.toLowerCase().endsWith(DEFAULT_ROLE_ENDING.toLowerCase())
    ? name.slice(0, -DEFAULT_ROLE_ENDING.length)
    : name;
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
