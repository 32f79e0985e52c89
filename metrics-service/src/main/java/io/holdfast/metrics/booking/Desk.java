package io.holdfast.metrics.booking;

import io.holdfast.metrics.booking.Announcements.News;
import io.holdfast.metrics.closing.ClosedBooks;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.knowledge.RecordedHistory;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.Standing;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is the same for all accounts of a tenant while they are booked. */
final class Desk {

  /** Older movements are history, which is read and not announced. */
  private static final Duration NEWS = Duration.ofHours(72);

  private final TenantSettings settings;
  private final MetricPolicy policy;
  private final BookKeeping keeping;
  private final Instant now;
  private final LocalDate today;

  Desk(
      TenantSettings settings,
      List<Recorded<ExchangeRate>> rates,
      MetricPolicy policy,
      Instant now) {
    this.settings = settings;
    this.policy = policy;
    this.now = now;
    List<ExchangeRate> known = rates.stream().map(Recorded::fact).toList();
    keeping = new BookKeeping(policy, new ExchangeRates(settings.currency(), known));
    today = settings.dayOf(now);
  }

  /**
   * An account booked.
   *
   * @param news empty when what it is worth is not known
   * @param lookAgain when something changes next without anybody telling
   */
  record Page(
      Booking booking,
      List<AccountMovement> restatements,
      Optional<News> news,
      Optional<Instant> lookAgain) {

    Agenda.Look look() {
      return new Agenda.Look(booking.account(), lookAgain);
    }
  }

  Instant now() {
    return now;
  }

  /** As if no month was closed. */
  Page book(RecordedHistory recorded) {
    return book(recorded, Optional.empty());
  }

  Page book(RecordedHistory recorded, Optional<ClosedBooks> closed) {
    AccountHistory history = recorded.asKnownNow();
    Booking booking = keeping.book(history);
    List<AccountMovement> restatements =
        closed.map(books -> restatements(books, recorded, booking)).orElse(List.of());
    return switch (booking) {
      case Booked booked -> page(history, booked, restatements);
      case RateMissing _ -> new Page(booking, restatements, Optional.empty(), Optional.empty());
    };
  }

  private static List<AccountMovement> restatements(
      ClosedBooks closed, RecordedHistory recorded, Booking booking) {
    List<String> facts = recorded.learntAfter(closed.closing().closedAt());
    return closed.restatements(recorded.whose(), booking.movements(), facts).stream()
        .map(movement -> new AccountMovement(booking.account(), movement))
        .toList();
  }

  private Page page(AccountHistory history, Booked booked, List<AccountMovement> restatements) {
    Standing standing = Standing.on(today, booked, history, settings.currency(), policy);
    List<Movement> moved =
        booked.movements().stream()
            .filter(movement -> !movement.on().isAfter(today))
            .filter(movement -> !settings.startOf(movement.on()).isBefore(now.minus(NEWS)))
            .toList();
    Stream<LocalDate> renewal =
        standing.renewsOn() == null ? Stream.of() : Stream.of(standing.renewsOn().plusDays(1));
    Optional<Instant> lookAgain =
        Stream.concat(booked.movements().stream().map(Movement::on), renewal)
            .filter(day -> day.isAfter(today))
            .min(LocalDate::compareTo)
            .map(settings::startOf);
    return new Page(booked, restatements, Optional.of(new News(standing, moved)), lookAgain);
  }
}
