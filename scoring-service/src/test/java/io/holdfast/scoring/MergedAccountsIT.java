package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.ArchiveFixture;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two accounts that turn out to be one have one picture, as if they had always been one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class MergedAccountsIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int DAYS = 57;

  @Autowired MovableClock clock;
  @LocalServerPort int port;

  private final String tenant = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final IngestionFixture acme = new IngestionFixture(tenant, "acme");
  private final IngestionFixture dupe = new IngestionFixture(tenant, "dupe");

  @BeforeEach
  void givenTwo() {
    clock.set(LocalDate.now(ZoneOffset.UTC).atTime(12, 0).toInstant(ZoneOffset.UTC));
    Instant first = clock.instant().minus(Duration.ofDays(DAYS - 1));
    acme.named("acme", "Acme");
    dupe.named("dupe", "Acme Inc");
    acme.usedBy(3, first, DAYS);
    dupe.usedBy(5, first, DAYS); // three of them the same people
    judged(8 * DAYS, 2);
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void theAccountHasTheUseOfBothAndTheOtherIsGone() {
    acme.mergedInto("dupe");
    judged(8 * DAYS, 1);
    assertThat(weeklyActiveUsers()).isEqualTo(5);
    assertThat(count("fact where account_id = 'dupe' and tenant_id = ?")).isZero();
    assertThat(answer(HttpMethod.GET, "/api/v1/accounts", 200).path("items").size()).isOne();
    JsonNode gone = answer(HttpMethod.GET, "/api/v1/accounts/dupe/health", 404);
    assertThat(gone.path("code").asString()).isEqualTo("account_merged");
    assertThat(gone.path("accountId").asString()).isEqualTo("acme");

    dupe.usedBy(7, clock.instant().minusSeconds(60), 1);
    dupe.named("dupe", "Acme Inc, said before it was merged");
    await().atMost(SOON).untilAsserted(() -> assertThat(weeklyActiveUsers()).isEqualTo(7));
    assertThat(answer(HttpMethod.GET, "/api/v1/accounts/acme", 200).path("name").asString())
        .isEqualTo("Acme");
    assertThat(count("account where account_id = 'dupe' and tenant_id = ?")).isZero();
  }

  @Test
  void aPictureMadeAnewIsTheSame() {
    acme.mergedInto("dupe");
    judged(8 * DAYS, 1);
    int users = weeklyActiveUsers();
    String health = health();

    JsonNode begun = answer(HttpMethod.POST, "/api/v1/rebuilds/scoring", 202);
    List<Received> archive = new ArrayList<>();
    archive.addAll(
        TestKafka.standing(
            "holdfast.facts",
            one -> one.tenant().equals(tenant) && !one.type().contains("account-merged")));
    archive.addAll(
        TestKafka.received("holdfast.usage", 8 * DAYS, one -> one.tenant().equals(tenant)));
    ArchiveFixture fed = new ArchiveFixture(tenant, "scoring", begun.path("generation").asInt());
    fed.tell(archive);
    fed.end(archive.size());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        answer(HttpMethod.GET, "/api/v1/rebuilds/scoring", 200)
                            .path("state")
                            .asString())
                    .isEqualTo("finished"));

    judged(8 * DAYS, 1);
    assertThat(weeklyActiveUsers()).isEqualTo(users);
    assertThat(health()).isEqualTo(health);
  }

  private void judged(int uses, int accounts) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(count("use_of_product where tenant_id = ?")).isEqualTo(uses);
              assertThat(count("standing where tenant_id = ?")).isEqualTo(accounts);
              assertThat(count("account where tenant_id = ?")).isEqualTo(accounts);
              assertThat(count("deferral where tenant_id = ?")).isZero();
            });
  }

  private String health() {
    return answer(HttpMethod.GET, "/api/v1/accounts/acme/health", 200).path("axes").toString();
  }

  private int weeklyActiveUsers() {
    for (JsonNode axis : answer(HttpMethod.GET, "/api/v1/accounts/acme/health", 200).path("axes")) {
      for (JsonNode signal : axis.path("signals")) {
        if (signal.path("key").asString().equals("weekly_active_users")) {
          return signal.path("value").asInt();
        }
      }
    }
    throw new AssertionError("there is no such signal");
  }

  private JsonNode answer(HttpMethod method, String path, int status) {
    String token =
        TestTokens.bearer(
            tenant, "pipeline:read", "pipeline:write", "health:read", "accounts:read");
    return JsonMapper.shared()
        .readTree(
            WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
  }

  private int count(String rows) {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.prepareStatement("select count(*)::int from scoring." + rows)) {
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
