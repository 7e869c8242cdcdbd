const STEPS: Readonly<Record<string, (active: number, count: number, page: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active, _, page) => active + page,
  PageUp: (active, _, page) => active - page,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Where a key leads in a list of so many lines, of which a page of some are in sight: a place that may lie outside of it.
 * Null for a key that leads nowhere.
 */
export function listStep(key: string, active: number, count: number, page: number): number | null {
  return STEPS[key]?.(active, count, page) ?? null;
}
