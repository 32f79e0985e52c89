package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.knowledge.RecordedHistory;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.Standing;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books accounts anew from all their facts, and announces what that changes as of now. */
public final class BookAccounts {

  /** Older movements are history, which is read and not announced. */
  private static final Duration NEWS = Duration.ofHours(72);

  private static final int AT_ONCE = 500;

  private final Histories histories;
  private final Ledgers ledgers;
  private final Announcements announcements;
  private final Agenda agenda;
  private final MetricPolicy policy;
  private final Clock clock;

  public BookAccounts(
      Histories histories,
      Ledgers ledgers,
      Announcements announcements,
      Agenda agenda,
      MetricPolicy policy,
      Clock clock) {
    this.histories = histories;
    this.ledgers = ledgers;
    this.announcements = announcements;
    this.agenda = agenda;
    this.policy = policy;
    this.clock = clock;
  }

  /** What is the same for all accounts of a tenant. */
  private record Desk(TenantSettings settings, BookKeeping keeping, Instant now, LocalDate today) {}

  private record Page(AccountHistory history, Booking booking) {}

  public Mono<Void> on(TenantId tenant, Set<AccountId> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return ledgers.hold(accounts).then(Mono.defer(() -> book(tenant, accounts)));
  }

  /** After a change of what all accounts are booked with. */
  public Mono<Void> onAll(TenantId tenant, Mono<? extends Collection<AccountId>> accounts) {
    return ledgers.holdAll().then(accounts).flatMap(all -> book(tenant, all));
  }

  private Mono<Void> book(TenantId tenant, Collection<AccountId> accounts) {
    return desk()
        .flatMap(
            desk ->
                Flux.fromIterable(accounts)
                    .buffer(AT_ONCE)
                    .concatMap(some -> book(tenant, some, desk))
                    .then());
  }

  private Mono<Desk> desk() {
    return Mono.zip(histories.settings(), histories.rates())
        .map(
            found -> {
              TenantSettings settings = found.getT1();
              List<ExchangeRate> rates = found.getT2().stream().map(Recorded::fact).toList();
              ExchangeRates worth = new ExchangeRates(settings.currency(), rates);
              Instant now = clock.instant();
              return new Desk(settings, new BookKeeping(policy, worth), now, settings.dayOf(now));
            });
  }

  private Mono<Void> book(TenantId tenant, List<AccountId> accounts, Desk desk) {
    return histories
        .of(accounts)
        .map(found -> pages(found, desk))
        .flatMap(
            pages ->
                ledgers
                    .replace(pages.stream().map(Page::booking).toList())
                    .then(announcements.announce(tenant, desk.now, news(pages, desk)))
                    .then(planAll(tenant, pages, desk)));
  }

  private static List<Page> pages(List<RecordedHistory> histories, Desk desk) {
    List<Page> pages = new ArrayList<>();
    for (RecordedHistory recorded : histories) {
      AccountHistory history = recorded.asKnownNow();
      pages.add(new Page(history, desk.keeping.book(history)));
    }
    return pages;
  }

  private List<Announcements.News> news(List<Page> pages, Desk desk) {
    List<Announcements.News> news = new ArrayList<>();
    for (Page page : pages) {
      switch (page.booking) {
        case Booked booked -> news.add(news(page.history, booked, desk));
        case RateMissing _ -> {} // what it is worth is not known
      }
    }
    return news;
  }

  private Announcements.News news(AccountHistory history, Booked booked, Desk desk) {
    Instant since = desk.now.minus(NEWS);
    List<Movement> moved =
        booked.movements().stream()
            .filter(movement -> !movement.on().isAfter(desk.today))
            .filter(movement -> !desk.settings.startOf(movement.on()).isBefore(since))
            .toList();
    Standing standing = Standing.on(desk.today, booked, history, desk.settings.currency(), policy);
    return new Announcements.News(standing, moved);
  }

  private Mono<Void> planAll(TenantId tenant, List<Page> pages, Desk desk) {
    return Flux.fromIterable(pages).concatMap(page -> plan(tenant, page.booking, desk)).then();
  }

  private Mono<Void> plan(TenantId tenant, Booking booking, Desk desk) {
    return switch (booking) {
      case Booked booked ->
          booked.movements().stream()
              .map(Movement::on)
              .filter(day -> day.isAfter(desk.today))
              .findFirst()
              .map(day -> agenda.lookAgain(tenant, booked.account(), desk.settings.startOf(day)))
              .orElseGet(() -> agenda.forget(tenant, booked.account()));
      case RateMissing missing -> agenda.forget(tenant, missing.account());
    };
  }
}
