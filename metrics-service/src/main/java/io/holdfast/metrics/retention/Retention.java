package io.holdfast.metrics.retention;

import io.holdfast.metrics.money.Amount;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What became of a closed cohort, the accounts with revenue at the end of the day before the
 * window. Every ratio is empty when the cohort is.
 *
 * @param start its revenue then
 * @param end its revenue at the end of the window, at the exchange rates of the start
 * @param kept the same, account by account at most what it was at the start
 * @param gone the start revenue of the accounts without revenue at the end
 * @param accounts in the cohort
 * @param active those of them with revenue at the end
 */
public record Retention(
    Amount start, Amount end, Amount kept, Amount gone, int accounts, int active) {

  static final Retention NONE =
      new Retention(Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO, 0, 0);

  Retention with(Amount before, Amount after) {
    if (!before.isPositive()) {
      return this;
    }
    boolean stayed = after.isPositive();
    return new Retention(
        start.plus(before),
        end.plus(after),
        kept.plus(before.min(after)),
        stayed ? gone : gone.plus(before),
        accounts + 1,
        stayed ? active + 1 : active);
  }

  public Optional<BigDecimal> nrr() {
    return accounts == 0 ? Optional.empty() : Optional.of(end.ratioTo(start));
  }

  /** 0 to 1 by construction. */
  public Optional<BigDecimal> grr() {
    return accounts == 0 ? Optional.empty() : Optional.of(kept.ratioTo(start));
  }

  public Optional<BigDecimal> logoRetention() {
    return share(active);
  }

  public Optional<BigDecimal> customerChurn() {
    return share(accounts - active);
  }

  /** The share of the start revenue that left altogether. */
  public Optional<BigDecimal> revenueChurn() {
    return accounts == 0 ? Optional.empty() : Optional.of(gone.ratioTo(start));
  }

  private Optional<BigDecimal> share(int part) {
    if (accounts == 0) {
      return Optional.empty();
    }
    Amount whole = Amount.kept(BigDecimal.valueOf(accounts));
    return Optional.of(Amount.kept(BigDecimal.valueOf(part)).ratioTo(whole));
  }
}
