const GAP = 8;
const EDGE = 12;
/** The top bar stays in sight. */
const TOP = 56;

/**
 * Where a panel goes that tells of an anchor without covering it: to its right, or below it, or above it.
 * Rectangles in pixels of the view.
 */
export function placeOf(anchor, panel, view) {
  const lowest = Math.max(TOP, view.height - panel.height - EDGE);
  const inView = (top) => Math.min(Math.max(TOP, top), lowest);
  const beside = anchor.right + GAP;
  if (beside + panel.width <= view.width - EDGE) {
    return {left: beside, top: inView(anchor.top)};
  }
  const left = Math.max(EDGE, Math.min(anchor.left, view.width - panel.width - EDGE));
  const below = anchor.bottom + GAP;
  return {left, top: below <= lowest ? below : inView(anchor.top - panel.height - GAP)};
}
