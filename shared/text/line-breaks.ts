/** Turns every line break (CR LF, CR) into LF, the one form that a cell holds and the reader splits at. */
export function normalizeLineBreaks(text: string): string {
  if (!text.includes('\r')) return text;
  const joined = text.replaceAll('\r\n', '\n');
  return joined.includes('\r') ? joined.replaceAll('\r', '\n') : joined;
}
