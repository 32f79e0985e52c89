package io.holdfast.metrics.reporting;

import io.holdfast.metrics.booking.Facts;
import io.holdfast.metrics.booking.Histories;
import io.holdfast.metrics.booking.TenantSettings;
import io.holdfast.metrics.knowledge.Hindsight;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens the books as they stand today, or as they stood when less was known. */
public final class OpenBooks {

  private final Histories histories;
  private final Facts facts;
  private final Books booked;
  private final MetricPolicy policy;
  private final Clock clock;

  public OpenBooks(
      Histories histories, Facts facts, Books booked, MetricPolicy policy, Clock clock) {
    this.histories = histories;
    this.facts = facts;
    this.booked = booked;
    this.policy = policy;
    this.clock = clock;
  }

  public Mono<OpenedBooks> at(@Nullable Instant knownAt) {
    return histories
        .settings()
        .zipWhen(_ -> histories.rates())
        .flatMap(
            found ->
                knownAt == null || !knownAt.isBefore(clock.instant())
                    ? Mono.just(today(found.getT1(), found.getT2()))
                    : then(
                        new Hindsight(knownAt, found.getT1().zone()),
                        found.getT1(),
                        found.getT2()));
  }

  private OpenedBooks today(TenantSettings settings, List<Recorded<ExchangeRate>> rates) {
    LocalDate today = settings.dayOf(clock.instant());
    return new OpenedBooks(today, worth(settings, rates), booked, policy);
  }

  private Mono<OpenedBooks> then(
      Hindsight hindsight, TenantSettings settings, List<Recorded<ExchangeRate>> allRates) {
    ExchangeRates rates = worth(settings, allRates.stream().filter(hindsight::knowsRate).toList());
    BookKeeping keeping = new BookKeeping(policy, rates);
    return facts
        .accounts()
        .flatMap(histories::of)
        .map(
            all ->
                all.stream()
                    .<Booking>map(one -> keeping.book(one.knownAt(hindsight).asKnownNow()))
                    .toList())
        .map(
            bookings -> new OpenedBooks(hindsight.day(), rates, new FoldedBooks(bookings), policy));
  }

  private static ExchangeRates worth(TenantSettings settings, List<Recorded<ExchangeRate>> rates) {
    return new ExchangeRates(settings.currency(), rates.stream().map(Recorded::fact).toList());
  }
}
