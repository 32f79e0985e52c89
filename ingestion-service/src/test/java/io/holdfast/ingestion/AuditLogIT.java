package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RealIngestion
class AuditLogIT {
  private static final Instant FIRST = Instant.parse("2026-01-05T10:00:00Z");

  @LocalServerPort int port;

  private Client client;

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void whatOtherServicesRecordIsKeptAndFiltered() {
    record("notification", "ana", "channels", "c1", "changed", FIRST);
    record("notification", "bo", "channels", "c2", "refused", FIRST.plusSeconds(1));
    record("scoring", "ana", "models", "m1", "changed", FIRST.plusSeconds(2));

    assertThat(ids("")).containsExactly("m1", "c2", "c1");
    assertThat(ids("sort=at")).containsExactly("c1", "c2", "m1");
    assertThat(ids("actor=ana")).containsExactly("m1", "c1");
    assertThat(ids("service=scoring")).containsExactly("m1");
    assertThat(ids("object=channels")).containsExactly("c2", "c1");
    assertThat(ids("object=channels/c1")).containsExactly("c1");
    assertThat(ids("outcome=refused")).containsExactly("c2");
    assertThat(ids("from=2026-01-05T10:00:01Z&to=2026-01-05T10:00:02Z")).containsExactly("c2");
  }

  @Test
  void pagesFollowEachOtherWhenMuchHappenedAtOnce() {
    IntStream.range(0, 7)
        .forEach(i -> record("scoring", "ana", "models", "m" + i, "changed", FIRST));
    TestKafka.awaitDone("holdfast.audit", "ingestion");

    JsonNode first = page("limit=4");
    JsonNode rest = page("limit=4&cursor=" + first.path("next").asString());

    assertThat(first.path("items").size()).isEqualTo(4);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(first.path("items").valueStream().map(AuditLogIT::object))
        .doesNotContainAnyElementsOf(
            rest.path("items").valueStream().map(AuditLogIT::object).toList());
    assertThat(rest.path("items").size()).isEqualTo(3);
  }

  @Test
  void theSameRecordTwiceIsOneEntry() {
    Map<String, String> headers =
        TestKafka.headers(client.tenant, null, "platform.audit-recorded.v1", FIRST);
    headers.put("ce_id", "0199f1c2-7a55-7c3e-9d0b-0d6f2a1b4c77");
    for (int i = 0; i < 2; i++) {
      TestKafka.send("holdfast.audit", client.tenant, headers, sample().toString());
    }
    TestKafka.awaitDone("holdfast.audit", "ingestion");

    assertThat(page("").path("items").size()).isEqualTo(1);
    assertThat(page("").at("/items/0/changes/0/name").asString()).isEqualTo("scopes");
  }

  @Test
  void lookingAtContactsIsRecordedWithHowManyAndNoName() {
    client.account("acme");
    client.load(
        "kind=contacts", "contact_id,account_id,name\nc1,acme,Carla Canary\nc2,acme,Carl Canary\n");
    client.get("/api/v1/accounts/acme/contacts").expectStatus().isOk();

    JsonNode entry = eventually(() -> page("object=contacts/acme").path("items").path(0));

    assertThat(entry.path("outcome").asString()).isEqualTo("seen");
    assertThat(entry.path("action").asString())
        .isEqualTo("GET /api/v1/accounts/{accountId}/contacts");
    assertThat(entry.path("count").asInt()).isEqualTo(2);
    assertThat(entry.path("traceId").asString()).hasSize(32);
    assertThat(entry.toString()).doesNotContain("Canary");
  }

  @Test
  void whatSomebodyIsRefusedIsRecorded() {
    String eve =
        TestTokens.sign(
            TestTokens.claims(client.tenant, "accounts:read")
                .subject("eve")
                .claim("client_id", "eves-tool")
                .build());
    for (int i = 0; i < 30; i++) {
      get(eve, "/api/v1/roles/admin").expectStatus().isForbidden();
    }

    JsonNode entry = eventually(() -> page("actor=eve").path("items").path(0));

    assertThat(entry.path("outcome").asString()).isEqualTo("refused");
    assertThat(entry.path("code").asString()).isEqualTo("missing_scope");
    assertThat(entry.path("objectId").asString()).isEqualTo("admin");
    assertThat(entry.path("client").asString()).isEqualTo("eves-tool");
    TestKafka.awaitDone("holdfast.audit", "ingestion");
    assertThat(page("actor=eve").path("items").size()).isLessThan(30);
  }

