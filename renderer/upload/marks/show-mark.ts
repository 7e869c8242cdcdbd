import type { MarkLook } from './row-mark.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws a mark into an element of the grid, with its meaning as tooltip and for screen readers. */
export function showMark(element: HTMLElement, look: MarkLook): void {
  const { label, tone, strokes } = look;
  element.className = 'row-mark';
  element.dataset['tone'] = tone;
  element.title = label;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', strokes);
  icon.append(path);
  element.replaceChildren(icon);
}

/** Takes a mark away again. */
export function hideMark(element: HTMLElement): void {
  element.replaceChildren();
  delete element.dataset['tone'];
  element.removeAttribute('title');
}
