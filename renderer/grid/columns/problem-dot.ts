import type { Severity } from '../../../shared/rules/problem.ts';

/** A dot that says “errors” by a solid disc and “warnings” by a ring, and both in words to a screen reader. */
export function showDot(dot: HTMLElement, severity: Severity | null, said: string): void {
  if (severity === null) {
    dot.className = 'rc-dot';
    dot.removeAttribute('role');
    dot.removeAttribute('aria-label');
    return;
  }
  dot.className = `rc-dot rc-dot-${severity}`;
  dot.setAttribute('role', 'img');
  dot.setAttribute('aria-label', said);
}
