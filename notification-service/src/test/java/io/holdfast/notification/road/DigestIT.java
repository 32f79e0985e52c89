package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a load of history brings up is told as one digest. */
class DigestIT extends Road {
  @Test
  void aFactTooOldSetsNothingOffAndAYoungOneOfALoadComesInADigest() throws Exception {
    String owner = "flo-" + tenant + "@larkfield.example";
    account("old", "Oldham", owner);
    account("acme", "Acme", owner);
    band("late", "Latimer", owner, "", "at_risk", "load");
    fact("old", "charge_failed", clock.instant().minus(Duration.ofHours(73)), "imp-1");
    fact("acme", "charge_failed", clock.instant().minus(Duration.ofHours(1)), "imp-1");
    theDigestIsDueOnceThereAre(2);

    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(owner)).hasSize(1));
    assertThat(mailTo(owner).getFirst().getSubject())
        .isEqualTo("2 accounts need attention: 1 at risk, 1 failed payment");
    assertThat(items("/api/v1/alerts").size()).isEqualTo(2);
  }

  @Test
  void aPaymentAlertKeepsTheUsageAlertOfTheSameLoadWaiting() {
    String owner = "gil-" + tenant + "@larkfield.example";
    account("acme", "Acme", owner);
    band("acme", "Acme", owner, "", "critical", "load");
    fact("acme", "charge_failed", clock.instant().minus(Duration.ofHours(1)), "imp-1");
    theDigestIsDueOnceThereAre(2);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        first("/api/v1/play-runs?play=escalation-handshake")
                            .required("waitingFor")
                            .asString(""))
                    .isEqualTo("payment_alert"));
    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(owner)).hasSize(1));
  }

  @Test
  void aLoadReachesEachOwnerAndChannelAsOneDigest() throws Exception {
    String fay = "fay-" + tenant + "@larkfield.example";
    String gus = "gus-" + tenant + "@larkfield.example";
    channel(Map.of("type", "webhook", "name", "Hook", "url", RECEIVER.url("/load-" + tenant)));
    band("a1", "Alder", fay, "", "critical", "load");
    band("a2", "Birch", fay, "", "at_risk", "load");
    band("a3", "Cedar", gus, "", "at_risk", "load");
    band("a4", "Dogwood", gus, "", "unknown", "load");
    theDigestIsDueOnceThereAre(3);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(mailTo(fay)).hasSize(1);
              assertThat(mailTo(gus)).hasSize(1);
              assertThat(RECEIVER.calls("/load-" + tenant)).hasSize(1);
            });
    assertThat(mailTo(fay).getFirst().getSubject())
        .isEqualTo("2 accounts need attention: 1 critical, 1 at risk");
    assertThat(mailTo(gus).getFirst().getSubject()).startsWith("Cedar: ");
    assertThat(RECEIVER.calls("/load-" + tenant).getFirst().body())
        .contains("\"type\":\"alert.digest\"", "Alder", "Birch", "Cedar");
    assertThat(items("/api/v1/alerts").size()).isEqualTo(3);
    for (JsonNode run : items("/api/v1/play-runs").values()) {
      assertThat(run.required("outcome").asString()).isEqualTo("completed");
    }
  }

  private void theDigestIsDueOnceThereAre(int alerts) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/alerts").size()).isEqualTo(alerts));
    clock.advance(QUIET.plusSeconds(1));
  }
}
