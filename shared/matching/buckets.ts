/** Somebody who shares a key with others. */
class Several<Someone> {
  readonly all: Someone[];

  constructor(...all: Someone[]) {
    this.all = all;
  }
}

/** Lists of people by a key. Most keys are one person’s: a list for each would be hundreds of thousands to collect. */
export class Buckets<Someone> {
  readonly #byKey = new Map<string, Someone | Several<Someone>>();

  add(key: string, person: Someone): void {
    const there = this.#byKey.get(key);
    if (there === undefined) this.#byKey.set(key, person);
    else if (there instanceof Several) there.all.push(person);
    else this.#byKey.set(key, new Several(there, person));
  }

  remove(key: string, person: Someone): void {
    const [first, ...others] = this.of(key).filter((other) => other !== person);
    if (first === undefined) this.#byKey.delete(key);
    else this.#byKey.set(key, others.length === 0 ? first : new Several(first, ...others));
  }

  clear(): void {
    this.#byKey.clear();
  }

  /** In the order in which they were added. */
  of(key: string): readonly Someone[] {
    const there = this.#byKey.get(key);
    if (there === undefined) return [];
    return there instanceof Several ? there.all : [there];
  }
}
