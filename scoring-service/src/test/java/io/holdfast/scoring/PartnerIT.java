package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.RealParts;
import io.holdfast.testing.RouteWalk;
import io.holdfast.testing.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.JsonPathAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Somebody who may see only some accounts. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class PartnerIT {
  private static final String[] HIDDEN = {"Hidden Holdings", "hidden-account"};

  @LocalServerPort int port;

  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void noReadingRouteTellsAnythingOfOtherAccounts() {
    told("hidden-account", "Hidden Holdings");
    told("own-account", "Own Ltd");
    TestKafka.awaitDone("holdfast.facts", "scoring");
    TestKafka.awaitDone("holdfast.usage", "scoring");
    RouteWalk walk = new RouteWalk("http://127.0.0.1:" + port, tenant);

    assertThat(walk.leaks(walk.limitedTo("own-account"), "hidden-account", HIDDEN)).isEmpty();
    assertThat(walk.leaks(walk.unlimited(), "hidden-account", HIDDEN))
        .extracting(RouteWalk.Leak::told)
        .contains(HIDDEN);
  }

  @Test
  void thePortfolioCountsTheVisibleAccountsOnly() {
    told("hidden-account", "Hidden Holdings");
    told("own-account", "Own Ltd");
    RouteWalk walk = new RouteWalk("http://127.0.0.1:" + port, tenant);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> accounts(walk.unlimited()).isEqualTo(2));
    accounts(walk.limitedTo("own-account")).isEqualTo(1);
    accounts(walk.limitedTo()).isEqualTo(0);
  }

  private JsonPathAssertions accounts(String token) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .build()
        .get()
        .uri("/api/v1/portfolio")
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.accounts");
  }

  private void told(String account, String name) {
    IngestionFixture ingestion = new IngestionFixture(tenant, account);
    ingestion.named(account, name);
    ingestion.usedBy(3, Instant.now().minus(Duration.ofDays(55)), 56);
  }
}
