/** People by what identifies them: their email address as `emailKey` has it, and their employee ID as it is compared. */
export class IdentifierIndex<Person> {
  readonly #byEmail = new Map<string, Person[]>();
  readonly #byId = new Map<string, Person[]>();

  /** An identifier that is empty names nobody. */
  add(person: Person, { email, employeeId }: Identifiers): void {
    put(this.#byEmail, email, person);
    put(this.#byId, employeeId, person);
  }

  clear(): void {
    this.#byEmail.clear();
    this.#byId.clear();
  }

  /** By `emailKey`, in the order in which they were added. */
  byEmail(key: string): readonly Person[] {
    return this.#byEmail.get(key) ?? [];
  }

  /** By the ID as it is compared, in the order in which they were added. */
  byId(id: string): readonly Person[] {
    return this.#byId.get(id) ?? [];
  }
}

/** What identifies someone, as it is compared; empty where there is none. */
export interface Identifiers {
  readonly email: string;
  readonly employeeId: string;
}

function put<Person>(index: Map<string, Person[]>, key: string, person: Person): void {
  if (key === '') return;
  const people = index.get(key);
  if (people) people.push(person);
  else index.set(key, [person]);
}
