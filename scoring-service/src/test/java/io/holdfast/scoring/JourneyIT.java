package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where accounts are on their way, as the API shows it and the other services hear it. */
class JourneyIT extends RealScoring {

  private final String tenant = "way-" + account;
  private final IngestionFixture told = new IngestionFixture(tenant, account);

  @Test
  void anAccountIsFollowedFromItsFirstPaidDayOn() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    told.settings();
    TestKafka.awaitDone("holdfast.tenants", "scoring");
    told.usedBy(30, clock.instant().minus(Duration.ofDays(120)), 121);
    told.sample(
        clock.instant(),
        "subscription-phase-recorded.v1",
        "startsOn",
        today.minusDays(130).toString());
    told.sample(clock.instant(), "contact-recorded.v1", "role", "champion");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(journey("").at("/milestones/0/state").asString()).isEqualTo("reached"));

    JsonNode journey = journey("");
    assertThat(journey.get("dayZero").asString()).isEqualTo(today.minusDays(130).toString());
    assertThat(journey.get("day").asInt()).isEqualTo(130);
    assertThat(journey.at("/milestones/0/day").asInt()).isEqualTo(10);
    assertThat(journey.at("/milestones/0/on").asString())
        .isEqualTo(today.minusDays(120).toString());
    assertThat(journey.at("/stage/key").asString()).isEqualTo("adoption");
    assertThat(journey.at("/stage/goal").asString()).isEqualTo("Depth of use");
    assertThat(journey.at("/stage/indicators")).hasSize(3);
    assertThat(journey.get("day90Score").isNumber()).isTrue();
    assertThat(journey.at("/segment/key").asString()).isEqualTo("nurture");
    assertThat(journey.at("/segment/why/0").asString()).contains("in adoption");
    assertThat(journey.at("/stakeholders/singleThreaded").asBoolean()).isTrue();
    assertThat(journey.at("/expansion/state").asString()).isEqualTo("not_yet");
    assertThat(journey.at("/competitors/state").asString()).isEqualTo("none");

    told.noted(clock.instant(), "competitor_sighting");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(journey("").at("/segment/why/0").asString())
                    .isEqualTo("It is exposed to a competitor"));
    JsonNode then = journey("?asOf=" + today.minusDays(125));
    assertThat(then.at("/milestones/0/state").asString()).isEqualTo("open");
    assertThat(then.get("stage").isNull()).isTrue();

    assertThat(found("segment=protect&competitor=exposed&stage=adoption&singleThreaded=true"))
        .containsExactly(account);
    assertThat(found("segment=grow")).isEmpty();
    assertThat(found("expansion=ready")).isEmpty();
    assertThat(found("singleThreaded=false")).isEmpty();
    client(tenant)
        .get()
        .uri("/api/v1/accounts?stage=done")
        .exchange()
        .expectStatus()
        .isBadRequest();

    for (String type : List.of("stage-changed", "milestone-reached", "day-90-scored")) {
      String contract = "scoring." + type + ".v1";
      List<Received> heard = heard(contract);
      assertThat(heard).as(type).isNotEmpty();
      heard.forEach(one -> Contracts.check(contract, one.json()));
    }
    assertThat(heard("scoring.milestone-reached.v1")).hasSize(3);
    assertThat(heard("scoring.day-90-scored.v1")).hasSize(1);
  }

  @Test
  void anotherTenantSeesNoJourney() {
    told.usedBy(2, clock.instant().minus(Duration.ofDays(3)), 3);
    await().atMost(SOON).untilAsserted(() -> assertThat(found("stage=onboarding")).hasSize(1));

    String path = "/api/v1/accounts/" + account + "/journey";
    client("other").get().uri(path).exchange().expectStatus().isNotFound();
    assertThat(journey("").at("/dayZero").isNull()).isTrue();
    assertThat(journey("").at("/stakeholders/singleThreaded").isNull()).isTrue();
  }

  private List<String> found(String query) {
    return listed(tenant, query);
  }

  private JsonNode journey(String query) {
    return body(tenant, "/api/v1/accounts/" + account + "/journey" + query);
  }

  private List<Received> heard(String type) {
    return TestKafka.received(
        "holdfast.health", record -> record.type().equals(type) && record.json().contains(account));
  }
}
