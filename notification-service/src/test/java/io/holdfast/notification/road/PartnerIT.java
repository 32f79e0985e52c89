package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.RouteWalk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody who may see only some accounts. */
class PartnerIT extends Road {
  private static final String[] HIDDEN = {"Hidden Holdings", "hidden-account", "hugo@larkfield"};

  @Test
  void noReadingRouteTellsAnythingOfOtherAccounts() {
    alarmed();
    RouteWalk walk = walk();

    assertThat(walk.leaks(walk.limitedTo("own-account"), "hidden-account", HIDDEN)).isEmpty();
    assertThat(walk.leaks(walk.unlimited(), "hidden-account", HIDDEN))
        .extracting(RouteWalk.Leak::told)
        .contains(HIDDEN);
  }

  @Test
  void whatBelongsToOtherAccountsCannotBeSeenOrChangedByItsId() {
    alarmed();
    String partner = walk().limitedTo("own-account");
    JsonNode alert = of("hidden-account", "/api/v1/alerts");
    JsonNode delivery = of("hugo@larkfield.example", "/api/v1/deliveries");
    String alertUri = "/api/v1/alerts/" + alert.required("alertId").asString();

    JsonNode before = get(alertUri);

    with(partner, "GET", alertUri, null).expectStatus().isNotFound();
    with(partner, "POST", alertUri + "/acknowledge", null).expectStatus().isNotFound();
    with(partner, "POST", alertUri + "/close", Map.of("verdict", "true"))
        .expectStatus()
        .isNotFound();
    with(
            partner,
            "POST",
            "/api/v1/deliveries/" + delivery.required("deliveryId").asString() + "/resend",
            null)
        .expectStatus()
        .isNotFound();
    assertThat(get(alertUri)).isEqualTo(before);
  }

  @Test
  void whatConcernsTheWholeTenantIsNotForThem() {
    String partner = walk().limitedTo("own-account");

    for (String uri : List.of("/api/v1/people", "/api/v1/people/a@b.example", "/api/v1/channels")) {
      with(partner, "GET", uri, null).expectStatus().isForbidden();
    }
    with(partner, "PUT", "/api/v1/people/a@b.example", Map.of("name", "A"))
        .expectStatus()
        .isForbidden();
    with(
            partner,
            "POST",
            "/api/v1/channels",
            Map.of("type", "slack", "name", "Ours", "url", "https://8.8.8.8/x"))
        .expectStatus()
        .isForbidden();
  }

  private void alarmed() {
    band(
        "hidden-account",
        "Hidden Holdings",
        "hugo@larkfield.example",
        "healthy",
        "critical",
        "live");
    band("own-account", "Own Ltd", "ana@larkfield.example", "healthy", "critical", "live");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/deliveries").size()).isEqualTo(2));
  }

  private JsonNode of(String word, String uri) {
    return items(uri)
        .valueStream()
        .filter(item -> item.toString().contains(word))
        .findFirst()
        .orElseThrow();
  }

  private RouteWalk walk() {
    return new RouteWalk(base(), tenant);
  }
}
