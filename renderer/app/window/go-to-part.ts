/** The parts of the window in the order of F6; a part that is not shown is passed over. */
const PARTS = [
  '.toolbar',
  '[data-part="notices"]',
  '.rc-grid-frame',
  '.roster-problems',
  '.roster-upload',
  '.organization-view',
  '[data-part="find"]',
  '[data-part="filter"]',
  '.status',
];
/** What a part gives the focus to, the best first. */
const TAKERS = ['[role="tree"]', 'input, button:not(:disabled), [tabindex="0"]'];

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

/** Gives the focus to the grid's active cell, unless the grid has it or is not shown. */
export function goToGrid(): void {
  const grid = document.querySelector<HTMLElement>('.rc-grid-frame');
  if (grid?.contains(document.activeElement) === false) grid.focus();
}

/** A part without controls takes the focus itself, so that it is read out; the grid hands it on to its active cell. */
function takerOf(part: HTMLElement): HTMLElement {
  if (part.matches('.rc-grid-frame')) return part;
  for (const selector of TAKERS) {
    const taker = part.querySelector<HTMLElement>(selector);
    if (taker) return taker;
  }
  part.tabIndex = -1;
  return part;
}
