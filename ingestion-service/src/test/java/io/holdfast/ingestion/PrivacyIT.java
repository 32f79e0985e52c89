package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Canaries: texts about one person that must be nowhere once she is erased. */
@RealIngestion
class PrivacyIT {
  private static final String ID = "canary-user-7";
  private static final String EMAIL = "canary@person.example";
  private static final String NAME = "Canary Bird";

  @LocalServerPort int port;
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;
  @Autowired Timers timers;

  private static final String MAPPING =
      """
      {"rules": [{"kind": "tickets", "when": {"/type": "ticket"},
                  "fields": {"ticket_id": "/no", "account_id": "/customer", "opened_at": "/opened"}}]}
      """;

  private Client client;
  private String key;

  @BeforeEach
  void person() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
    client.account("acme");
    client.load(
        "kind=contacts",
        "contact_id,account_id,name,email\n"
            + "%s,acme,%s,%s\n".formatted(ID, NAME, EMAIL)
            + "other,acme,Other,other@person.example\n"
            + "x,acme,%s,%s is no address\n".formatted(NAME, EMAIL));
    track("visitor", "{'anonymousId':'canary-visitor','event':'E','context':{'groupId':'acme'}}");
    send(
        "identify",
        "{'userId':'%s','anonymousId':'canary-visitor','context':{'groupId':'acme'}}"
            .formatted(ID));
    track("old", "{'userId':'canary-old','event':'E','context':{'groupId':'acme'}}");
    send("alias", "{'previousId':'canary-old','userId':'canary-visitor'}");
    track("mine", "{'userId':'%s','event':'E','context':{'groupId':'acme'}}".formatted(ID));
    track("others", "{'userId':'other','event':'E','context':{'groupId':'acme'}}");
    track("held", "{'userId':'%s','event':'E','context':{'groupId':'nobody'}}".formatted(ID));
    client
        .post(
            "/api/v1/facts",
            Map.of(
                "factId", "f-1",
                "accountId", "acme",
                "type", "csm_pulse",
                "happenedAt", "2026-01-05",
                "contactId", ID,
                "value", 3,
                "text", NAME + " is unhappy"))
        .expectStatus()
        .isAccepted();
    client.published("holdfast.usage", 4, _ -> true);
    await().until(client::quarantine, held -> held.size() == 1);
  }

  @Test
  void anExportHasEverythingThatIsHeld() {
    JsonNode done = request("exports", Map.of("email", EMAIL), Duration.ofSeconds(30));
    assertThat(done.path("found").path("usage").asInt()).isGreaterThanOrEqualTo(1);
    JsonNode document =
        Client.read(
            call(
                    HttpMethod.GET,
                    "/api/v1/privacy/exports/" + done.path("requestId").asString() + "/document",
                    Map.of())
                .expectStatus()
                .isOk());
    assertThat(document.path("ids").toString()).contains(ID, "canary-visitor", "canary-old");
    JsonNode held = document.path("held");
    assertThat(held.path("contacts").toString()).contains(NAME, EMAIL);
    assertThat(held.path("facts").toString()).contains(NAME + " is unhappy");
    assertThat(held.path("usage").toString()).contains("\"E\"");
    assertThat(held.path("quarantine").size()).isEqualTo(1);
    assertThat(held.path("faults of imports").toString()).contains(EMAIL);
    assertThat(document.toString()).doesNotContain("other@person.example");
    client.published(
        "holdfast.audit",
        1,
        message ->
            message.json().contains("\"seen\"")
                && message.json().contains("\"privacy-exports\"")
                && message.json().contains(done.path("requestId").asString()));
  }

  @Test
  void whoIsErasedIsNowhereStaysCountedAndDoesNotComeBack() {
    assertThat(placesWith(ID, EMAIL, NAME)).isNotEmpty();
    JsonNode done = request("erasures", Map.of("userId", ID), Duration.ofSeconds(120));
    String opaque = done.path("opaqueId").asString();

    await()
        .untilAsserted(
            () ->
                assertThat(placesWith(ID, EMAIL, NAME, "canary-visitor", "canary-old")).isEmpty());
    assertThat(client.count("archived_usage where person = '" + opaque + "'")).isEqualTo(3);
    assertThat(client.count("archived_usage where person = 'other'")).isEqualTo(1);
    client.published(
        "holdfast.facts",
        2,
        message ->
            message.type().equals("ingestion.contact-erased.v1")
                && message.json().contains(opaque)
                && message.json().contains("f-1"));
    JsonNode contacts =
        Client.read(client.get("/api/v1/accounts/acme/contacts").expectStatus().isOk());
    assertThat(contacts.path("items").size()).isEqualTo(1);

    client.load(
        "kind=contacts",
        "contact_id,account_id,name,email\n"
            + "%s,acme,%s,%s\n".formatted(ID, NAME, EMAIL)
            + "new-id,acme,%s,%s\n".formatted(NAME, EMAIL));
    send("identify", "{'userId':'%s','traits':{'name':'%s'}}".formatted(ID, NAME));
    track("again", "{'userId':'%s','event':'Later','context':{'groupId':'acme'}}".formatted(ID));
    JsonNode later =
        Client.JSON.readTree(
            client
                .published("holdfast.usage", 1, message -> message.json().contains("Later"))
                .getFirst()
                .json());
    assertThat(later.path("userId").asString()).isEqualTo(opaque);
    assertThat(placesWith(ID, NAME, EMAIL)).isEmpty();
  }

  @Test
  void whatTellsOfSomethingElseNamesThePersonNoMore() {
    JsonNode source = client.source("json", "");
    preview(source).expectStatus().isOk();
    call(HttpMethod.GET, "/api/v1/sources/" + ID + "/events", Map.of())
        .expectStatus()
        .isForbidden();
    await().until(() -> client.count("audit_entry where object_id = '" + ID + "'") == 1);
    TestKafka.send(
        "holdfast.audit",
        client.tenant,
        TestKafka.headers(client.tenant, null, "platform.audit-recorded.v1", Instant.EPOCH),
        "{ not JSON, of %s and of %s".formatted(ID, EMAIL));
    await().until(() -> client.count("dead_letter where state = 'waiting'") == 1);

    JsonNode done = request("erasures", Map.of("userId", ID), Duration.ofSeconds(120));

    String opaque = done.path("opaqueId").asString();
    await().untilAsserted(() -> assertThat(placesWith(ID, EMAIL)).isEmpty());
    assertThat(client.count("audit_entry where object_id = '" + opaque + "'")).isEqualTo(1);
    assertThat(client.count("dead_letter where state = 'discarded' and closed_by = 'erasure'"))
        .isEqualTo(1);
    assertThat(done.path("found").path("kept answers").asInt()).isEqualTo(1);
    assertThat(Client.read(preview(source).expectStatus().isEqualTo(409)).path("code").asString())
        .isEqualTo("idempotency_answer_lost");
    call(HttpMethod.GET, "/api/v1/sources/" + ID + "/events", Map.of())
        .expectStatus()
        .isForbidden();
    await().until(() -> client.count("audit_entry where object_id = '" + opaque + "'") == 2);
    await().untilAsserted(() -> assertThat(placesWith(ID, EMAIL)).isEmpty());
  }

  @Test
  void namesAreSealedWhileTheyAreNeeded() {
    client
        .http
        .post()
        .uri("/api/v1/privacy/erasures")
        .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "privacy:write"))
        .bodyValue(Map.of("email", EMAIL))
        .exchange()
        .expectStatus()
        .isAccepted();
    assertThat(client.count("privacy_request r where position('" + EMAIL + "' in r::text) > 0"))
        .isZero();
    await().until(() -> client.count("timer where kind = 'erase-person' and payload <> ''") == 1);
    assertThat(client.count("timer t where position('" + ID + "' in t::text) > 0")).isZero();
    assertThat(client.count("timer t where position('" + EMAIL + "' in t::text) > 0")).isZero();
    String told =
        client
            .published(
                "holdfast.facts",
                1,
                message -> message.type().equals("ingestion.contact-erased.v1"))
            .getFirst()
            .json();
    assertThat(told).contains(ID).doesNotContain(EMAIL);
  }

  @Test
  void ofADeliveryWithoutAMappingThatComesLaterOnlyTheShapeIsKept() {
    request("erasures", Map.of("userId", ID), Duration.ofSeconds(120));
    String before = client.quarantine().toString();
    JsonNode source = client.source("json", "");

    client
        .put(
            "/api/v1/sources/" + source.path("sourceId").asString() + "/mapping",
            Client.JSON.readTree(MAPPING))
        .expectStatus()
        .isOk();

    deliver(
        source,
        "{\"type\":\"ticket\",\"desk\":{\"from\":\"%s <%s>\",\"open\":true,\"n\":3}}"
            .formatted(NAME, EMAIL));

    await().until(() -> client.count("held_entry where reason = 'unmapped'") == 1);
    assertThat(before).doesNotContain(EMAIL);
    await().untilAsserted(() -> assertThat(placesWith(EMAIL, NAME)).isEmpty());
    assertThat(
            client.count(
                "held_entry where body ="
                    + " '{\"type\":null,\"desk\":{\"from\":null,\"open\":true,\"n\":null}}'"))
        .isEqualTo(1);
  }

  @Test
  void aRequestSaysWhoItIsAbout() {
    for (Map<String, String> wrong :
        List.of(
            Map.<String, String>of(),
            Map.of("userId", " "),
            Map.of("email", "no address"),
            Map.of("userId", "a", "email", EMAIL),
            Map.of("userId", "a", "contactId", "b"))) {
      call(HttpMethod.POST, "/api/v1/privacy/erasures", wrong).expectStatus().isEqualTo(422);
    }
    client.post("/api/v1/privacy/exports", Map.of("userId", "a")).expectStatus().isForbidden();
    call(HttpMethod.GET, "/api/v1/privacy/erasures/01890000-0000-7000-8000-000000000000", Map.of())
        .expectStatus()
        .isNotFound();
  }

  /** Under a key, so that its answer is kept, which shows what it was sent. */
  private WebTestClient.ResponseSpec preview(JsonNode source) {
    String sample =
        "{\"type\":\"ticket\",\"no\":\"%s\",\"customer\":\"acme\",\"opened\":\"2026-01-05T10:00:00Z\"}"
            .formatted(EMAIL);
    return client
        .http
        .post()
        .uri("/api/v1/sources/" + source.path("sourceId").asString() + "/mapping/preview")
        .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "sources:write"))
        .header("Idempotency-Key", "preview-" + client.tenant)
        .bodyValue(
            Map.of(
                "sample", Client.JSON.readTree(sample), "mapping", Client.JSON.readTree(MAPPING)))
        .exchange();
  }

  private void deliver(JsonNode source, String body) {
    long now = Instant.now().getEpochSecond();
    try {
      client
          .http
          .post()
          .uri("/webhooks/json/" + source.path("sourceId").asString())
          .header("webhook-id", "msg_1")
          .header("webhook-timestamp", Long.toString(now))
          .header(
              "webhook-signature",
              new Webhook(source.path("signingSecret").asString()).sign("msg_1", now, body))
          .bodyValue(body)
          .exchange()
          .expectStatus()
          .isOk();
    } catch (WebhookSigningException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private JsonNode request(String what, Map<String, String> person, Duration longest) {
    String location =
        call(HttpMethod.POST, "/api/v1/privacy/" + what, person)
            .expectStatus()
            .isAccepted()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getFirst("Location");
    return await()
        .atMost(longest)
        .until(
            () -> {
              hurry();
              return Client.read(
                  call(HttpMethod.GET, Objects.requireNonNull(location), Map.of())
                      .expectStatus()
                      .isOk());
            },
            view -> view.path("state").asString().equals("completed"));
  }

  /** The second time is a minute later; nobody waits for that here. */
  private void hurry() {
    in(
        database
            .sql("update timer set due_at = $1 where kind = 'erase-person'")
            .bind(0, Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC))
            .then());
  }

  /** The tenant's tables with a row in which one of the texts stands. */
  private List<String> placesWith(String... texts) {
    List<String> tables =
        Objects.requireNonNull(
            transactions
                .run(
                    tenant(),
                    () ->
                        database
                            .sql(
                                """
                                select table_name from information_schema.columns
                                 where table_schema = current_schema() and column_name = 'tenant_id' order by 1
                                """)
                            .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                            .all()
                            .collectList())
                .block());
    String holding =
        tables.stream().map(PrivacyIT::ifItHolds).collect(Collectors.joining(" union all "));
    return Objects.requireNonNull(
        transactions
            .run(
                tenant(),
                () ->
                    database
                        .sql(holding)
                        .bind(0, texts)
                        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                        .all()
                        .collectList())
            .block());
  }

  private static String ifItHolds(String table) {
    String text = table.equals("import_chunk") ? "convert_from(t.bytes, 'UTF8')" : "t::text";
    return """
    select '%1$s' where exists (
      select from %1$s t, unnest($1::text[]) canary where position(canary in %2$s) > 0)
    """
        .formatted(table, text);
  }

  private void in(Mono<Void> work) {
    transactions.run(tenant(), () -> work).block();
  }

  private TenantId tenant() {
    return new TenantId(client.tenant);
  }

  private void track(String messageId, String event) {
    send("track", event.replaceFirst("\\{", "{'messageId':'" + messageId + "',"));
  }

  private void send(String call, String json) {
    client.track("/v1/" + call, key, json.replace('\'', '"')).expectStatus().isOk();
  }

  private WebTestClient.ResponseSpec call(HttpMethod method, String uri, Map<String, String> body) {
    WebTestClient.RequestBodySpec request =
        client
            .http
            .method(method)
            .uri(uri)
            .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "privacy:write"));
    return method == HttpMethod.GET ? request.exchange() : request.bodyValue(body).exchange();
  }
}
