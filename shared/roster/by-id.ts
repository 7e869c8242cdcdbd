/**
 * Values by row id. Ids count up from 1, so a list does it: quicker than a `Map` to fill and to ask, and no slower where
 * the same id comes and goes again and again, as it does while the same edit is done and undone.
 */
export class ById<Value> {
  readonly #values: (Value | undefined)[] = [];

  get(id: number): Value | undefined {
    return this.#values[id];
  }

  has(id: number): boolean {
    return this.#values[id] !== undefined;
  }

  set(id: number, value: Value): void {
    // A list without gaps is the quickest.
    while (this.#values.length < id) this.#values.push(undefined);
    this.#values[id] = value;
  }

  delete(id: number): void {
    if (this.has(id)) this.#values[id] = undefined;
  }

  /** The ids that have a value, in the order in which they were given. */
  *keys(): Generator<number, void> {
    for (let id = 0; id < this.#values.length; id += 1) if (this.has(id)) yield id;
  }

  clear(): void {
    this.#values.length = 0;
  }
}
