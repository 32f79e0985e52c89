package io.holdfast.scoring.fit;

import io.holdfast.scoring.health.Apportionment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ideal customer, as weighted criteria.
 *
 * @param good from this score on a fit is good
 * @param fair from this score on it is fair
 * @param leastCoverage with less of the weight known there is no verdict, unless a required
 *     criterion failed
 */
public record FitProfile(
    List<FitCriterion> criteria, BigDecimal good, BigDecimal fair, BigDecimal leastCoverage) {

  private static final BigDecimal WHOLE = new BigDecimal("100.00");

  public FitProfile {
    // in one order, so that rounding does not depend on the order they were given in
    criteria = criteria.stream().sorted(Comparator.comparing(FitCriterion::key)).toList();
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("A profile needs at least one criterion");
    }
    Set<String> keys = new HashSet<>();
    for (FitCriterion criterion : criteria) {
      if (!keys.add(criterion.key())) {
        throw new IllegalArgumentException(
            "Two criteria have the key '%s'".formatted(criterion.key()));
      }
    }
    BigDecimal sum =
        criteria.stream().map(FitCriterion::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "The weights sum to %s; they must sum to 1"
              .formatted(sum.stripTrailingZeros().toPlainString()));
    }
    if (fair.signum() <= 0 || fair.compareTo(good) >= 0 || good.compareTo(WHOLE) > 0) {
      throw new IllegalArgumentException(
          "The thresholds must be 0 < 'fair' < 'good' <= 100, not %s and %s"
              .formatted(fair.toPlainString(), good.toPlainString()));
    }
    if (leastCoverage.signum() < 0 || leastCoverage.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("'leastCoverage' must be a share, from 0 to 1");
    }
  }

  private record Looked(FitCriterion criterion, Optional<Requirement.Finding> finding) {}

  /** What is not known gives its weight to what is. */
  public Fit check(Company company) {
    List<Looked> looked =
        criteria.stream()
            .map(one -> new Looked(one, one.requirement().look(company, one.attribute())))
            .toList();
    BigDecimal known =
        looked.stream()
            .filter(one -> one.finding().isPresent())
            .map(one -> one.criterion().weight())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> most = mostPoints(looked, known);
    List<FitReason> reasons = new ArrayList<>();
    BigDecimal score = BigDecimal.ZERO.setScale(2);
    for (int i = 0; i < looked.size(); i++) {
      FitReason reason = reason(looked.get(i), most.get(i));
      reasons.add(reason);
      score = score.add(reason.points());
    }
    return new Fit(
        known.signum() == 0 ? Optional.empty() : Optional.of(score),
        verdict(score, known, reasons),
        known,
        reasons);
  }

  private static List<BigDecimal> mostPoints(List<Looked> looked, BigDecimal known) {
    List<BigDecimal> parts =
        looked.stream()
            .map(
                one ->
                    one.finding().isEmpty()
                        ? BigDecimal.ZERO
                        : one.criterion()
                            .weight()
                            .multiply(WHOLE)
                            .divide(known, MathContext.DECIMAL64))
            .toList();
    return known.signum() == 0
        ? parts.stream().map(part -> part.setScale(2)).toList()
        : Apportionment.of(WHOLE, parts);
  }

  private static FitReason reason(Looked looked, BigDecimal most) {
    FitCriterion criterion = looked.criterion();
    String what = criterion.attribute().words();
    return looked
        .finding()
        .map(
            finding -> {
              BigDecimal points =
                  most.multiply(BigDecimal.valueOf(finding.met()))
                      .divide(BigDecimal.valueOf(finding.of()), 2, RoundingMode.HALF_UP);
              FitReason.State state =
                  finding.whole()
                      ? FitReason.State.MET
                      : finding.met() == 0 || criterion.required()
                          ? FitReason.State.FAILED
                          : FitReason.State.PARTLY;
              boolean stops = criterion.required() && state == FitReason.State.FAILED;
              return new FitReason(
                  criterion,
                  state,
                  points,
                  most,
                  "%s %s%s: %s of %s points"
                      .formatted(
                          what,
                          finding.evidence(),
                          stops ? ", which is required" : "",
                          points.toPlainString(),
                          most.toPlainString()));
            })
        .orElseGet(
            () ->
                new FitReason(
                    criterion,
                    FitReason.State.UNKNOWN,
                    most,
                    most,
                    what
                        + " is not known%s; its weight is shared among what is known"
                            .formatted(
                                criterion.required() ? " and required, so no fit is good" : "")));
  }

  private FitVerdict verdict(BigDecimal score, BigDecimal known, List<FitReason> reasons) {
    if (reasons.stream().anyMatch(one -> one.required(FitReason.State.FAILED))) {
      return FitVerdict.BAD;
    }
    if (known.signum() == 0 || known.compareTo(leastCoverage) < 0) {
      return FitVerdict.UNKNOWN;
    }
    if (score.compareTo(fair) < 0) {
      return FitVerdict.BAD;
    }
    boolean open = reasons.stream().anyMatch(one -> one.required(FitReason.State.UNKNOWN));
    return score.compareTo(good) >= 0 && !open ? FitVerdict.GOOD : FitVerdict.FAIR;
  }
}
