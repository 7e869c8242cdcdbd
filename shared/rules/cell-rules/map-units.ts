/** What `mapUnits` leaves out. */
export const DROPPED = -1;

/** Code units made into text at once; engines take some tens of thousands as arguments. */
const SLICE = 1 << 13;

/**
 * A text with another code unit in place of each, or none (`DROPPED`). `map` is told a unit, its place and the one that
 * was written before it, `DROPPED` at the beginning. A pattern does the same in few letters, but takes ten times as long
 * where a text of a megabyte matches everywhere.
 */
export function mapUnits(text: string, map: (unit: number, at: number, before: number) => number): string {
  const units = new Uint16Array(text.length);
  let length = 0;
  let before = DROPPED;
  for (let at = 0; at < text.length; at += 1) {
    const unit = map(text.charCodeAt(at), at, before);
    if (unit === DROPPED) continue;
    units[length] = unit;
    before = unit;
    length += 1;
  }
  return textOfUnits(units, length);
}

/** The text of so many UTF-16 code units from the first on. */
export function textOfUnits(units: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += SLICE)
    text += textOf(units.subarray(from, Math.min(from + SLICE, length)));
  return text;
}

function textOf(units: Uint16Array): string {
  // `apply` takes anything with a length, but is typed for arrays alone; spreading units takes five times as long.
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
