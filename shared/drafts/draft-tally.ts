import { MAX_STEPS } from '../roster/history.ts';

/** Counts what is unsaved in a draft by the kinds of its records alone. */
export class DraftTally {
  /** Steps done and undone, by number; 0 is the roster as it was opened. */
  #done: number[] = [];
  #undone: number[] = [];
  #saved = 0;
  #steps = 0;

  take(kind: string): void {
    switch (kind) {
      case 'past':
      case 'step':
        this.#done.push((this.#steps += 1));
        if (this.#done.length > MAX_STEPS) this.#done.shift();
        this.#undone = [];
        return;
      case 'undo':
        this.#move(this.#done, this.#undone);
        return;
      case 'redo':
        this.#move(this.#undone, this.#done);
        return;
      case 'saved':
        this.#saved = this.#last;
    }
  }

  /** Whether a step was told, before which a draft holds nothing that its file does not. */
  get hasSteps(): boolean {
    return this.#steps > 0;
  }

  get isUnsaved(): boolean {
    return this.#last !== this.#saved;
  }

  /** Steps that are not on disk; 0 where only steps were undone since it was saved. */
  get changes(): number {
    return this.#done.filter((step) => step > this.#saved).length;
  }

  get #last(): number {
    return this.#done.at(-1) ?? 0;
  }

  #move(from: number[], to: number[]): void {
    const step = from.pop();
    if (step !== undefined) to.push(step);
  }
}
