import { foldText } from '../../fold-text.ts';
import type { Suggestion } from '../facts.ts';

interface Named {
  /** Null where several people have the name. */
  readonly suggestion: Suggestion | null;
  readonly manages: boolean;
}

/**
 * People by their names as lists of employees have them: “O’Brien, Siobhán”, “Siobhan Obrien”. Of people with the same
 * name, the one who can manage teams is meant.
 */
export class PeopleByName {
  readonly #named = new Map<string, Named>();

  add(name: string, suggestion: Suggestion, manages: boolean): void {
    const key = nameKey(name);
    if (key === '') return;
    const other = this.#named.get(key);
    if (other === undefined || (manages && !other.manages)) this.#named.set(key, { suggestion, manages });
    else if (other.manages === manages && other.suggestion?.value !== suggestion.value)
      this.#named.set(key, { suggestion: null, manages });
  }

  /** The only one who can be meant by a name; null where there is nobody, or more than one. */
  find(name: string): Suggestion | null {
    return name.length > LONGEST ? null : (this.#named.get(nameKey(name))?.suggestion ?? null);
  }
}

/** Characters of a text that may be somebody’s name. */
const LONGEST = 200;

/** The words of a name, whatever their order, case, accents and apostrophes. */
function nameKey(name: string): string {
  const plain = foldText(name).replace(/['’ʼ.]/g, '');
  const words = plain.split(/[\s,-]+/).filter((word) => word !== '');
  return words.sort().join(' ');
}
