package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What an account had of the product, as the API tells it. */
class ValueReportIT extends RealScoring {

  private final String tenant = "value-" + account;
  private final IngestionFixture told = new IngestionFixture(tenant, account);

  @Test
  void tellsUseOutcomesAndMilestonesAndToUsTheHealth() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    told.settings();
    told.usedBy(4, clock.instant().minus(Duration.ofDays(120)), 40);
    told.usedBy(6, clock.instant().minus(Duration.ofDays(80)), 81);
    told.noted(clock.instant().minus(Duration.ofDays(30)), "outcome_agreed");
    told.sample(
        clock.instant(),
        "subscription-phase-recorded.v1",
        "startsOn",
        today.minusDays(120).toString());
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .untilAsserted(
            () -> {
              JsonNode report = report("");
              assertThat(report.at("/usage/product/people").asInt()).isEqualTo(6);
              assertThat(report.at("/usage/product/peopleBefore").asInt()).isEqualTo(4);
              assertThat(report.get("outcomes")).hasSize(1);
              assertThat(report.get("milestones")).isNotEmpty();
              assertThat(report.at("/health/score").isNumber()).isTrue();
            });

    JsonNode report = report("");
    assertThat(report.get("from").asString()).isEqualTo(today.minusDays(89).toString());
    assertThat(report.at("/usage/features/0/people").asInt()).isEqualTo(6);
    assertThat(report.at("/usage/modules/0/name").asString()).isEqualTo("analytics");
    assertThat(report.at("/usage/days").asInt()).isEqualTo(90);
    assertThat(report.at("/outcomes/0/state").asString()).isEqualTo("agreed");
    assertThat(report.at("/peers/basis").asString()).isEqualTo("none");
    assertThat(report.at("/peers/measures/0/percentile").isNull()).isTrue();
    assertThat(report.at("/peers/measures/0/why").asString()).isEqualTo("Fewer than 5 peers");
    assertThat(report("?audience=customer").has("health")).isFalse();

    for (String document : List.of("value-report", "data-sheet")) {
      String path = "/api/v1/accounts/" + account + "/" + document;
      for (String query : List.of("", "?audience=customer")) {
        assertThat(text(path + query, MediaType.TEXT_HTML))
            .contains("<!doctype html>", "Report Exported");
      }
      assertThat(text(path + "?format=html", MediaType.ALL)).contains("<!doctype html>");
      assertThat(text(path, MediaType.ALL)).startsWith("{");
      client(tenant)
          .get()
          .uri("/api/v1/accounts/nobody/" + document)
          .accept(MediaType.TEXT_HTML)
          .exchange()
          .expectStatus()
          .isNotFound()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
      client(tenant).get().uri(path + "?format=pdf").exchange().expectStatus().is4xxClientError();
    }
    assertThat(text("/api/v1/accounts/" + account + "/data-sheet?format=csv", MediaType.ALL))
        .startsWith("part,name,active");

    JsonNode then = report("?asOf=" + today.minusDays(100));
    assertThat(then.at("/usage/product/people").asInt()).isEqualTo(4);
    assertThat(then.get("outcomes")).isEmpty();
    assertThat(report("?from=2020-01-01&to=2020-03-31").at("/usage/product/uses").asInt()).isZero();
  }

  @Test
  void refusesWhatIsNoPeriodAndWhoMayNotSee() {
    told.usedBy(1, clock.instant().minusSeconds(60), 1);
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .until(() -> report("").has("usage"));

    for (String query :
        new String[] {
          "from=2026-01-01",
          "from=2026-02-01&to=2026-01-31",
          "from=2025-01-01&to=2026-01-02",
          "from=soon&to=2026-01-31",
          "from=0001-01-01&to=0001-01-02",
          "audience=press"
        }) {
      client(tenant)
          .get()
          .uri("/api/v1/accounts/" + account + "/value-report?" + query)
          .exchange()
          .expectStatus()
          .isBadRequest();
    }
    client("other")
        .get()
        .uri("/api/v1/accounts/" + account + "/value-report")
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private String text(String path, MediaType asked) {
    return String.valueOf(
        client(tenant)
            .get()
            .uri(path)
            .accept(asked)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private JsonNode report(String query) {
    return body(tenant, "/api/v1/accounts/" + account + "/value-report" + query);
  }
}
