package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.AlertState;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.persistence.R2dbcAlerts;
import io.holdfast.notification.persistence.R2dbcDirectory;
import io.holdfast.notification.persistence.R2dbcPlayRuns;
import io.holdfast.notification.play.Happening;
import io.holdfast.notification.play.Happening.BandCrossed;
import io.holdfast.notification.play.Happening.FactHappened;
import io.holdfast.notification.play.PlayFixture;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.remembering.AccountNews;
import io.holdfast.notification.responding.AdvanceRun;
import io.holdfast.notification.responding.CloseAlert;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Two who change the alerts of an account at once: one stops in the middle of its transaction, and
 * goes on once the database says that the other waits for it.
 */
class AtOnceIT extends Road {

  @Autowired private TenantTransactions transactions;
  @Autowired private DatabaseClient database;
  @Autowired private R2dbcAlerts alerts;
  @Autowired private R2dbcPlayRuns runs;
  @Autowired private R2dbcDirectory directory;
  @Autowired private RespondToHappening respond;
  @Autowired private CloseAlert close;
  @Autowired private AdvanceRun advance;

  @BeforeEach
  void accountsWithAnOwner() {
    done(directory.recorded(new AccountNews("acme", "Acme", "ana@larkfield.example")));
    done(directory.recorded(new AccountNews("globex", "Globex", "ana@larkfield.example")));
  }