  @Test
  void aChangeOfARoleIsRecordedWithWhatItWas() {
    client
        .http
        .put()
        .uri("/api/v1/roles/product")
        .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "platform:admin"))
        .bodyValue(Map.of("scopes", List.of("accounts:read")))
        .exchange()
        .expectStatus()
        .isOk();

    JsonNode entry = eventually(() -> page("object=roles/product").path("items").path(0));

    assertThat(entry.path("outcome").asString()).isEqualTo("changed");
    assertThat(entry.at("/changes/0/before").asString()).contains("models:read");
    assertThat(entry.at("/changes/0/after").asString()).isEqualTo("accounts:read");
  }

  @Test
  void isGivenAsCsvToo() {
    record("scoring", "=cmd()", "models", "m1", "changed", FIRST);
    record("scoring", "ana", "models", "m2", "changed", FIRST.plusSeconds(1));
    TestKafka.awaitDone("holdfast.audit", "ingestion");

    List<String> lines =
        new String(
                client
                    .http
                    .get()
                    .uri("/api/v1/audit-log?object=models")
                    .header("Authorization", "Bearer " + auditor())
                    .header("Accept", "text/csv")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueMatches("Content-Type", "text/csv.*")
                    .expectBody()
                    .returnResult()
                    .getResponseBody())
            .lines()
            .toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).startsWith("entry_id,at,service,actor");
    assertThat(lines.get(1)).contains(",ana,").contains("scopes: accounts:read");
    assertThat(lines.get(2)).contains("'=cmd()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"outcome=done", "from=yesterday", "to=1", "actor=a%0Ab", "sort=actor"})
  void saysWhatIsWrongWithAQuestion(String query) {
    get(auditor(), "/api/v1/audit-log?" + query).expectStatus().isBadRequest();
  }

  @Test
  void isForAuditorsOfTheWholeTenantAndOfNoOther() {
    record("scoring", "ana", "models", "m1", "changed", FIRST);
    TestKafka.awaitDone("holdfast.audit", "ingestion");

    get(TestTokens.bearer(client.tenant, "accounts:read"), "/api/v1/audit-log")
        .expectStatus()
        .isForbidden();
    assertThat(
            Client.read(
                    get(TestTokens.bearer("o" + client.tenant, "audit:read"), "/api/v1/audit-log"))
                .path("items")
                .size())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ingestion.audit_entry set actor = 'nobody'",
        "delete from ingestion.audit_entry",
        "truncate ingestion.audit_entry",
        "drop table ingestion.audit_entry",
        "alter table ingestion.audit_entry disable row level security",
      })
  void postgresRefusesTheServiceToChangeWhatWasRecorded(String statement) throws SQLException {
    for (String role : List.of("ingestion_app", "ingestion_background")) {
      try (Connection connection = RealPostgres.instance().as(role);
          var sql = connection.createStatement()) {
        sql.execute("select set_config('app.tenant', '" + client.tenant + "', false)");
        assertThatThrownBy(() -> sql.execute(statement))
            .isInstanceOf(SQLException.class)
            .extracting(failure -> ((SQLException) failure).getSQLState())
            .isEqualTo("42501"); // insufficient_privilege
      }
    }
  }

  private void record(
      String service, String actor, String type, String id, String outcome, Instant at) {
    ObjectNode entry = sample();
    entry.put("service", service).put("actor", actor).put("outcome", outcome);
    entry.put("objectType", type).put("objectId", id).put("at", at.toString());
    Contracts.check("platform.audit-recorded.v1", entry.toString());
    TestKafka.send(
        "holdfast.audit",
        client.tenant,
        TestKafka.headers(client.tenant, null, "platform.audit-recorded.v1", at),
        entry.toString());
  }

  private static ObjectNode sample() {
    return (ObjectNode) Client.JSON.readTree(Contracts.sample("platform/audit-recorded.v1"));
  }

  private static String object(JsonNode entry) {
    return entry.path("objectId").asString();
  }

  private List<String> ids(String query) {
    TestKafka.awaitDone("holdfast.audit", "ingestion");
    return page(query).path("items").valueStream().map(AuditLogIT::object).toList();
  }

  private static JsonNode eventually(Supplier<JsonNode> entry) {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).until(entry::get, JsonNode::isObject);
  }

  private JsonNode page(String query) {
    return Client.read(get(auditor(), "/api/v1/audit-log?" + query).expectStatus().isOk());
  }

  private String auditor() {
    return TestTokens.sign(
        TestTokens.claims(client.tenant, "audit:read").claim("roles", List.of("auditor")).build());
  }

  private ResponseSpec get(String token, String uri) {
    return client
        .http
        .get()
        .uri(URI.create("http://127.0.0.1:" + port + uri))
        .header("Authorization", "Bearer " + token)
        .exchange();
  }
}
