package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service is told that an account is another. */
class MergingIT extends Probed {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Autowired ProbeService.Cures cures;

  @Test
  void itMovesWhatItKeepsOnceAndIsGivenTheRestAsTheOthers() {
    fact("dupe", "before");
    merged("dupe", "acme");
    merged("dupe", "acme");
    fact("dupe", "after");
    tell("dupe", "probe.noted.v1", Map.of("accountId", "dupe", "text", "worked out of one"));
    fact("acme", "last");

    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(notes())
                    .containsExactly(
                        "before of dupe",
                        "dupe is acme",
                        "after of acme, told of dupe",
                        "last of acme"));
  }

  @Test
  void aLetterAboutTheOneIsTriedAgainAsTheOthers() {
    fact("dupe", "poison " + tenant);
    merged("dupe", "acme");
    await().atMost(LONGEST).until(this::notes, List.of("dupe is acme")::equals);
    await().atMost(LONGEST).until(() -> letters().size() == 1);

    cures.texts().add("poison " + tenant);
    http.post()
        .uri("/api/v1/dead-letters/probe/{id}/replay", letters().getFirst())
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "pipeline:write"))
        .exchange()
        .expectStatus()
        .is2xxSuccessful();

    assertThat(notes())
        .containsExactly("dupe is acme", "poison " + tenant + " of acme, told of dupe");
  }

  @Test
  void whoAsksForTheOneIsToldOfTheOtherIfItIsTheirsToSee() {
    String path = "/api/v1/accounts/dupe/echo";
    get(path, TestTokens.bearer(tenant, "accounts:read")).expectStatus().isOk();
    merged("dupe", "acme");
    await().atMost(LONGEST).until(this::notes, List.of("dupe is acme")::equals);

    get(path, TestTokens.bearer(tenant, "accounts:read"))
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("account_merged")
        .jsonPath("$.accountId")
        .isEqualTo("acme");
    code(get(path, partner("dupe")), "unknown_account");
    code(get(path, partner("acme")), "account_merged");
    get(path, TestTokens.bearer("other" + tenant, "accounts:read")).expectStatus().isOk();
    get("/api/v1/accounts/acme/echo", TestTokens.bearer(tenant, "accounts:read"))
        .expectStatus()
        .isOk();
  }

  @Test
  void aMergeWaitsForWhoeverHandlesMessagesOfTheTenant() throws SQLException {
    fact("dupe", "first");
    await().atMost(LONGEST).until(this::notes, List.of("first of dupe")::equals);
    try (Connection another = RealPostgres.instance().superuser()) {
      another.setAutoCommit(false);
      try (var statement = another.createStatement()) {
        statement.execute(
            "select from probe.generation where tenant_id = '%s' for key share".formatted(tenant));
        merged("dupe", "acme");
        await().atMost(LONGEST).until(this::somebodyWaits);
        assertThat(count("merged_subject")).isZero();
      }
      another.commit();
    }
    await().atMost(LONGEST).until(this::notes, List.of("first of dupe", "dupe is acme")::equals);
    assertThat(count("merged_subject")).isOne();
  }

  private boolean somebodyWaits() throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select count(*) from pg_stat_activity
                 where wait_event_type = 'Lock' and query like '%from generation%for update%'
                """)) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  private void fact(String account, String text) {
    tell(account, "ingestion.fact-recorded.v1", Map.of("accountId", account, "text", text));
  }

  private void merged(String from, String into) {
    ObjectNode merge =
        (ObjectNode) JsonMapper.shared().readTree(Contracts.sample("ingestion/account-merged.v1"));
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, null, "ingestion.account-merged.v1", Instant.now()),
        merge.put("mergedAccountId", from).put("accountId", into).toString());
  }

  private void tell(String account, String type, Map<String, String> body) {
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, account, type, Instant.now()),
        JsonMapper.shared().writeValueAsString(body));
  }

  private List<String> letters() {
    return JsonMapper.shared()
        .readTree(
            get("/api/v1/dead-letters/probe", TestTokens.bearer(tenant, "pipeline:read"))
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody())
        .path("items")
        .valueStream()
        .map(letter -> letter.path("id").asString())
        .toList();
  }

  private String partner(String account) {
    return TestTokens.sign(
        TestTokens.claims(tenant, "accounts:read").claim("accounts", List.of(account)).build());
  }

  private static void code(ResponseSpec response, String code) {
    response.expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo(code);
  }
}
