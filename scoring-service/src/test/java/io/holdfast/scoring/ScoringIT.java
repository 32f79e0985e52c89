package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ScoringIT extends RealScoring {
  @Test
  void aFallFromFortyToNinePeopleIsAnnouncedWithItsReason() {
    ingestion.usedBy(40, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));

    for (int day = 1; day <= 7; day++) {
      clock.advance(Duration.ofDays(1));
      ingestion.usedBy(9, clock.instant().minusSeconds(60), 1);
      TestKafka.awaitDone("holdfast.usage", "scoring"); // the next day begins after this one is in
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isNotEqualTo("healthy"));
    JsonNode change = announced("scoring.band-changed.v1", "healthy");
    assertThat(change.get("reasons").get(0).get("sentence").asString())
        .isEqualTo("Weekly active users 9, own baseline 40 over 8 weeks (−78%)");
    Contracts.check("scoring.health-scored.v1", anyScored());
  }

  @Test
  void useThatStopsChangesTheBandWithoutAnyEvent() {
    ingestion.usedBy(12, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));

    clock.advance(Duration.ofDays(9));

    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("critical"));
    assertThat(announced("scoring.band-changed.v1", "healthy").get("cause").asString())
        .isEqualTo("clock");
  }

  @Test
  void aBandThatChangesIsLoggedUnderTheTraceOfItsCause(CapturedOutput log) {
    ingestion.usedBy(12, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));

    assertThat(log.getOut().lines().filter(line -> line.contains("account " + account + " of ")))
        .isNotEmpty()
        .allMatch(line -> line.contains("traceId"));
  }

  @Test
  void aTrackingPlanBringsTheCoreFeaturesIntoTheScore() {
    String tenant = "plan-" + account;
    IngestionFixture planned = new IngestionFixture(tenant, account);
    String path = "/api/v1/accounts/" + account + "/health";
    planned.usedBy(12, clock.instant().minus(Duration.ofDays(55)), 56);
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .untilAsserted(
            () -> assertThat(body(tenant, path).get("band").asString()).isEqualTo("healthy"));

    planned.settings();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(body(tenant, path).get("coverage").decimalValue())
                    .isEqualByComparingTo("0.85"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(body(tenant, "/api/v1/portfolio").get("currency").asString())
                    .isEqualTo("USD"));
  }

  @Test
  void anInstantBeforeTheAccountIsUnknownAndAnAccountNeverHadIsNotFound() {
    ingestion.usedBy(5, clock.instant().minusSeconds(30), 1);
    await().atMost(SOON).untilAsserted(() -> get("/api/v1/accounts/" + account, 200));

    JsonNode before = health("?asOf=2001-01-01T00:00:00Z");

    assertThat(before.get("score").isNull()).isTrue();
    assertThat(before.get("band").asString()).isEqualTo("unknown");
    get("/api/v1/accounts/never-had/health", 404);
    get("/api/v1/accounts/never-had", 404);
    get("/api/v1/accounts/never-had/health/history", 404);
  }

  @Test
  void whatWasKnownThenStaysAsItWas() {
    ingestion.usedBy(20, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));
    Instant then = clock.instant();
    String known = "?asOf=%s&knownAt=%s".formatted(then, then);
    JsonNode before = health(known);

    ingestion.sample(
        clock.instant(), "ticket-recorded.v1", "openedAt", then.minusSeconds(3600).toString());
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(health("").toString()).contains("1 high-severity ticket"));

    assertThat(health(known)).isEqualTo(before);
  }

  @Test
  void anAccountThatLeftLongAgoStaysAsItLeft() {
    Instant left = clock.instant().minus(Duration.ofDays(300));
    ingestion.usedBy(12, left.minus(Duration.ofDays(58)), 56);
    ingestion.churned(clock.instant(), LocalDate.ofInstant(left, ZoneOffset.UTC));

    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .untilAsserted(() -> assertThat(health("").get("frozen").asBoolean()).isTrue());
    assertThat(health("").get("score").decimalValue()).isGreaterThan(new BigDecimal("75"));
    assertThat(listed(own, "churned=true&q=" + account)).containsExactly(account);
    assertThat(listed(own, "churned=false&q=" + account)).isEmpty();
  }

  @Test
  void anotherPublishedModelSaysWhatItWouldHaveSaid() throws SQLException {
    ingestion.usedBy(20, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));
    publishedLongAgo("strict", "\"coverageFloor\": 0.5", "\"coverageFloor\": 0.9");

    assertThat(health("?model=strict-v1").get("band").asString()).isEqualTo("unknown");
    assertThat(health("?model=strict-v1").get("model").asString()).isEqualTo("strict-v1");
    assertThat(health("?model=enterprise-v1").get("band").asString()).isEqualTo("healthy");
    assertThat(health("").get("model").asString()).isEqualTo("enterprise-v1");
    JsonNode refusal = get("/api/v1/accounts/" + account + "/health?model=no-such-v1", 422);
    assertThat(refusal.get("code").asString()).isEqualTo("unknown_model");
  }

  /** The enterprise model under another name, changed in one place, and long out of force. */
  private void publishedLongAgo(String key, String what, String with) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                """
                insert into scoring.scoring_model
                  (tenant_id, key, version, body, published_at, published_by, reason)
                select tenant_id, ?, 1, replace(replace(body, '"key": "enterprise"', ?), ?, ?),
                       published_at - interval '1 year', 'test', 'Test'
                  from scoring.scoring_model where tenant_id = ? and key = 'enterprise'
                on conflict do nothing
                """)) {
      statement.setString(1, key);
      statement.setString(2, "\"key\": \"" + key + "\"");
      statement.setString(3, what);
      statement.setString(4, with);
      statement.setString(5, own);
      assertThat(statement.executeUpdate()).isOne();
    }
  }

  private JsonNode announced(String type, String from) {
    List<Received> found =
        TestKafka.received(
            "holdfast.health", 2, record -> record.type().equals(type) && isOurs(record));
    found.forEach(record -> Contracts.check(type, record.json()));
    return found.stream()
        .map(record -> EXACT.readTree(record.json()))
        .filter(change -> from.equals(change.path("from").asString("")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("none came from " + from + ": " + found));
  }

  private boolean isOurs(Received record) {
    return record.json().contains(account);
  }

  private String anyScored() {
    return TestKafka.received(
            "holdfast.health",
            record ->
                record.type().equals("scoring.health-scored.v1") && record.json().contains(account))
        .getFirst()
        .json();
  }
}
