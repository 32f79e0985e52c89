package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real parts, on 20 October 2025, with a tenant for each test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("metrics")
abstract class RealMetrics {

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  final IngestionFixture ingestion = new IngestionFixture(tenant);
  WebTestClient http;

  @BeforeEach
  void connect() {
    clock.set(Instant.parse("2025-10-20T12:00:00Z"));
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  void hearTheCompany() {
    hearTheCompany("5683.33333333");
  }

  /**
   * @param end MRR of the tenant with it
   */
  void hearTheCompany(String end) {
    ingestion.account("weekly", "Weekly Inc");
    ingestion.account("quarterly", "Quarterly Ltd");
    ingestion.account("yearly", "Yearly AG");
    ingestion.phase("weekly", "w", "2025-01-15", null, "100 USD/week");
    ingestion.phase("quarterly", "q", "2025-04-01", "2025-07-01", "700 USD/quarter");
    ingestion.phase("quarterly", "q", "2024-10-01", null, "1000 USD/quarter");
    ingestion.phase("quarterly", "q2", "2025-10-10", null, "250 USD/month");
    ingestion.outcome("quarterly", "voluntary_churn", "2025-06-15", "price");
    ingestion.phase("yearly", "y", "2024-06-01", null, "52000 USD/year");
    ingestion.phase("yearly", "y", "2025-06-01", null, "60000 USD/year");
    awaitEnd(end);
    await()
        .untilAsserted(
            () ->
                assertThat(get("/api/v1/metrics/churn-reasons").at("/rows/0/reason").asString())
                    .isEqualTo("price"));
  }

  void awaitEnd(String end) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        get("/api/v1/metrics/mrr-movements?from=2025-10&to=2025-10")
                            .at("/rows/0/end")
                            .asString())
                    .isEqualTo(end));
  }

  List<String> ledger(String account) {
    return get("/api/v1/accounts/" + account + "/mrr-movements")
        .get("items")
        .valueStream()
        .map(
            item ->
                "%s %s %s"
                    .formatted(
                        item.get("on").asString(),
                        item.get("kind").asString(),
                        item.get("amount").asString()))
        .toList();
  }

  JsonNode get(String path) {
    return get(path, TestTokens.bearer(tenant, "metrics:read"));
  }

  JsonNode get(String path, String token) {
    byte[] body =
        http.get()
            .uri(path)
            .header("Authorization", "Bearer " + token)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return JsonMapper.shared().readTree(body);
  }

  void status(String path, String token, int status) {
    http.get()
        .uri(path)
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  /** A path that is encoded already. */
  void status(URI path, String token, int status) {
    http.get()
        .uri(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  void close(String period, String token, int status) {
    http.post()
        .uri("/api/v1/metrics/periods/" + period + "/close")
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  static String line(JsonNode row) {
    List<String> columns =
        List.of(
            "period",
            "start",
            "new",
            "reactivation",
            "expansion",
            "contraction",
            "churn",
            "fx",
            "restatement",
            "end");
    return String.join(" ", columns.stream().map(name -> row.get(name).asString()).toList());
  }
}
