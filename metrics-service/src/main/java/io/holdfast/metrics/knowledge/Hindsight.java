package io.holdfast.metrics.knowledge;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.money.ExchangeRate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Leaves out what was not known at an instant. A fact without a record time is taken apart: each of
 * its dates was known when it came.
 */
public record Hindsight(Instant instant, ZoneId zone) {

  /** The last day of which anything was known. */
  public LocalDate day() {
    return LocalDate.ofInstant(instant, zone);
  }

  Optional<Recorded<Phase>> phase(Recorded<Phase> recorded) {
    Phase phase = recorded.fact();
    if (!recorded.knowledge().comesWithHappening() || phase.isVoid()) {
      return recorded.knowledge().isHadAt(instant) ? Optional.of(recorded) : Optional.empty();
    }
    if (phase.startsOn().isAfter(day())) {
      return Optional.empty();
    }
    boolean endAhead = phase.endsOn() != null && phase.endsOn().isAfter(day());
    Phase then = endAhead ? phase.open() : phase;
    return Optional.of(new Recorded<>(then, recorded.knowledge()));
  }

  Optional<Recorded<Invoice>> invoice(Recorded<Invoice> recorded) {
    Invoice invoice = recorded.fact();
    if (!recorded.knowledge().comesWithHappening()) {
      return recorded.knowledge().isHadAt(instant) ? Optional.of(recorded) : Optional.empty();
    }
    if (invoice.issuedOn().isAfter(day())) {
      return Optional.empty();
    }
    boolean paidLater = invoice.paidOn() != null && invoice.paidOn().isAfter(day());
    Invoice then = paidLater ? invoice.unpaid() : invoice;
    return Optional.of(new Recorded<>(then, recorded.knowledge()));
  }

  boolean knows(Recorded<Outcome> recorded) {
    return recorded.knowledge().comesWithHappening()
        ? !recorded.fact().happenedOn().isAfter(day())
        : recorded.knowledge().isHadAt(instant);
  }

  public boolean knowsRate(Recorded<ExchangeRate> recorded) {
    return recorded.knowledge().comesWithHappening()
        ? !recorded.fact().date().isAfter(day())
        : recorded.knowledge().isHadAt(instant);
  }
}
