const NOT_ASCII = /[^\0-\x7f]/;

/** A text as typing is compared with it: without case and accents, so that “jose” finds José. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return NOT_ASCII.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
}
