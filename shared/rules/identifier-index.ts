import { cleaned } from './cell-rules/clean-text.ts';
import { emailKey } from './cell-rules/email.ts';

/** People by what identifies them: their email address as `emailKey` has it, and their employee ID as it is compared. */
export class IdentifierIndex<Person> {
  readonly #byEmail = new ByValue<Person>();
  readonly #byId = new ByValue<Person>();

  /** An identifier that is empty names nobody. */
  add(person: Person, { email, employeeId }: Identifiers): void {
    this.#byEmail.add(email, person);
    this.#byId.add(employeeId, person);
  }

  clear(): void {
    this.#byEmail.clear();
    this.#byId.clear();
  }

  /** By `emailKey`, in the order in which they were added. */
  byEmail(key: string): readonly Person[] {
    return this.#byEmail.get(key);
  }

  /** By the ID as it is compared, in the order in which they were added. */
  byId(id: string): readonly Person[] {
    return this.#byId.get(id);
  }
}

/** What identifies someone, as it is compared; empty where there is none. */
export interface Identifiers {
  readonly email: string;
  readonly employeeId: string;
}

/** What identifies someone who has these texts. */
export function identifiersOf({ email, employeeId }: Identifiers): Identifiers {
  return { email: emailKey(email), employeeId: cleaned(employeeId) };
}

/** People by one value. Nearly every value is one person’s: a list for each would be half a million of them to collect. */
class ByValue<Person> {
  readonly #first = new Map<string, Person>();
  /** Everybody who has it, where several people do. */
  readonly #several = new Map<string, Person[]>();

  add(value: string, person: Person): void {
    if (value === '') return;
    const first = this.#first.get(value);
    if (first === undefined) {
      this.#first.set(value, person);
      return;
    }
    const several = this.#several.get(value);
    if (several) several.push(person);
    else this.#several.set(value, [first, person]);
  }

  get(value: string): readonly Person[] {
    const first = this.#first.get(value);
    return first === undefined ? [] : (this.#several.get(value) ?? [first]);
  }

  clear(): void {
    this.#first.clear();
    this.#several.clear();
  }
}
