import { distance } from 'fastest-levenshtein';

/** Letters that may differ, two that changed places counting as one: one in short texts, two in longer ones. */
const MAX_STEPS = 2;
const MIN_LENGTH = 3;
const MIN_LENGTH_FOR_TWO = 8;
const MAX_LENGTH = 100;

/** Parts that a text is cut into: where at most `MAX_STEPS` letters differ, one of them is in both texts unchanged. */
const PARTS = MAX_STEPS + 1;

/** Texts with the same part that are compared letter by letter; of more the first ones, so that no search gets long. */
const MAX_COMPARED = 300;

/** A text that is near to another, and in how many letters they differ. */
export interface Near {
  readonly text: string;
  readonly steps: number;
}

/**
 * Texts that are found by one that differs in a letter or two, without comparing it with each: every text is filed
 * under its three parts with its length, and a search asks for the parts that such a text would have (Li and others,
 * “Pass-Join”, VLDB 2011). Digits are no letters: texts with other digits are never near, 5001 is not 1001.
 */
export class NearIndex {
  readonly #byPart = new Map<string, string[]>();
  readonly #counts = new Map<string, number>();

  /** A text may be added more than once, and is gone when it was removed as often. */
  add(text: string): void {
    const count = this.#counts.get(text) ?? 0;
    this.#counts.set(text, count + 1);
    if (count > 0) return;
    for (const key of partsOf(text)) {
      const texts = this.#byPart.get(key);
      if (texts) texts.push(text);
      else this.#byPart.set(key, [text]);
    }
  }

  remove(text: string): void {
    const count = this.#counts.get(text) ?? 0;
    if (count > 1) this.#counts.set(text, count - 1);
    if (count !== 1) return;
    this.#counts.delete(text);
    for (const key of partsOf(text)) {
      const left = this.#byPart.get(key)?.filter((other) => other !== text) ?? [];
      if (left.length === 0) this.#byPart.delete(key);
      else this.#byPart.set(key, left);
    }
  }

  /** The texts that differ from this one in as few letters as any does, in order; the text itself is none. */
  find(wanted: string): readonly Near[] {
    let least = allowed(wanted);
    let found: Near[] = [];
    for (const text of this.#candidates(wanted)) {
      const steps = stepsBetween(wanted, text);
      if (steps > Math.min(least, allowed(text)) || steps === 0) continue;
      if (steps < least) [least, found] = [steps, []];
      found.push({ text, steps });
    }
    return found
      .filter(({ steps }) => steps === least)
      .sort((one, other) => (one.text < other.text ? -1 : 1));
  }

  #candidates(wanted: string): ReadonlySet<string> {
    const candidates = new Set<string>();
    if (allowed(wanted) === 0) return candidates;
    const digits = digitsOf(wanted);
    const { length } = wanted;
    for (let size = Math.max(MIN_LENGTH, length - MAX_STEPS); size <= length + MAX_STEPS; size += 1)
      for (const key of keysSought(wanted, size, digits))
        for (const text of this.#byPart.get(key)?.slice(0, MAX_COMPARED) ?? []) candidates.add(text);
    return candidates;
  }
}

/** How many letters may differ from a text of this length. */
function allowed({ length }: string): number {
  if (length < MIN_LENGTH || length > MAX_LENGTH) return 0;
  return length < MIN_LENGTH_FOR_TWO ? 1 : MAX_STEPS;
}

/** More than `MAX_STEPS` where the texts are not near; else as people make slips: two letters that changed places are one. */
function stepsBetween(one: string, other: string): number {
  const steps = distance(one, other);
  return steps === 2 && isSwapped(one, other) ? 1 : steps;
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

function digitsOf(text: string): string {
  return text.replace(/[^\p{Nd}]+/gu, '');
}

/** Where a part begins in a text of a size; the part after the last begins at its end. */
function startOf(part: number, size: number): number {
  return Math.floor((part * size) / PARTS);
}

function* partsOf(text: string): Generator<string> {
  const size = text.length;
  if (size < MIN_LENGTH || size > MAX_LENGTH) return;
  const digits = digitsOf(text);
  for (let part = 0; part < PARTS; part += 1)
    yield keyOf(size, part, text.slice(startOf(part, size), startOf(part + 1, size)), digits);
}

/** The parts that a text of a size has one of, if it is near to the wanted one. */
function* keysSought(wanted: string, size: number, digits: string): Generator<string> {
  const longer = wanted.length - size;
  for (let part = 0; part < PARTS; part += 1) {
    const start = startOf(part, size);
    const length = startOf(part + 1, size) - start;
    // Letters that came or went before the part move it; those after it must make up for the difference in length.
    const [before, after] = [part, MAX_STEPS - part];
    const from = Math.max(0, start - before, start + longer - after);
    const to = Math.min(wanted.length - length, start + before, start + longer + after);
    for (let at = from; at <= to; at += 1) yield keyOf(size, part, wanted.slice(at, at + length), digits);
  }
}

function keyOf(size: number, part: number, text: string, digits: string): string {
  return `${size} ${part} ${digits} ${text}`;
}
