package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.ArchiveFixture;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Books made anew are the books there were; the test tells the archive as ingestion does. */
class RebuildIT extends RealMetrics {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void figuresAreTheSameAndNothingIsAnnouncedAgain() {
    hearTheCompany();
    List<String> before = figures();
    List<Received> announced = announced();
    List<Received> archive = archive();

    ArchiveFixture fed = rebuild();
    assertThat(count("contract_phase")).isZero();
    fed.tell(archive.subList(0, archive.size() / 2));
    assertThat(lines()).as("books stay until all is told").isEqualTo(before.subList(0, 1));
    fed.tell(archive); // half of it twice
    fed.end(archive.size());
    finished(archive.size());

    assertThat(figures()).isEqualTo(before);
    assertThat(announced()).isEqualTo(announced);
  }

  @Test
  void whatComesLiveInTheMiddleCountsOnceAndIsAnnouncedAtTheEnd() {
    hearTheCompany();
    List<Received> archive = archive();
    List<Received> announced = announced();

    ArchiveFixture fed = rebuild();
    fed.tell(archive.subList(0, 2));
    ingestion.phase("quarterly", "q3", "2025-10-12", null, "100 USD/month");
    TestKafka.awaitDone("holdfast.facts", "metrics");
    assertThat(announced()).isEqualTo(announced);
    List<Received> all = archive();
    assertThat(all).hasSize(archive.size() + 1);
    fed.tell(all);
    fed.end(all.size());
    finished(all.size());

    awaitEnd("5783.33333333");
    assertThat(announced()).hasSizeGreaterThan(announced.size());
    List<String> once = figures();
    ArchiveFixture next = rebuild();
    next.tell(all);
    next.end(all.size());
    finished(all.size());
    assertThat(figures()).isEqualTo(once);
  }

  private ArchiveFixture rebuild() {
    JsonNode begun = call(HttpMethod.POST, 202);
    Received asked =
        TestKafka.received(
                "holdfast.rebuild-requests",
                record ->
                    record.tenant().equals(tenant)
                        && record.json().contains("\"generation\":" + begun.path("generation")))
            .getFirst();
    Contracts.check("metrics.rebuild-asked.v1", asked.json());
    return new ArchiveFixture(tenant, "metrics", begun.path("generation").asInt());
  }

  private void finished(int messages) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(call(HttpMethod.GET, 200).path("state").asString())
                    .isEqualTo("finished"));
    assertThat(call(HttpMethod.GET, 200).path("handled").asInt()).isEqualTo(messages);
  }

  private JsonNode call(HttpMethod method, int status) {
    return JsonMapper.shared()
        .readTree(
            http.method(method)
                .uri("/api/v1/rebuilds/metrics")
                .header(
                    "Authorization",
                    "Bearer " + TestTokens.bearer(tenant, "pipeline:read", "pipeline:write"))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
  }

  private List<Received> archive() {
    return TestKafka.standing("holdfast.facts", record -> record.tenant().equals(tenant));
  }

  /** All that was told of the tenant's revenue; nothing is on its way. */
  private List<Received> announced() {
    await().atMost(SOON).untilAsserted(() -> assertThat(count("outbox")).isZero());
    return TestKafka.standing("holdfast.revenue", record -> record.tenant().equals(tenant));
  }

  private List<String> lines() {
    return List.of(
        get("/api/v1/metrics/mrr-movements?from=2025-04&to=2025-10").path("rows").toString());
  }

  private List<String> figures() {
    return Stream.concat(
            lines().stream(),
            Stream.concat(
                Stream.of("nrr", "churn-reasons")
                    .map(metric -> get("/api/v1/metrics/" + metric).path("rows").toString()),
                Stream.of("weekly", "quarterly", "yearly")
                    .flatMap(account -> ledger(account).stream())))
        .toList();
  }

  private int count(String table) {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "select count(*) from metrics.%s where tenant_id = ?".formatted(table))) {
      statement.setString(1, tenant);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
