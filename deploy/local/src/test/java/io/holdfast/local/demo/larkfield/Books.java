package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A second, plain way to reckon what customers pay, for tests. */
record Books(Life life) {

  private static final Map<String, BigDecimal> DOLLARS =
      Map.of("USD", BigDecimal.ONE, "EUR", new BigDecimal("1.10"), "GBP", new BigDecimal("1.28"));

  /** Of each phase the last thing written about it. */
  List<Phase> phases() {
    var last = new LinkedHashMap<String, Phase>();
    life.phases().forEach(phase -> last.put(phase.subscription() + " " + phase.startsOn(), phase));
    return List.copyOf(last.values());
  }

  BigDecimal bill(LocalDate day) {
    return phases().stream()
        .filter(phase -> inForce(phase, day))
        .map(phase -> price(phase, day))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal monthly(LocalDate day) {
    if (isDelinquent(day)) {
      return BigDecimal.ZERO;
    }
    return phases().stream()
        .filter(phase -> inForce(phase, day))
        .map(
            phase ->
                price(phase, day)
                    .multiply(DOLLARS.get(phase.currency()))
                    .divide(BigDecimal.valueOf(phase.interval().months()), MathContext.DECIMAL64))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isDelinquent(LocalDate day) {
    return life.invoices().stream()
        .filter(invoice -> !invoice.dueOn().plusDays(30).isAfter(day))
        .anyMatch(invoice -> invoice.paidOn() == null || invoice.paidOn().isAfter(day));
  }

  private static boolean inForce(Phase phase, LocalDate day) {
    boolean begun = !phase.startsOn().isAfter(day);
    boolean over = phase.endsOn() != null && !phase.endsOn().isAfter(day);
    return begun && !over && !phase.trial();
  }

  private static BigDecimal price(Phase phase, LocalDate day) {
    BigDecimal full = phase.amount().multiply(BigDecimal.valueOf(phase.quantity()));
    Integer months = phase.discountMonths();
    boolean discounted = months != null && day.isBefore(phase.startsOn().plusMonths(months));
    return discounted
        ? full.subtract(full.multiply(phase.discountPercent().movePointLeft(2)))
        : full;
  }
}
