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
  /** By length and digits, the texts by each of their parts: a search for another length or other digits ends here. */
  readonly #byShape = new Map<string, readonly Map<string, string[]>[]>();
  readonly #counts = new Map<string, number>();

  /** A text may be added more than once, and is gone when it was removed as often. */
  add(text: string): void {
    const count = this.#counts.get(text) ?? 0;
    this.#counts.set(text, count + 1);
    if (count > 0 || !isFiled(text)) return;
    const shape = shapeOf(text.length, digitsOf(text));
    const parts =
      this.#byShape.get(shape) ?? Array.from({ length: PARTS }, () => new Map<string, string[]>());
    this.#byShape.set(shape, parts);
    for (const [part, byPart] of parts.entries()) {
      const key = partOf(text, part);
      const texts = byPart.get(key);
      if (texts) texts.push(text);
      else byPart.set(key, [text]);
    }
  }

  remove(text: string): void {
    const count = this.#counts.get(text) ?? 0;
    if (count > 1) this.#counts.set(text, count - 1);
    if (count !== 1) return;
    this.#counts.delete(text);
    for (const [part, byPart] of this.#byShape.get(shapeOf(text.length, digitsOf(text)))?.entries() ?? []) {
      const key = partOf(text, part);
      const left = byPart.get(key)?.filter((other) => other !== text) ?? [];
      if (left.length === 0) byPart.delete(key);
      else byPart.set(key, left);
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
    for (let size = Math.max(MIN_LENGTH, length - MAX_STEPS); size <= length + MAX_STEPS; size += 1) {
      const parts = this.#byShape.get(shapeOf(size, digits));
      for (const [part, byPart] of parts?.entries() ?? [])
        addWithPart(candidates, byPart, wanted, size, part);
    }
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

/** What texts have in common that may be near to the same text. */
function shapeOf(size: number, digits: string): string {
  return `${size} ${digits}`;
}

/** Where a part begins in a text of a size; the part after the last begins at its end. */
function startOf(part: number, size: number): number {
  return Math.floor((part * size) / PARTS);
}

function isFiled({ length }: string): boolean {
  return length >= MIN_LENGTH && length <= MAX_LENGTH;
}

function partOf(text: string, part: number): string {
  return text.slice(startOf(part, text.length), startOf(part + 1, text.length));
}

/** Adds the texts of a size that have one of their parts in common with the wanted one, where it would be if they are near. */
function addWithPart(
  candidates: Set<string>,
  byPart: ReadonlyMap<string, readonly string[]>,
  wanted: string,
  size: number,
  part: number,
): void {
  const longer = wanted.length - size;
  const start = startOf(part, size);
  const length = startOf(part + 1, size) - start;
  // Letters that came or went before the part move it; those after it must make up for the difference in length.
  const [before, after] = [part, MAX_STEPS - part];
  const from = Math.max(0, start - before, start + longer - after);
  const to = Math.min(wanted.length - length, start + before, start + longer + after);
  for (let at = from; at <= to; at += 1) {
    const texts = byPart.get(wanted.slice(at, at + length));
    for (let place = 0; texts && place < texts.length && place < MAX_COMPARED; place += 1)
      candidates.add(texts[place] ?? '');
  }
}
