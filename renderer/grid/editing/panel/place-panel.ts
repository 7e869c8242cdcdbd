/** A box in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between a panel and its cell, and between a panel and the window's edge. */
const GAP = 2;
const EDGE = 8;

/**
 * Where a panel of a size stands beside an editor: below it, above it where there is more room, never past the window's
 * sides; `height` is what there is room for.
 */
export function placePanel(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number; readonly height: number } {
  const below = window.height - EDGE - anchor.bottom - GAP;
  const above = anchor.top - GAP - EDGE;
  const isBelow = size.height <= below || below >= above;
  const height = Math.max(0, Math.min(size.height, isBelow ? below : above));
  return {
    left: Math.max(EDGE, Math.min(anchor.left, window.width - EDGE - size.width)),
    top: isBelow ? anchor.bottom + GAP : anchor.top - GAP - height,
    height,
  };
}
