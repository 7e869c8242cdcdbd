/** Turns every line break (CR LF, CR) into LF, the one form that a cell holds and the reader splits at. */
export function normalizeLineBreaks(text: string): string {
  if (!text.includes('\r')) return text;
  const joined = text.replaceAll('\r\n', '\n');
  return joined.includes('\r') ? joined.replaceAll('\r', '\n') : joined;
}

/** Where a slice of at most `most` code units from a place ends: never between the two halves of a character beyond U+FFFF. */
export function sliceEnd(text: string, from: number, most: number): number {
  const end = Math.min(from + most, text.length);
  const last = text.charCodeAt(end - 1);
  return end < text.length && end > from + 1 && last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

/** A text in slices of at most `most` code units. */
export function* slicesOf(text: string, most: number): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = sliceEnd(text, from, most);
    yield text.slice(from, end);
    from = end;
  }
}

/** Characters of text in one call, and so the longest task a call makes on the window's thread. */
export const TEXT_SLICE = 1 << 18;

const NOT_ASCII = /[^\0-\x7f]/;

/** A text as typing is compared with it: without case and accents, so that “jose” finds José. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return NOT_ASCII.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
}

/** The value of a JSON text, yet to be checked by a schema; undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
