package io.holdfast.scoring.change;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far each signal moved a weighted mean from one set of scores to another.
 *
 * <p>A signal with data at both ends counts with the mean of its two weights times the change of
 * its score. One that came to have data, or has none any more, counts with what that did to the
 * mean: averaged over the others' scores before and after, and over both orders in which several
 * may have come and gone. Nothing is left over, since the mean is linear in the scores.
 *
 * @param moved unrounded points of the signals with data at both ends
 * @param cameOrWent unrounded points of those with data at one end only
 */
record Drift(Map<String, BigDecimal> moved, Map<String, BigDecimal> cameOrWent) {

  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  static Drift between(
      Map<String, BigDecimal> before, Map<String, BigDecimal> after, WeightedMean mean) {
    Set<String> stayed = new TreeSet<>(before.keySet());
    stayed.retainAll(after.keySet());
    Map<String, BigDecimal> weightsBefore = mean.weights(before.keySet());
    Map<String, BigDecimal> weightsAfter = mean.weights(after.keySet());
    Map<String, BigDecimal> moved = new TreeMap<>();
    for (String signal : stayed) {
      BigDecimal weight = of(weightsBefore, signal).add(of(weightsAfter, signal));
      BigDecimal rise = of(after, signal).subtract(of(before, signal));
      moved.put(signal, weight.multiply(rise).divide(BigDecimal.TWO, EXACT));
    }
    return new Drift(moved, cameOrWent(before, after, stayed, mean));
  }

  private static Map<String, BigDecimal> cameOrWent(
      Map<String, BigDecimal> before,
      Map<String, BigDecimal> after,
      Set<String> stayed,
      WeightedMean mean) {
    List<String> toggled = toggled(before, after);
    Map<String, BigDecimal> points = new TreeMap<>();
    for (Map<String, BigDecimal> others : List.of(before, after)) {
      for (List<String> order : List.of(toggled, reversed(toggled, before))) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        before.forEach(
            (signal, score) ->
                scores.put(signal, stayed.contains(signal) ? of(others, signal) : score));
        for (String signal : order) {
          BigDecimal with = mean.of(scores);
          if (scores.remove(signal) == null) {
            scores.put(signal, of(after, signal));
          }
          BigDecimal step = mean.of(scores).subtract(with).multiply(QUARTER);
          points.merge(signal, step, BigDecimal::add);
        }
      }
    }
    return points;
  }

  /** Those that came before those that went, so that there are always some with data. */
  private static List<String> toggled(
      Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
    Set<String> toggled = new LinkedHashSet<>(new TreeSet<>(after.keySet()));
    toggled.removeAll(before.keySet());
    Set<String> went = new TreeSet<>(before.keySet());
    went.removeAll(after.keySet());
    toggled.addAll(went);
    return List.copyOf(toggled);
  }

  private static List<String> reversed(List<String> toggled, Map<String, BigDecimal> before) {
    List<String> order = new ArrayList<>();
    toggled.reversed().stream().filter(signal -> !before.containsKey(signal)).forEach(order::add);
    toggled.reversed().stream().filter(before::containsKey).forEach(order::add);
    return order;
  }

  private static BigDecimal of(Map<String, BigDecimal> numbers, String signal) {
    return Objects.requireNonNull(numbers.get(signal), signal);
  }
}
