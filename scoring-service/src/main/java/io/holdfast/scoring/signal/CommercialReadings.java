package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.FailedCharges;
import io.holdfast.scoring.picture.Fact.Charge;
import io.holdfast.scoring.picture.Fact.Invoice;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Signals of paying. Missing for an account that nothing commercial is known of. */
final class CommercialReadings {

  private static final Missing NOTHING_KNOWN =
      new Missing("Neither contract nor invoice nor charge is known");

  private CommercialReadings() {}

  private record Overdue(String invoice, LocalDate dueOn, long days) {}

  static Reading daysOverdue(Moment moment) {
    if (!isCommercial(moment)) {
      return NOTHING_KNOWN;
    }
    List<Overdue> overdue =
        moment
            .picture()
            .invoices(moment.at())
            .map(invoice -> overdue(invoice, moment))
            .filter(one -> one.days() > 0)
            .sorted(
                Comparator.comparingLong(Overdue::days).reversed().thenComparing(Overdue::invoice))
            .toList();
    LocalDate day = moment.day();
    if (overdue.isEmpty()) {
      return new Measured(
          BigDecimal.ZERO,
          null,
          BigDecimal.ZERO,
          "No invoice is overdue",
          "No invoice is overdue",
          new Evidence(day, day, List.of()));
    }
    Overdue worst = overdue.getFirst();
    BigDecimal days = BigDecimal.valueOf(worst.days());
    String sentence =
        "Invoice %s is %s overdue"
            .formatted(worst.invoice(), Numbers.counted(worst.days(), "day", "days"));
    List<Item> items =
        overdue.stream()
            .map(one -> new Item(one.invoice(), one.dueOn(), BigDecimal.valueOf(one.days())))
            .toList();
    return new Measured(
        days, null, days, sentence, sentence, new Evidence(worst.dueOn(), day, items));
  }

  private static Overdue overdue(Named<Invoice> invoice, Moment moment) {
    LocalDate due = invoice.fact().dueOn();
    return new Overdue(
        invoice.key(),
        due == null ? moment.day() : due,
        invoice.fact().daysOverdue(moment.day(), moment.at()));
  }

  static Reading failedCharges(FailedCharges measure, Moment moment) {
    if (!isCommercial(moment)) {
      return NOTHING_KNOWN;
    }
    LocalDate from = moment.day().minusDays(measure.days() - 1L);
    Instant start = moment.calendar().startOf(from);
    List<Named<Charge>> charges = moment.picture().charges(moment.at()).toList();
    List<Named<Charge>> failed =
        charges.stream()
            .filter(charge -> charge.fact().failed() && !charge.fact().happenedAt().isBefore(start))
            .filter(charge -> charges.stream().noneMatch(later -> madeGood(charge, later)))
            .filter(charge -> !isPaid(charge.fact(), moment))
            .sorted(Comparator.comparing((Named<Charge> one) -> one.fact().happenedAt()).reversed())
            .toList();
    BigDecimal count = BigDecimal.valueOf(failed.size());
    List<Item> items =
        failed.stream()
            .map(charge -> new Item(charge.key(), failedOn(charge, moment), BigDecimal.ONE))
            .toList();
    String sentence =
        failed.isEmpty()
            ? "No failed charge in %d days".formatted(measure.days())
            : "%s in %d days, not recovered"
                .formatted(
                    Numbers.counted(failed.size(), "failed charge", "failed charges"),
                    measure.days());
    return new Measured(
        count, null, count, sentence, sentence, new Evidence(from, moment.day(), items));
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

  private static boolean isCommercial(Moment moment) {
    KnownPicture picture = moment.picture();
    return picture.phasesStarted(moment.day()).findAny().isPresent()
        || picture.invoices(moment.at()).findAny().isPresent()
        || picture.charges(moment.at()).findAny().isPresent();
  }
}
