/** Lists of people by a key. Most keys are one person’s: a list for each would be hundreds of thousands to collect. */
export class Buckets<Someone> {
  readonly #one = new Map<string, Someone>();
  /** Everybody who has a key, where several people do. */
  readonly #several = new Map<string, Someone[]>();

  add(key: string, person: Someone): void {
    const first = this.#one.get(key);
    if (first === undefined) {
      this.#one.set(key, person);
      return;
    }
    const several = this.#several.get(key);
    if (several) several.push(person);
    else this.#several.set(key, [first, person]);
  }

  remove(key: string, person: Someone): void {
    const left = this.of(key).filter((other) => other !== person);
    const [first] = left;
    if (first === undefined) this.#one.delete(key);
    else this.#one.set(key, first);
    if (left.length > 1) this.#several.set(key, left);
    else this.#several.delete(key);
  }

  clear(): void {
    this.#one.clear();
    this.#several.clear();
  }

  /** In the order in which they were added. */
  of(key: string): readonly Someone[] {
    const one = this.#one.get(key);
    return one === undefined ? [] : (this.#several.get(key) ?? [one]);
  }
}