  @Test
  void aVerdictIsNotLostToNewsThatComesMeanwhile() {
    done(hear(crossed("acme", Band.AT_RISK)));
    Alert warned = open(AlertKind.VOLUNTARY);

    Begun person = stopped(close.judged(tenantId(), warned.id(), Verdict.TRUE), Mono.empty());
    Begun consumer = started(hear(crossed("acme", Band.CRITICAL)));
    goOnTogether(person, consumer);

    Alert judged = done(alerts.byId(warned.id()));
    assertThat(judged.state()).isEqualTo(AlertState.CLOSED);
    assertThat(judged.verdict()).isEqualTo(Verdict.TRUE);
    Alert news = open(AlertKind.VOLUNTARY);
    assertThat(news.id()).isNotEqualTo(warned.id());
    assertThat(news.warning().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void anAcknowledgementIsNotLostToARepetitionThatComesMeanwhile() {
    done(hear(crossed("acme", Band.AT_RISK)));

    Begun person = stopped(close.acknowledged(open(AlertKind.VOLUNTARY).id()), Mono.empty());
    Begun consumer = started(hear(crossed("acme", Band.AT_RISK)));
    goOnTogether(person, consumer);

    assertThat(open(AlertKind.VOLUNTARY).state()).isEqualTo(AlertState.ACKNOWLEDGED);
  }

  @Test
  void anAlertIsNotMutedAgainByOneThatWasClosedMeanwhile() {
    done(hear(crossed("acme", Band.AT_RISK), chargeFailed("acme")));
    Alert payment = open(AlertKind.INVOLUNTARY);
    assertThat(open(AlertKind.VOLUNTARY).mutedBy()).isEqualTo(payment.id());

    Begun person = stopped(close.judged(tenantId(), payment.id(), Verdict.TRUE), Mono.empty());
    Begun consumer = started(hear(crossed("acme", Band.AT_RISK)));
    goOnTogether(person, consumer);

    assertThat(open(AlertKind.VOLUNTARY).mutedBy()).isNull();
  }

  @Test
  void newsOfAMutedAlertIsNotLostWhenTheOneThatSpeaksIsClosedMeanwhile() {
    done(hear(crossed("acme", Band.AT_RISK), chargeFailed("acme")));
    Alert payment = open(AlertKind.INVOLUNTARY);

    Begun consumer = stopped(hear(crossed("acme", Band.CRITICAL)), Mono.empty());
    Begun person = started(close.judged(tenantId(), payment.id(), Verdict.TRUE));
    goOnTogether(consumer, person);

    Alert usage = open(AlertKind.VOLUNTARY);
    assertThat(usage.warning().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(usage.mutedBy()).isNull();
  }

  @Test
  void aRunThatWakesAndAPersonWhoClosesItsAlertDoNotStopEachOther() {
    done(hear(crossed("acme", Band.AT_RISK)));
    Alert warned = open(AlertKind.VOLUNTARY);
    PlayRun pausing =
        PlayRun.enrol(UUID.randomUUID(), PlayFixture.handshake(), warned, clock.instant())
            .waiting(PlayRun.Waiting.TIME);
    done(runs.save(pausing));

    Begun person =
        stopped(
            close.acknowledged(warned.id()), close.judged(tenantId(), warned.id(), Verdict.TRUE));
    Begun timer = started(advance.afterPause(tenantId(), pausing.id()));
    goOnTogether(person, timer);

    assertThat(done(runs.byId(pausing.id())).outcome()).isEqualTo(PlayRun.Outcome.EXITED);
    assertThat(done(alerts.byId(warned.id())).verdict()).isEqualTo(Verdict.TRUE);
  }

  @Test
  void aDigestAndNewsForTheNextOneDoNotStopEachOther() {
    done(hear(learnt("acme", Band.AT_RISK)));

    Begun consumer =
        stopped(hear(learnt("acme", Band.CRITICAL)), hear(learnt("globex", Band.AT_RISK)));
    clock.advance(QUIET.plusSeconds(1));
    await().atMost(SOON).until(() -> hasLongHeldSomebodyUp(consumer));
    consumer.end();
    clock.advance(QUIET.plusSeconds(1));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(items("/api/v1/play-runs").size()).isEqualTo(2);
              assertThat(items("/api/v1/play-runs").values())
                  .allMatch(run -> run.required("outcome").asString().equals("completed"));
            });
  }

  @Test
  void thoseWhoHearOfTheSameAccountsInAnotherOrderDoNotStopEachOther() {
    Happening acme = crossed("acme", Band.AT_RISK);
    Happening globex = crossed("globex", Band.AT_RISK);

    Begun first = stopped(hear(acme), Mono.empty());
    Begun second = started(hear(acme, globex));
    await().atMost(SOON).until(() -> isHeldUp(second));
    Begun third = started(hear(globex, acme));
    goOnTogether(first, third);
    second.end();

    assertThat(open(AlertKind.VOLUNTARY).warning().severity()).isEqualTo(Severity.WARNING);
  }

  private TenantId tenantId() {
    return new TenantId(tenant);
  }

  private Mono<Void> hear(Happening... happenings) {
    return Mono.defer(() -> respond.on(tenantId(), List.of(happenings)));
  }

  private Alert open(AlertKind kind) {
    return done(alerts.openOf("acme")).of(kind).orElseThrow();
  }

  private BandCrossed crossed(String account, Band to) {
    return crossed(account, to, false);
  }

  private BandCrossed learnt(String account, Band to) {
    return crossed(account, to, true);
  }

  private BandCrossed crossed(String account, Band to, boolean learntFromHistory) {
    return new BandCrossed(
        account,
        Band.HEALTHY,
        to,
        clock.instant(),
        null,
        List.of(AlertFixture.weeklyUsers(9, 40)),
        learntFromHistory);
  }

  private FactHappened chargeFailed(String account) {
    return new FactHappened(
        account, "charge_failed", clock.instant(), "1249.5", "USD", "in-77", false);
  }

  private <T> T done(Mono<T> work) {
    return transactions.run(tenantId(), () -> work).block();
  }

  /** Lets the first finish once the second waits for it; both have to come to a good end. */
  private void goOnTogether(Begun first, Begun second) {
    await().atMost(SOON).until(() -> isHeldUp(second));
    first.end();
    second.end();
  }

  private boolean isHeldUp(Begun begun) {
    return answers("select cardinality(pg_blocking_pids(:backend)) > 0", begun);
  }

  /** So long that the database, should both come to wait for each other, breaks off this one. */
  private boolean hasLongHeldSomebodyUp(Begun begun) {
    return answers(
        """
        select exists (select from pg_locks
                        where :backend = any(pg_blocking_pids(pid))
                          and waitstart < clock_timestamp() - current_setting('deadlock_timeout')::interval)
        """,
        begun);
  }

  private boolean answers(String question, Begun begun) {
    return database
        .sql(question)
        .bind("backend", begun.backend())
        .map(row -> row.get(0, Boolean.class))
        .one()
        .block();
  }

  /** A transaction that has done its first part and stops before the rest. */
  private Begun stopped(Mono<?> first, Mono<?> rest) {
    return begin(first, Sinks.empty(), rest);
  }

  /** A transaction that has begun. */
  private Begun started(Mono<?> work) {
    Begun begun = begin(Mono.empty(), Sinks.empty(), work);
    begun.goOn().tryEmitEmpty();
    return begun;
  }

  private Begun begin(Mono<?> first, Sinks.Empty<Void> goOn, Mono<?> rest) {
    CompletableFuture<Integer> reached = new CompletableFuture<>();
    Mono<Integer> backend =
        database
            .sql("select pg_backend_pid()")
            .map(row -> row.get(0, Integer.class))
            .one()
            .doOnNext(reached::complete);
    CompletableFuture<?> end =
        transactions
            .run(tenantId(), () -> first.then(backend).then(goOn.asMono()).then(rest))
            .toFuture();
    return new Begun(reached.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join(), goOn, end);
  }

  private record Begun(int backend, Sinks.Empty<Void> goOn, CompletableFuture<?> ended) {

    void end() {
      goOn.tryEmitEmpty();
      ended.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }
  }
}
