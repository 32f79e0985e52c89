package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.FailedCharges;
import io.holdfast.scoring.picture.Fact.Charge;
import io.holdfast.scoring.picture.Fact.Invoice;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Charges that failed in the last days and that no payment has made good. */
record FailedChargesReading(List<Item> charges, LocalDate from, LocalDate day, int days)
    implements Measured {

  private static final Comparator<Named<Charge>> LATEST_FIRST =
      Comparator.comparing((Named<Charge> one) -> one.fact().happenedAt())
          .reversed()
          .thenComparing(Named::key);

  static Reading of(FailedCharges measure, Moment moment) {
    if (!Commerce.isKnown(moment)) {
      return Commerce.NOTHING_KNOWN;
    }
    LocalDate from = moment.day().minusDays(measure.days() - 1L);
    Instant start = moment.calendar().startOf(from);
    List<Named<Charge>> charges = moment.picture().charges(moment.at()).toList();
    List<Item> failed =
        charges.stream()
            .filter(charge -> charge.fact().failed() && !charge.fact().happenedAt().isBefore(start))
            .filter(charge -> charges.stream().noneMatch(later -> madeGood(charge, later)))
            .filter(charge -> !isPaid(charge.fact(), moment))
            .sorted(LATEST_FIRST)
            .map(charge -> new Item(charge.key(), failedOn(charge, moment), BigDecimal.ONE))
            .toList();
    return new FailedChargesReading(failed, from, moment.day(), measure.days());
  }

  private static LocalDate failedOn(Named<Charge> charge, Moment moment) {
    return moment.calendar().day(charge.fact().happenedAt());
  }

  private static boolean madeGood(Named<Charge> failed, Named<Charge> later) {
    return !later.fact().failed()
        && !later.fact().happenedAt().isBefore(failed.fact().happenedAt())
        && (later.fact().invoice() == null
            || later.fact().invoice().equals(failed.fact().invoice()));
  }

  private static boolean isPaid(Charge failed, Moment moment) {
    return failed.invoice() != null
        && moment
            .picture()
            .invoices(moment.at())
            .anyMatch(
                invoice -> invoice.key().equals(failed.invoice()) && paid(invoice.fact(), moment));
  }

  private static boolean paid(Invoice invoice, Moment moment) {
    return (invoice.paidOn() != null && !invoice.paidOn().isAfter(moment.day()))
        || (invoice.settledAt() != null && !invoice.settledAt().isAfter(moment.at()));
  }

  @Override
  public BigDecimal value() {
    return BigDecimal.valueOf(charges.size());
  }

  @Override
  public String sentence() {
    return charges.isEmpty()
        ? "No failed charge in %d days".formatted(days)
        : "%s in %d days, not recovered"
            .formatted(Numbers.counted(charges.size(), "failed charge", "failed charges"), days);
  }

  @Override
  public Evidence evidence() {
    return new Evidence(from, day, charges);
  }
}
