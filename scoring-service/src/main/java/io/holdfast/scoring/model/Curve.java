package io.holdfast.scoring.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** From a signal's measure to 0–100 points, level outside of its points. */
public record Curve(List<Point> points, Shape shape) {

  /** What lies between two points. */
  public enum Shape {
    /** A straight line. */
    LINEAR,
    /** The points of the left one, up to the next. */
    STEP
  }

  /** {@code x} in the signal's own measure, {@code y} from 0 to 100. */
  public record Point(BigDecimal x, BigDecimal y) {

    public Point {
      if (y.signum() < 0 || y.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("A curve runs from 0 to 100, not to " + y);
      }
    }
  }

  public Curve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A curve has at least one point");
    }
    misplaced(points).values().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
  }

  /** Which points no curve could have there, by their places, and why. */
  public static SortedMap<Integer, String> misplaced(List<Point> points) {
    SortedMap<Integer, String> misplaced = new TreeMap<>();
    int direction = 0;
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point point = points.get(i);
      int step = point.y().compareTo(before.y());
      if (point.x().compareTo(before.x()) <= 0) {
        misplaced.put(i, "A curve's x grow: " + point.x() + " follows " + before.x());
      } else if (step * direction < 0) {
        misplaced.put(i, "A curve goes one way: its points rise all along or fall all along");
      }
      direction = step == 0 ? direction : step;
    }
    return misplaced;
  }

  /** The points for a measure, in hundredths. */
  public BigDecimal at(BigDecimal x) {
    Point left = points.getFirst();
    for (Point right : points) {
      if (x.compareTo(right.x()) < 0) {
        return right == left || shape == Shape.STEP
            ? hundredths(left.y())
            : between(left, right, x);
      }
      left = right;
    }
    return hundredths(left.y());
  }

  private static BigDecimal between(Point left, Point right, BigDecimal x) {
    BigDecimal rise = right.y().subtract(left.y()).multiply(x.subtract(left.x()));
    BigDecimal run = right.x().subtract(left.x());
    return left.y().add(rise.divide(run, 2, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal hundredths(BigDecimal y) {
    return y.setScale(2, RoundingMode.HALF_EVEN);
  }
}
