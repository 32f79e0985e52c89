package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What people were told goes when it is old; that they were warned, and what came of it, stays. */
class RetentionIT extends Road {
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;

  @Test
  void whatIsOldGoesAndWhatIsYoungOrCountedStays() {
    String owner = "owner-" + tenant + "@acme.example";
    band("old", "Old", owner, "healthy", "critical", "live");
    await().atMost(SOON).until(() -> count("delivery where state = 'delivered'") == 1);
    String alert = first("/api/v1/alerts?account=old").required("alertId").asString();
    post("/api/v1/alerts/" + alert + "/close", Map.of("verdict", "true")).expectStatus().isOk();
    age();
    band("young", "Young", owner, "healthy", "critical", "live");
    await().atMost(SOON).until(() -> count("delivery where state = 'delivered'") == 2);
    long steps =
        count(
            "play_run_entry e join play_run r using (tenant_id, run_id) where r.account_id ="
                + " 'young'");

    TestKafka.send(
        "holdfast.tenants",
        tenant,
        TestKafka.headers(tenant, null, "ingestion.tenant-changed.v1", clock.instant()),
        Contracts.sample("ingestion/tenant-changed.v1"));
    await().atMost(SOON).until(() -> count("timer where kind = 'retention'") == 1);
    run("update timer set due_at = timestamptz '2000-01-01' where kind = 'retention'");

    await().atMost(SOON).until(() -> count("delivery") == 1);
    await().atMost(SOON).until(() -> count("alert where reasons = '[]'") == 1);
    assertThat(count("delivery_attempt")).isEqualTo(1);
    assertThat(count("play_run_entry")).isEqualTo(steps).isPositive();
    assertThat(count("alert where state = 'closed' and verdict = 'true'")).isEqualTo(1);
    assertThat(count("alert where state <> 'closed' and reasons <> '[]'")).isEqualTo(1);
    assertThat(count("play_run")).isEqualTo(2);
    assertThat(get("/api/v1/alerts/" + alert).required("verdict").asString()).isEqualTo("true");
  }

  /** As if all that is here had come four thousand days ago. */
  private void age() {
    List.of(
            "delivery set created_at = created_at",
            "alert set closed_at = closed_at",
            "play_run set ended_at = ended_at")
        .forEach(update -> run("update " + update + " - interval '4000 days'"));
  }

  private void run(String sql) {
    transactions.run(new TenantId(tenant), () -> database.sql(sql).then()).block();
  }

  private long count(String rows) {
    return Objects.requireNonNull(
        transactions
            .run(
                new TenantId(tenant),
                () ->
                    database
                        .sql("select count(*) from " + rows)
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one())
            .block());
  }
}
