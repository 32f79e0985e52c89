package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A call that comes a second time has no second effect, whatever became of the first. */
@RealIngestion
class RepeatedCallsIT {
  @LocalServerPort int port;
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;

  private Client client;
  private String key;
  private String source;

  @BeforeEach
  void source() {
    client = new Client(port);
    JsonNode made = client.source("segment", "");
    key = made.path("writeKey").asString();
    source = made.path("sourceId").asString();
    client.account("acme");
  }

  @Test
  void usageThatWasArchivedIsKnownByTheArchiveAlone() {
    use("m1", "acme");
    verdicts("m1 accepted");

    use("m1", "acme");
    verdicts("m1 accepted", "m1 duplicate");

    assertThat(client.count("archived_usage")).isEqualTo(1);
    assertThat(client.count("received_payload")).isZero();
  }

  @Test
  void theSameIdTwiceInOneBatchCountsOnce() {
    String one =
        "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"u\",\"event\":\"E\",\"context\":{\"groupId\":\"acme\"}}";
    send("/v1/batch", "{\"batch\":[%s,%s,%s]}".formatted(one, one.replace("m1", "m2"), one));

    verdicts("m1 accepted", "m1 duplicate", "m2 accepted");
    assertThat(client.count("archived_usage")).isEqualTo(2);
  }

  @Test
  void anIdMayBeMadeOfAnything() {
    List<String> ids = List.of("NULL", "a,b", "{x}", "q\"uote", "back\\slash", "Zoë:1", " ' ");
    List<Map<String, Object>> calls = new ArrayList<>();
    for (String id : ids) {
      Map<String, Object> context = Map.of("groupId", "acme");
      calls.add(
          Map.of("type", "track", "messageId", id, "userId", id, "event", "E", "context", context));
      calls.add(
          Map.of("type", "identify", "messageId", "i" + id, "userId", id, "context", context));
    }
    String batch = Client.JSON.writeValueAsString(Map.of("batch", calls));
    send("/v1/batch", batch);
    await().until(() -> verdicts().size() == calls.size());

    send("/v1/batch", batch);

    await().until(() -> verdicts().size() == 2 * calls.size());
    assertThat(verdicts()).filteredOn(one -> one.endsWith("duplicate")).hasSize(calls.size());
    assertThat(client.count("archived_usage")).isEqualTo(ids.size());
    assertThat(client.count("received_payload")).isEqualTo(ids.size());
  }

  @Test
  void whatSaysSomethingOfAPersonIsSaidOnce() {
    identify("m1", "Ann");
    verdicts("m1 accepted");
    identify("m2", "Bea");
    verdicts("m1 accepted", "m2 accepted");

    identify("m1", "Cat");
    verdicts("m1 accepted", "m2 accepted", "m1 duplicate");

    client
        .get("/api/v1/accounts/acme/contacts")
        .expectBody()
        .jsonPath("$.items[0].name")
        .isEqualTo("Bea");
    assertThat(client.count("received_payload")).isEqualTo(2);
  }

  @Test
  void whatCountsAsNoUseIsRemembered() {
    String idle =
        "{\"messageId\":\"m1\",\"userId\":\"u\",\"event\":\"E\",\"context\":{\"groupId\":\"acme\",\"active\":false}}";
    send("/v1/track", idle);
    verdicts("m1 accepted");

    send("/v1/track", idle.replace("false", "true"));

    verdicts("m1 accepted", "m1 duplicate");
    assertThat(client.count("archived_usage")).isZero();
  }

  @Test
  void whatWasDiscardedFromTheQuarantineDoesNotComeBack() {
    use("m1", "nobody");
    JsonNode held = await().until(client::quarantine, all -> all.size() == 1).getFirst();
    client
        .post("/api/v1/quarantine/" + held.path("id").asString() + "/discard", Map.of())
        .expectStatus()
        .isNoContent();

    use("m1", "nobody");

    verdicts("m1 waiting", "m1 duplicate");
    assertThat(client.quarantine()).isEmpty();
  }

  @Test
  void whatAnErasedPersonDidCountsOnceAllTheSame() {
    use("m1", "acme");
    verdicts("m1 accepted");
    erase("u");

    use("m1", "acme");
    lastVerdicts("m1 duplicate");
    use("m2", "acme");
    use("m2", "acme");
    lastVerdicts("m2 accepted", "m2 duplicate");
    send("/v1/track", "{\"messageId\":\"m3\",\"userId\":\"u\",\"event\":\"E\"}");
    lastVerdicts("m3 duplicate");

    assertThat(client.count("archived_usage")).isEqualTo(2);
    assertThat(client.count("archived_usage where person = 'u'")).isZero();
    assertThat(client.count("received_payload where message_id = 'm3'")).isEqualTo(1);
  }

  @Test
  void whatTheVersionBeforeRememberedIsKnown() {
    in(
        database
            .sql("insert into received_payload (source_id, message_id) values ($1::uuid, 'm1')")
            .bind(0, source)
            .then());

    use("m1", "acme");

    verdicts("m1 duplicate");
    assertThat(client.count("archived_usage")).isZero();
  }

  private void use(String id, String account) {
    send(
        "/v1/track",
        "{\"messageId\":\"%s\",\"userId\":\"u\",\"event\":\"E\",\"context\":{\"groupId\":\"%s\"}}"
            .formatted(id, account));
  }

  private void identify(String id, String name) {
    send(
        "/v1/identify",
        "{\"messageId\":\"%s\",\"userId\":\"u\",\"traits\":{\"name\":\"%s\"},\"context\":{\"groupId\":\"acme\"}}"
            .formatted(id, name));
  }

  private void send(String path, String body) {
    client.track(path, key, body).expectStatus().isOk();
  }

  private void erase(String user) {
    client
        .http
        .post()
        .uri("/api/v1/privacy/erasures")
        .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "privacy:write"))
        .bodyValue(Map.of("userId", user))
        .exchange()
        .expectStatus()
        .isAccepted();
    await().until(() -> client.count("archived_usage where person = '" + user + "'") == 0);
  }

  /** What became of each, in whatever order; all that was sent has been worked off then. */
  private void verdicts(String... all) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(verdicts()).containsExactlyInAnyOrder(all));
  }

  /** Those of an erased person before are not shown any more. */
  private void lastVerdicts(String... some) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(verdicts()).contains(some));
  }

  private List<String> verdicts() {
    return events().stream()
        .map(event -> event.path("messageId").asString() + " " + event.path("verdict").asString())
        .toList();
  }

  private List<JsonNode> events() {
    return List.copyOf(
        Client.read(
                client.get("/api/v1/sources/" + source + "/events?limit=200").expectStatus().isOk())
            .path("items")
            .values());
  }

  private void in(Mono<Void> work) {
    transactions.run(new TenantId(client.tenant), () -> work).block();
  }
}
