package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.scoring.rescoring.Accounts.MasterData;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.Heard;
import io.holdfast.scoring.rescoring.JudgeByClock;
import io.holdfast.scoring.rescoring.JudgeWhenQuiet;
import io.holdfast.scoring.rescoring.News;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Two who change the same accounts must not wait for each other. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class LockOrderIT {

  private static final Duration BOUND = Duration.ofSeconds(20);

  @Autowired TenantTransactions tenants;
  @Autowired Accounts accounts;
  @Autowired HearNews hearNews;
  @Autowired JudgeByClock judgeByClock;
  @Autowired JudgeWhenQuiet judgeWhenQuiet;
  @Autowired MovableClock clock;

  private final TenantId tenant = new TenantId("locks-" + UUID.randomUUID());
  private Connection other;

  @BeforeEach
  void twoAccountsOfWhichSomebodyElseChangesTheFirst() throws SQLException {
    tenants.run(tenant, () -> accounts.appear(tenant, List.of("acme", "bolt"))).block(BOUND);
    other = RealPostgres.instance().superuser();
    other.setAutoCommit(false);
    execute(other, "select 1 from scoring.account where account_id = 'acme' and %s for update");
  }

  @AfterEach
  void letGo() throws SQLException {
    clock.reset();
    other.close();
  }

  @Test
  void timeLooksAgainAtAnAccountThatSomebodyElseIsChanging() throws SQLException {
    tenants.run(tenant, () -> judgeByClock.look(tenant, List.of("acme", "bolt"))).block(BOUND);

    assertThat(judged()).isEqualTo(1);
    other.commit();
    await().untilAsserted(() -> assertThat(judged()).isEqualTo(2));
  }

  @Test
  void historyLooksAgainAtAnAccountThatSomebodyElseIsChanging() throws SQLException {
    News late = new News("acme", clock.instant().minus(Duration.ofDays(9)), clock.instant(), null);
    tenants.run(tenant, () -> hearNews.of(tenant, heard(List.of(), late))).block(BOUND);
    clock.advance(Duration.ofSeconds(10));

    tenants.run(tenant, () -> judgeWhenQuiet.look(tenant, List.of("acme"))).block(BOUND);

    assertThat(judged()).isZero();
    other.commit();
    await().untilAsserted(() -> assertThat(judged()).isEqualTo(1));
  }

  /** Whoever gets the second account first and then waits for the first makes a deadlock. */
  @Test
  void newsTakesAllItsAccountsInOneOrder() throws Exception {
    Instant now = clock.instant();
    Heard both =
        heard(
            List.of(named("bolt", now)),
            new News("acme", now, now, null),
            new News("bolt", now, now, null));
    CompletableFuture<Void> heard = tenants.run(tenant, () -> hearNews.of(tenant, both)).toFuture();
    await().untilAsserted(() -> assertThat(whoWaits()).isPositive());

    try (Connection third = RealPostgres.instance().superuser()) {
      execute(
          third,
          "select 1 from scoring.account where account_id = 'bolt' and %s for update nowait");
    }

    other.commit();
    heard.get(BOUND.toSeconds(), TimeUnit.SECONDS);
    assertThat(judged()).isEqualTo(2);
  }

  private static Heard heard(List<MasterData> master, News... news) {
    return new Heard(master, List.of(), List.of(), List.of(), List.of(news));
  }

  private static MasterData named(String account, Instant at) {
    return new MasterData(
        account, at, "Bolt", null, null, null, null, null, null, Map.of(), Map.of());
  }

  private int judged() throws SQLException {
    return count("select count(*) from scoring.standing where %s");
  }

  private int whoWaits() throws SQLException {
    return count(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename ="
            + " 'scoring_app'");
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery(ofTenant(sql))) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(ofTenant(sql));
    }
  }

  private String ofTenant(String sql) {
    return sql.formatted("tenant_id = '" + tenant.value() + "'");
  }
}
