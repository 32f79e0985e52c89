package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What is older than its tenant keeps things goes, and nothing else. */
@RealIngestion
class RetentionIT {
  @LocalServerPort int port;
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;
  @Autowired Timers timers;

  private Client client;
  private String key;

  @BeforeEach
  void source() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
    client.account("acme");
  }

  @Test
  void whatIsOldGoesAndWhatIsNewOrStillTrueStays() {
    track("acme");
    track("nobody");
    JsonNode imported =
        client.load("kind=tickets", "ticket_id,account_id,opened_at\nT,acme,2026-01-05\n,acme,x\n");
    await().until(client::quarantine, waiting -> waiting.size() == 1);
    client.published("holdfast.usage", 1, _ -> true);
    client.published("holdfast.facts", 2, _ -> true);
    await().until(() -> client.count("archived_fact where not published") == 0);
    await().until(() -> client.count("archived_usage where not published") == 0);
    assertThat(client.count("received_payload")).isEqualTo(1); // the other is known by the archive
    age();
    track("acme");
    client.published("holdfast.usage", 2, _ -> true);

    in(timers.set(tenant(), "retention", "daily", Instant.EPOCH, ""));

    await().untilAsserted(() -> assertThat(client.count("archived_usage")).isEqualTo(1));
    await().untilAsserted(() -> assertThat(client.count("import_fault")).isZero());
    assertThat(client.count("import_chunk")).isZero();
    assertThat(client.count("held_entry")).isZero();
    assertThat(client.count("received_payload")).isZero();
    assertThat(client.count("archived_fact where kind = 'tickets'")).isZero();
    assertThat(client.count("archived_fact where kind = 'accounts'")).isEqualTo(1);
    JsonNode left =
        Client.read(client.get("/api/v1/quarantine/summary").expectStatus().isOk()).path("left");
    assertThat(left.path(0).path("outcome").asString()).isEqualTo("expired");
    assertThat(left.path(0).path("entries").asInt()).isEqualTo(1);
    client.get("/api/v1/imports/" + imported.path("importId").asString()).expectStatus().isOk();
    await()
        .untilAsserted(
            () ->
                assertThat(client.count("timer where kind = 'retention' and due_at > now()"))
                    .isEqualTo(1));
  }

  /** As if all that is here had come two thousand days ago; a tenant keeps things 1,095 days. */
  private void age() {
    in(
        Flux.just(
                "archived_usage set received_at = received_at",
                "archived_fact set received_at = received_at",
                "held_entry set held_at = held_at",
                "received_payload set received_at = received_at",
                "import set received_at = received_at")
            .concatMap(
                update -> database.sql("update " + update + " - interval '2000 days'").then())
            .then());
  }

  private void in(Mono<Void> work) {
    transactions.run(tenant(), () -> work).block();
  }

  private TenantId tenant() {
    return new TenantId(client.tenant);
  }

  private void track(String account) {
    client
        .track(
            "/v1/track",
            key,
            "{\"userId\":\"u\",\"event\":\"E\",\"context\":{\"groupId\":\"%s\"}}"
                .formatted(account))
        .expectStatus()
        .isOk();
  }
}
