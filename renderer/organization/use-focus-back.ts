import { type RefObject, useEffect, useRef } from 'react';

/** For what gives way to something else: it takes the focus back when that has gone, unless the focus is elsewhere by then. */
export function useFocusBack(isAway: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !isAway && isFocusLost()) button.current?.focus();
    wasAway.current = isAway;
  }, [isAway]);
  return button;
}

/** Gives the focus to an element that takes the place of the one that had it; for `ref`. */
export function focusIfLost(element: HTMLElement | null): void {
  if (isFocusLost()) element?.focus();
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
