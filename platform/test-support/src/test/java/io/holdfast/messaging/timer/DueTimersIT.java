package io.holdfast.messaging.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.Timers;
import io.holdfast.messaging.timer.DueTimers.Claimed;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.probe.ProbeService;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Claims of timers of a kind that no worker fires. */
@SpringBootTest(classes = ProbeService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class DueTimersIT {
  private static final Instant DUE = Instant.parse("2026-01-01T00:00:00Z");

  @Autowired Timers timers;
  @Autowired TenantTransactions tenants;
  @Autowired BackgroundTransactions background;
  @Autowired DatabaseClient databaseClient;
  @Autowired Traceparent traceparent;

  @Autowired
  @Qualifier("backgroundDatabase")
  DatabaseClient backgroundDatabase;

  private final TenantId tenant = new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
  private final String kind = "kind-" + UUID.randomUUID();
  private DueTimers due;

  @BeforeEach
  void aDueTimer() {
    due = new DueTimers(background, backgroundDatabase, databaseClient);
    set("first");
  }

  @Test
  void aClaimedTimerIsNobodyElses() {
    assertThat(claim()).hasSize(1);
    assertThat(claim()).isEmpty();
  }

  @Test
  void aTimerBeforeItsTimeIsNotClaimed() {
    assertThat(due.claim(DUE.minusMillis(1), List.of(kind), 10).block()).isEmpty();
  }

  @Test
  void aTimerThatIsSetAnewWhileItFiresFiresAgain() {
    List<Claimed> claims = claim();
    set("second");

    assertThat(tenants.run(tenant, () -> due.take(tenant, claims)).block()).isEmpty();
    tenants.run(tenant, () -> due.remove(claims.getFirst())).block();

    assertThat(claim()).extracting(claim -> claim.timer().payload()).containsExactly("second");
  }

  @Test
  void aFailureOfItsOwnCountsAndAnOutageDoesNot() {
    Claimed first = claim().getFirst();
    due.putBack(first, Duration.ZERO).block();
    Claimed untried = claim().getFirst();
    due.giveBack(untried, Duration.ZERO).block();
    Claimed tried = claim().getFirst();

    assertThat(List.of(first, untried, tried))
        .extracting(claim -> claim.timer().attempt())
        .containsExactly(1, 1, 2);
  }

  @Test
  void aHandlerThatMeetsAnOutageHasNotTried() throws SQLException {
    firing(new TimeoutException("the database is away"));
    assertThat(attempts()).isZero();
  }

  @Test
  void aHandlerThatFailsHasTried() throws SQLException {
    firing(new IllegalStateException("cannot"));
    assertThat(attempts()).isOne();
  }

  private void firing(Throwable failure) {
    new Firing(due, tenants, traceparent)
        .fire(
            new TimerHandler() {
              @Override
              public String kind() {
                return kind;
              }

              @Override
              public Mono<Void> fire(FiredTimer timer) {
                return Mono.error(failure);
              }
            },
            claim());
  }

  private void set(String payload) {
    tenants.run(tenant, () -> timers.set(tenant, kind, "a", DUE, payload)).block();
  }

  private List<Claimed> claim() {
    return Objects.requireNonNull(due.claim(DUE, List.of(kind), 10).block());
  }

  private int attempts() throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement("select attempt from probe.timer where kind = ?")) {
      statement.setString(1, kind);
      try (var row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getInt(1);
      }
    }
  }
}
