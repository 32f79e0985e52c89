/** A further point where there is most room, on the line as it is: the curve stays what it was until the point is moved. */
export function withPoint(curve) {
  if (curve.length < 2) {
    const [x, y] = curve[0] ?? [0, 0];
    return [...curve, [x + 1, y]];
  }
  const gaps = curve.slice(1).map(([x], index) => x - curve[index][0]);
  const widest = gaps.indexOf(Math.max(...gaps));
  const [[fromX, fromY], [toX, toY]] = curve.slice(widest, widest + 2);
  const middle = (from, to) => Number(((from + to) / 2).toFixed(4));
  return curve.toSpliced(widest + 1, 0, [middle(fromX, toX), middle(fromY, toY)]);
}

export const withoutPoint = (curve, index) => curve.toSpliced(index, 1);
