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
