package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the other services hear. */
class AnnouncingIT extends RealMetrics {

  @Test
  void announcesTheChurnOfADayWhenTheDayComes() {
    LocalDate ends = LocalDate.of(2025, 10, 23);
    ingestion.phase(
        "acme", "s", "2025-01-01", null, "70 USD/month", Map.of("renewsOn", "2026-01-01"));
    Received before = announced("metrics.account-mrr-changed.v1", 1).getLast();
    Contracts.check(before.type(), before.json());
    assertThat(before.json()).contains("\"mrr\":\"70\"", "\"renewsOn\":\"2026-01-01\"");

    ingestion.phase("acme", "s", "2025-01-01", ends.toString(), "70 USD/month");
    announced("metrics.account-mrr-changed.v1", 2); // a contract that ends is not renewed
    clock.set(ends.atTime(0, 1).toInstant(ZoneOffset.UTC));

    Received moved = announced("metrics.mrr-moved.v1", 1).getFirst();
    Contracts.check(moved.type(), moved.json());
    assertThat(moved.json())
        .contains("\"kind\":\"churn\"", "\"amount\":\"-70\"", "\"churnKind\":\"unclassified\"");
    Received after = announced("metrics.account-mrr-changed.v1", 3).getLast();
    assertThat(after.json()).contains("\"mrr\":\"0\"");
  }

  @Test
  void churnsInvoluntarilyThirtyDaysAfterTheDueDateWithoutAnyMessage() {
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    ingestion.invoice("acme", "i", "2025-10-01", null);
    awaitEnd("70");
    announced("metrics.account-mrr-changed.v1", 1);

    clock.set(Instant.parse("2025-10-31T00:01:00Z"));

    assertThat(announced("metrics.mrr-moved.v1", 1).getFirst().json())
        .contains("\"churnKind\":\"involuntary\"", "\"on\":\"2025-10-31\"");
    assertThat(ledger("acme")).containsExactly("2025-01-01 new 70", "2025-10-31 churn -70");

    ingestion.invoice("acme", "i", "2025-10-01", "2025-10-31");
    await().untilAsserted(() -> assertThat(ledger("acme")).containsExactly("2025-01-01 new 70"));
  }

  private List<Received> announced(String type, int count) {
    return TestKafka.received(
        "holdfast.revenue", count, r -> r.type().equals(type) && r.tenant().equals(tenant));
  }
}
