package io.holdfast.scoring.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rounds parts so that they sum to a whole exactly as printed: each is rounded down to the whole's
 * decimals, and the remaining units go to the largest remainders, earlier parts first.
 */
public final class Apportionment {

  private Apportionment() {}

  public static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> parts) {
    int scale = whole.scale();
    List<BigDecimal> floors = new ArrayList<>();
    BigDecimal left = whole;
    for (BigDecimal part : parts) {
      BigDecimal floor = part.setScale(scale, RoundingMode.FLOOR);
      floors.add(floor);
      left = left.subtract(floor);
    }
    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
    List<Integer> order = byRemainder(parts, floors);
    for (int i = 0; left.signum() > 0 && !order.isEmpty(); i++) {
      int next = order.get(i % order.size());
      floors.set(next, floors.get(next).add(unit));
      left = left.subtract(unit);
    }
    for (int i = order.size() - 1; left.signum() < 0; i = i == 0 ? order.size() - 1 : i - 1) {
      int next = order.get(i);
      floors.set(next, floors.get(next).subtract(unit));
      left = left.add(unit);
    }
    return floors;
  }

  private static List<Integer> byRemainder(List<BigDecimal> parts, List<BigDecimal> floors) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).signum() != 0) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparing((Integer i) -> parts.get(i).subtract(floors.get(i))).reversed());
    return order;
  }
}
