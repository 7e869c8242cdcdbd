import { Buckets } from '../matching/buckets.ts';
import { emailKey } from './cell-rules/email.ts';
import { idKey } from './cell-rules/employee-id.ts';

/** People by what identifies them: their email address as `emailKey` has it, and their employee ID as it is compared. */
export class IdentifierIndex<Person> {
  readonly #byEmail = new Buckets<Person>();
  readonly #byId = new Buckets<Person>();

  /** An identifier that is empty names nobody. */
  add(person: Person, { email, employeeId }: Identifiers): void {
    if (email !== '') this.#byEmail.add(email, person);
    if (employeeId !== '') this.#byId.add(employeeId, person);
  }

  clear(): void {
    this.#byEmail.clear();
    this.#byId.clear();
  }

  /** By `emailKey`, in the order in which they were added. */
  byEmail(key: string): readonly Person[] {
    return this.#byEmail.of(key);
  }

  /** By the ID as it is compared, in the order in which they were added. */
  byId(id: string): readonly Person[] {
    return this.#byId.of(id);
  }
}

/** What identifies someone, as it is compared; empty where there is none. */
export interface Identifiers {
  readonly email: string;
  readonly employeeId: string;
}

/** What identifies someone who has these texts. */
export function identifiersOf({ email, employeeId }: Identifiers): Identifiers {
  return { email: emailKey(email), employeeId: idKey(employeeId) };
}
