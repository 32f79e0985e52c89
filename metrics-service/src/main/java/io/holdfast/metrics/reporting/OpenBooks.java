package io.holdfast.metrics.reporting;

import static java.util.Comparator.comparing;

import io.holdfast.metrics.booking.Closings;
import io.holdfast.metrics.booking.Facts;
import io.holdfast.metrics.booking.Histories;
import io.holdfast.metrics.booking.TenantSettings;
import io.holdfast.metrics.closing.ClosedBooks;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.knowledge.Hindsight;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.knowledge.RecordedHistory;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Booking.RateMissing;
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

  private static final int AT_ONCE = 500;

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

  /**
   * From when and with what the books are looked at.
   *
   * @param hindsight empty for all that is known
   */
  private record Perspective(LocalDate today, ExchangeRates rates, Optional<Hindsight> hindsight) {

    @Nullable Instant knownAt() {
      return hindsight.map(Hindsight::instant).orElse(null);
    }
  }

  public Mono<OpenedBooks> at(@Nullable Instant knownAt, VisibleAccounts visible) {
    return perspective(knownAt)
        .flatMap(
            view ->
                books(view, visible)
                    .map(
                        books ->
                            new OpenedBooks(view.today(), view.rates(), books, visible, policy)));
  }

  /** The ledger of one account, without what is booked ahead. */
  public Mono<AccountLedger> ofAccount(AccountId account, Basis basis, @Nullable Instant knownAt) {
    return perspective(knownAt)
        .flatMap(
            view -> fold(List.of(account), view).map(kept -> ledger(kept.getFirst(), basis, view)));
  }

  private Mono<Perspective> perspective(@Nullable Instant knownAt) {
    Instant now = clock.instant();
    Instant at = knownAt == null || knownAt.isAfter(now) ? now : knownAt;
    return histories
        .settings()
        .zipWhen(settings -> histories.rates(settings.currency()))
        .map(found -> perspective(found.getT1(), found.getT2(), at, at.isBefore(now)));
  }

  private static Perspective perspective(
      TenantSettings settings, List<Recorded<ExchangeRate>> rates, Instant at, boolean past) {
    Optional<Hindsight> hindsight =
        past ? Optional.of(new Hindsight(at, settings.zone())) : Optional.empty();
    List<ExchangeRate> known =
        rates.stream()
            .filter(rate -> hindsight.map(then -> then.knowsRate(rate)).orElse(true))
            .map(Recorded::fact)
            .toList();
    return new Perspective(
        settings.dayOf(at), new ExchangeRates(settings.currency(), known), hindsight);
  }

  private Mono<Books> books(Perspective view, VisibleAccounts visible) {
    if (view.hindsight().isEmpty()) {
      return Mono.just(booked);
    }
    return facts
        .accounts()
        .flatMapIterable(all -> all)
        .filter(visible::include)
        .buffer(AT_ONCE)
        .concatMap(some -> fold(some, view))
        .flatMapIterable(kept -> kept)
        .collectList()
        .map(FoldedBooks::new);
  }

  private Mono<List<Kept>> fold(List<AccountId> accounts, Perspective view) {
    BookKeeping keeping = new BookKeeping(policy, view.rates());
    return closings
        .of(accounts, view.knownAt())
        .zipWhen(_ -> histories.of(accounts))
        .map(
            found ->
                found.getT2().stream()
                    .map(all -> view.hindsight().map(all::knownAt).orElse(all))
                    .map(known -> kept(known, found.getT1(), keeping))
                    .toList());
  }

  private static Kept kept(
      RecordedHistory known, Optional<ClosedBooks> closed, BookKeeping keeping) {
    Booking booking = keeping.book(known.asKnownNow());
    List<AccountMovement> reported =
        closed
            .map(
                books ->
                    books.reported(
                        known.whose(),
                        booking.movements(),
                        known.learntAfter(books.closing().closedAt())))
            .orElseGet(() -> Kept.booked(booking));
    return new Kept(booking, reported);
  }

  private static AccountLedger ledger(Kept kept, Basis basis, Perspective view) {
    Optional<RateMissing> excluded =
        kept.booking() instanceof RateMissing missing ? Optional.of(missing) : Optional.empty();
    List<Movement> movements =
        kept.movements(basis).stream()
            .map(AccountMovement::movement)
            .filter(movement -> !movement.on().isAfter(view.today()))
            .sorted(comparing(Movement::on))
            .toList();
    return new AccountLedger(view.rates().report(), view.today(), movements, excluded);
  }
}
