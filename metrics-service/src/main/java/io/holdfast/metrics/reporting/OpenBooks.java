package io.holdfast.metrics.reporting;

import io.holdfast.metrics.booking.Closings;
import io.holdfast.metrics.booking.Facts;
import io.holdfast.metrics.booking.Histories;
import io.holdfast.metrics.booking.TenantSettings;
import io.holdfast.metrics.closing.ClosedBooks;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.knowledge.Hindsight;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.knowledge.RecordedHistory;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import io.holdfast.metrics.reporting.FoldedBooks.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens the books as they stand today, or as they stood when less was known. */
public final class OpenBooks {

  private final Histories histories;
  private final Facts facts;
  private final Closings closings;
  private final Books booked;
  private final MetricPolicy policy;
  private final Clock clock;

  public OpenBooks(
      Histories histories,
      Facts facts,
      Closings closings,
      Books booked,
      MetricPolicy policy,
      Clock clock) {
    this.histories = histories;
    this.facts = facts;
    this.closings = closings;
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
        .flatMap(all -> kept(all, hindsight, keeping))
        .map(kept -> new OpenedBooks(hindsight.day(), rates, new FoldedBooks(kept), policy));
  }

  private Mono<List<Kept>> kept(
      List<AccountId> accounts, Hindsight hindsight, BookKeeping keeping) {
    return closings
        .of(accounts, hindsight.instant())
        .zipWhen(_ -> histories.of(accounts))
        .map(
            found ->
                found.getT2().stream()
                    .map(one -> kept(one.knownAt(hindsight), found.getT1(), keeping))
                    .toList());
  }

  private static Kept kept(
      RecordedHistory known, Optional<ClosedBooks> closed, BookKeeping keeping) {
    Booking booking = keeping.book(known.asKnownNow());
    List<Movement> reported =
        closed
            .map(
                books ->
                    books.reported(
                        known.account(),
                        booking.movements(),
                        known.learntAfter(books.closing().closedAt())))
            .orElseGet(booking::movements);
    return new Kept(booking, reported);
  }

  private static ExchangeRates worth(TenantSettings settings, List<Recorded<ExchangeRate>> rates) {
    return new ExchangeRates(settings.currency(), rates.stream().map(Recorded::fact).toList());
  }
}
