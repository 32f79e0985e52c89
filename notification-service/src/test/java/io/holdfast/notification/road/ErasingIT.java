package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.notification.road.Receiver.Reply;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.erasing.ErasedPerson;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom ingestion erases is gone from what was written to people, and from what failed. */
class ErasingIT extends Road {
  private static final String OPAQUE = "erased-0815";
  private static final String ID = "canary-0815";

  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;

  private final String email = "canary-" + tenant + "@person.example";

  @Test
  void whatWasWrittenAndWhatFailedNameThePersonNoMore() {
    String path = "/to-" + tenant;
    RECEIVER.answer(path, new Reply(400, "nobody like " + email, Map.of()));
    channel(
        Map.of(
            "type",
            "webhook",
            "name",
            "Hook",
            "url",
            RECEIVER.url(path),
            "events",
            List.of("alert.opened")));
    band("acme", "Acme of " + ID, email, "healthy", "critical", "live");
    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(email)).isNotEmpty());
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, "acme", "ingestion.fact-recorded.v1", clock.instant()),
        "{ not JSON, of %s and %s".formatted(ID, email));
    await().atMost(SOON).until(() -> count("dead_letter") == 1);
    await().atMost(SOON).until(() -> count("delivery where state <> 'pending'") >= 1);
    assertThat(placesWith(ID)).contains("dead_letter", "delivery");
    assertThat(placesWith(email)).contains("dead_letter", "delivery");

    erase();

    await().atMost(SOON).untilAsserted(() -> assertThat(placesWith(ID, email)).isEmpty());
    JsonNode letters = items("/api/v1/deliveries");
    assertThat(letters.toString()).contains(OPAQUE).doesNotContain(ID, email);
  }

  private void erase() {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "contactIds", List.of(ID),
                    "addresses", List.of(ErasedPerson.digest(email, OPAQUE)),
                    "opaqueId", OPAQUE,
                    "facts", List.of()));
    Contracts.check("ingestion.contact-erased.v1", body);
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, null, "ingestion.contact-erased.v1", clock.instant()),
        body);
  }

  private List<String> placesWith(String... names) {
    return List.of(
            "alert",
            "play_run_entry",
            "delivery",
            "delivery_attempt",
            "dead_letter",
            "outbox",
            "timer",
            "digest_entry")
        .stream()
        .filter(table -> holds(table, names))
        .toList();
  }

  private boolean holds(String table, String... names) {
    String text =
        table.equals("dead_letter") ? "t::text || convert_from(t.body, 'UTF8')" : "t::text";
    return one(
            database
                .sql(
                    "select count(*) from %s t, unnest($1::text[]) name where position(name in %s) > 0"
                        .formatted(table, text))
                .bind(0, names))
        > 0;
  }

  private long count(String rows) {
    return one(database.sql("select count(*) from " + rows));
  }

  private long one(DatabaseClient.GenericExecuteSpec sql) {
    return Objects.requireNonNull(
        transactions
            .run(
                new TenantId(tenant),
                () -> sql.map(row -> Objects.requireNonNull(row.get(0, Long.class))).one())
            .block());
  }
}
