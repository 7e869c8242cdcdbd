/** The parts of the window in the order of F6; a part that is not shown is passed over. */
const PARTS = ['.toolbar', '.roster-grid', '.roster-problems', '.status'];
/** What a part gives the focus to, the best first. */
const TAKERS = ['.rc-grid-frame', '[role="tree"]', 'button:not(:disabled), [tabindex="0"]'];

/** Moves the focus to the next part of the window (1) or to the previous one (-1), round the end. */
export function goToPart(direction: 1 | -1): void {
  const parts = PARTS.map((selector) => document.querySelector<HTMLElement>(selector)).filter(
    (part) => part !== null,
  );
  const here = parts.findIndex((part) => part.contains(document.activeElement));
  const start = here < 0 ? (direction === 1 ? -1 : 0) : here;
  const next = parts[(start + direction + parts.length) % parts.length];
  if (next) takerOf(next).focus();
}

/** A part without controls takes the focus itself, so that it is read out. */
function takerOf(part: HTMLElement): HTMLElement {
  for (const selector of TAKERS) {
    const taker = part.querySelector<HTMLElement>(selector);
    if (taker) return taker;
  }
  part.tabIndex = -1;
  return part;
}
