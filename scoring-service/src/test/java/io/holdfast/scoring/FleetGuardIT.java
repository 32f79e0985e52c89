package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The feed of a tenant's twelve accounts stops, and comes back for all but one. */
class FleetGuardIT extends RealScoring {

  private static final String NOTICED = "scoring.fleet-gap-noticed.v1";
  private static final String ENDED = "scoring.fleet-gap-ended.v1";
  private static final int STEADY = 42;

  private final String tenant = "fleet-" + account;
  private final List<String> fleet =
      IntStream.range(0, 12).mapToObj(number -> account + "-" + number).toList();

  @Test
  void aFleetWideGapRaisesOneNoticeAndWhoStaysSilentAlarmsWhenItIsOver() {
    fleet.forEach(
        one ->
            new IngestionFixture(tenant, one)
                .usedBy(4, clock.instant().minus(Duration.ofDays(STEADY - 1)), STEADY));
    await().atMost(SOON).untilAsserted(() -> assertThat(healthy()).isEqualTo(12));

    for (int day = 1; day <= 5; day++) {
      nextDay();
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(portfolio().get("fleetGap").isNull()).isFalse());
    assertThat(portfolio().get("fleetGap").get("silent").asInt()).isEqualTo(12);
    assertThat(healthy()).isEqualTo(12);

    for (int day = 6; day <= 15; day++) {
      nextDay(fleet.subList(1, 12));
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(healthy()).isEqualTo(11));
    assertThat(portfolio().get("fleetGap").isNull()).isTrue();
    await().atMost(SOON).untilAsserted(() -> assertThat(told(ENDED)).hasSize(1));
    assertThat(told(NOTICED)).hasSize(1);
    List<Received> crossings =
        TestKafka.standing(
            "holdfast.health",
            record ->
                record.type().equals("scoring.band-changed.v1")
                    && record.json().contains(account)
                    && "healthy".equals(EXACT.readTree(record.json()).path("from").asString("")));
    assertThat(crossings)
        .isNotEmpty()
        .allSatisfy(record -> assertThat(record.json()).contains(fleet.getFirst() + "\""));
  }

  private void nextDay(List<String> active) {
    clock.advance(Duration.ofDays(1));
    active.forEach(
        one -> new IngestionFixture(tenant, one).usedBy(4, clock.instant().minusSeconds(60), 1));
    TestKafka.awaitDone("holdfast.usage", "scoring");
  }

  private void nextDay() {
    clock.advance(Duration.ofDays(1));
    String today = clock.instant().toString().substring(0, 10);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        body(tenant, "/api/v1/accounts/" + fleet.getLast() + "/health")
                            .get("at")
                            .asString())
                    .startsWith(today));
  }

  private long healthy() {
    for (JsonNode band : portfolio().get("bands")) {
      if (band.get("band").asString().equals("healthy")) {
        return band.get("accounts").asLong();
      }
    }
    return 0;
  }

  private JsonNode portfolio() {
    return body(tenant, "/api/v1/portfolio");
  }

  private List<Received> told(String type) {
    List<Received> told =
        TestKafka.standing(
            "holdfast.health",
            record -> record.type().equals(type) && record.tenant().equals(tenant));
    told.forEach(record -> Contracts.check(type, record.json()));
    return told;
  }
}
