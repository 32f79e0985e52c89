const WORDS = 84;
const CLEAR = 110;

/**
 * On which side of its ring the words about an earlier score stand, in a column of so many pixels for 0 to 100:
 * null where they would lie over the bar of the score or leave the column.
 */
export function ghostSide(before, score, width) {
  const px = width / 100;
  if (before < score) {
    return null;
  }
  if ((100 - before) * px >= WORDS) {
    return 'right';
  }
  return (before - score) * px >= CLEAR ? 'left' : null;
}
