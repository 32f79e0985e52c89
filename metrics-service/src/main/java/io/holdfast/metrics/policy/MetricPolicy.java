package io.holdfast.metrics.policy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How revenue is counted.
 *
 * @param name of the preset, e.g. {@code holdfast}
 * @param factors from a price per interval to a month
 * @param unpaidStatuses statuses of a contract phase during which it is worth nothing
 * @param endedStatuses statuses that end a phase without a date on the day they became known
 * @param pastDueDays days after its due date for which an unpaid invoice leaves revenue counted
 * @param lapsedDays days after its renewal date for which an undecided contract counts
 */
public record MetricPolicy(
    String name,
    int version,
    Map<Interval, Fraction> factors,
    Set<String> unpaidStatuses,
    Set<String> endedStatuses,
    int pastDueDays,
    int lapsedDays) {

  public MetricPolicy {
    if (name.isBlank() || version < 1) {
      throw new IllegalArgumentException("a policy has a name and a version from 1");
    }
    if (!factors.keySet().equals(EnumSet.allOf(Interval.class))) {
      throw new IllegalArgumentException("a policy has one factor for each interval");
    }
    if (pastDueDays < 0 || lapsedDays < 0) {
      throw new IllegalArgumentException("days are counted from 0");
    }
    factors = Map.copyOf(factors);
    unpaidStatuses = Set.copyOf(unpaidStatuses);
    endedStatuses = Set.copyOf(endedStatuses);
  }

  public Fraction factor(Interval interval) {
    Fraction factor = factors.get(interval);
    if (factor == null) {
      throw new IllegalStateException("no factor for " + interval);
    }
    return factor;
  }
}
