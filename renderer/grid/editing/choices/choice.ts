/** Something that can be chosen for a cell. */
export interface Choice {
  /** The text that the cell gets. */
  readonly value: string;
  /** What is shown, and what typing is compared with. */
  readonly name: string;
  /** More about it, in smaller letters; empty where there is nothing to say. */
  readonly detail: string;
  /** A few words beside the name, where the detail has a line of its own. */
  readonly note?: string;
}

/** The choices for what was typed, best first, and how many there are beyond those. */
export interface Offer {
  readonly choices: readonly Choice[];
  readonly more: number;
}

/** A choice that is called as it is written. */
export function plainChoice(value: string, detail = ''): Choice {
  return { value, name: value, detail };
}
