package io.holdfast.metrics.booking;

import io.holdfast.messaging.Rebuilding;
import io.holdfast.metrics.booking.Desk.Page;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.policy.MetricPolicy;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books accounts anew from all their facts, and announces what that changes as of now. While facts
 * are told again the books stay as they are: booked from half of the facts, revenue would seem
 * lost.
 */
public final class BookAccounts {

  /** Kind of the timer that says that the books of accounts change by themselves. */
  public static final String TIMER = "book";

  private static final int AT_ONCE = 500;

  private final Histories histories;
  private final Ledgers ledgers;
  private final Closings closings;
  private final Announcements announcements;
  private final Agenda agenda;
  private final Rebuilding rebuilding;
  private final MetricPolicy policy;
  private final Clock clock;

  public BookAccounts(
      Histories histories,
      Ledgers ledgers,
      Closings closings,
      Announcements announcements,
      Agenda agenda,
      Rebuilding rebuilding,
      MetricPolicy policy,
      Clock clock) {
    this.histories = histories;
    this.ledgers = ledgers;
    this.closings = closings;
    this.announcements = announcements;
    this.agenda = agenda;
    this.rebuilding = rebuilding;
    this.policy = policy;
    this.clock = clock;
  }

  public Mono<Void> on(TenantId tenant, Set<AccountId> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return unlessRebuilding(
        tenant, () -> ledgers.hold(accounts).then(Mono.defer(() -> book(tenant, accounts))));
  }

  /**
   * Those that pay in a currency of which another rate is known, and the others that were told of.
   */
  public Mono<Void> onRates(TenantId tenant, Set<CurrencyCode> currencies, Set<AccountId> others) {
    Mono<Set<AccountId>> accounts =
        histories
            .settings()
            .map(settings -> without(settings.currency(), currencies))
            .flatMap(histories::payingIn)
            .map(paying -> joined(paying, others));
    return onAll(tenant, accounts);
  }

  /** Alone, such as after a change of what all accounts are booked with. */
  public Mono<Void> onAll(TenantId tenant, Mono<? extends Collection<AccountId>> accounts) {
    return unlessRebuilding(
        tenant, () -> ledgers.holdAll().then(accounts).flatMap(all -> book(tenant, all)));
  }

  /** Those whose books change by now without anybody having told. */
  public Mono<Void> onDue(TenantId tenant) {
    return unlessRebuilding(
        tenant,
        () ->
            onAll(tenant, Mono.defer(() -> agenda.due(clock.instant())))
                .then(Mono.defer(() -> agenda.goOn(tenant))));
  }

  /**
   * The one is booked with the other, alone. Nothing that moved of either is news because of it.
   * While facts are told again both stay booked as they are.
   */
  Mono<Void> onMerged(TenantId tenant, AccountId from, AccountId into) {
    return unlessRebuilding(
        tenant,
        () ->
            ledgers
                .holdAll()
                .then(desk())
                .zipWhen(_ -> histories.of(List.of(into)))
                .map(found -> found.getT2().stream().map(found.getT1()::book).toList())
                .flatMap(pages -> announcements.takeOver(from, into, news(pages)))
                .then(ledgers.forget(from))
                .then(agenda.plan(tenant, List.of(new Agenda.Look(from, Optional.empty()))))
                .then(Mono.defer(() -> book(tenant, List.of(into)))));
  }

  /** Accounts that became another one while facts were told again. */
  Mono<Void> onMergedMeanwhile(TenantId tenant) {
    return ledgers
        .gone()
        .flatMapIterable(gone -> gone)
        .concatMap(one -> onMerged(tenant, one.account(), one.now()))
        .then();
  }

  private Mono<Void> unlessRebuilding(TenantId tenant, Supplier<Mono<Void>> work) {
    return rebuilding.underWay(tenant).flatMap(underWay -> underWay ? Mono.empty() : work.get());
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
    return histories
        .settings()
        .zipWhen(settings -> histories.rates(settings.currency()))
        .map(found -> new Desk(found.getT1(), found.getT2(), policy, clock.instant()));
  }

  private Mono<Void> book(TenantId tenant, List<AccountId> accounts, Desk desk) {
    return closings
        .of(accounts, null)
        .zipWhen(_ -> histories.of(accounts))
        .map(found -> found.getT2().stream().map(one -> desk.book(one, found.getT1())).toList())
        .flatMap(
            pages ->
                ledgers
                    .replace(pages.stream().map(Page::booking).toList(), restatements(pages))
                    .then(announcements.announce(tenant, desk.now(), news(pages)))
                    .then(agenda.plan(tenant, pages.stream().map(Page::look).toList())));
  }

  private static Set<CurrencyCode> without(CurrencyCode report, Set<CurrencyCode> currencies) {
    Set<CurrencyCode> foreign = new TreeSet<>(currencies);
    foreign.remove(report);
    return foreign;
  }

  private static Set<AccountId> joined(Set<AccountId> some, Set<AccountId> others) {
    Set<AccountId> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static List<AccountMovement> restatements(List<Page> pages) {
    return pages.stream().flatMap(page -> page.restatements().stream()).toList();
  }

  private static List<Announcements.News> news(List<Page> pages) {
    return pages.stream().flatMap(page -> page.news().stream()).toList();
  }
}
