package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealIngestion
class TrackingIT {
  @LocalServerPort int port;
  private Client client;
  private String key;

  @BeforeEach
  void source() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
  }

  @Test
  void aGroupThenATrackBecomeAnAccountAndItsUsage() {
    client
        .track(
            "/v1/batch",
            key,
            """
            {"batch":[
              {"type":"group","messageId":"g1","userId":"u1","groupId":"acme","traits":{"Name":"Acme","Employees":12,"plan":"pro"}},
              {"type":"identify","messageId":"i1","userId":"u1","traits":{"email":"Ann@acme.example","firstName":"Ann","lastName":"Lee"}},
              {"type":"track","messageId":"m1","userId":"u1","event":"Report Exported","timestamp":"2026-01-05T10:00:00Z"},
              {"type":"page","messageId":"m2","userId":"u1","name":"Home","context":{"groupId":"acme"}}
            ],"context":{"library":{"name":"x"}},"sentAt":"%s"}
            """
                .formatted(Instant.now()))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.accepted")
        .isEqualTo(4);
    JsonNode account = client.published("holdfast.facts", "account-recorded");
    assertThat(account.path("name").asString()).isEqualTo("Acme");
    assertThat(account.path("employees").asInt()).isEqualTo(12);
    assertThat(account.path("traits").path("plan").asString()).isEqualTo("pro");
    JsonNode contact = client.published("holdfast.facts", "contact-recorded");
    assertThat(contact.path("contactId").asString()).isEqualTo("u1");
    assertThat(contact.toString()).doesNotContain("Ann");
    List<String> usage =
        client.published("holdfast.usage", 2, _ -> true).stream()
            .map(message -> message.json())
            .toList();
    assertThat(usage)
        .anyMatch(
            json -> json.contains("Report Exported") && json.contains("2026-01-05T10:00:00Z"));
    assertThat(usage)
        .anyMatch(json -> json.contains("page: Home") && json.contains("\"userId\":\"u1\""));
    client
        .get("/api/v1/accounts/acme/contacts")
        .expectBody()
        .jsonPath("$.items[0].name")
        .isEqualTo("Ann Lee")
        .jsonPath("$.items[0].email")
        .isEqualTo("ann@acme.example");
  }

  @Test
  void whatAnSdkSendsAgainCountsOnce() {
    client.account("acme");
    String batch = batch("one", "acme");
    client.track("/v1/batch", key, batch).expectStatus().isOk();
    client.track("/v1/import/", key, batch).expectStatus().isOk();
    client.track("/v1/batch", key, batch("two", "acme")).expectStatus().isOk();
    List<String> usage =
        client.published("holdfast.usage", 2, _ -> true).stream()
            .map(message -> message.json())
            .toList();
    assertThat(usage).filteredOn(json -> json.contains(":one\"")).hasSize(1);
  }

  @Test
  void whatOnePersonDidIsPublishedInTheOrderInWhichItCame() {
    client.account("acme");
    List<String> ids = IntStream.rangeClosed(1, 12).mapToObj(n -> "event-" + n).toList();
    String events =
        ids.stream()
            .map(
                "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u1\",\"event\":\"E\"}"
                    ::formatted)
            .collect(Collectors.joining(","));
    client
        .track(
            "/v1/batch",
            key,
            "{\"batch\":[%s],\"context\":{\"groupId\":\"acme\"}}".formatted(events))
        .expectStatus()
        .isOk();
    assertThat(client.published("holdfast.usage", ids.size(), _ -> true))
        .extracting(message -> message.json().replaceFirst("(?s).*:(event-\\d+)\".*", "$1"))
        .containsExactlyElementsOf(ids);
  }

  @Test
  void usageOfAnUnknownAccountWaitsAndEntersByItself() {
    client.track("/v1/batch", key, batch("early", "newco")).expectStatus().isOk();
    JsonNode held = await().until(client::quarantine, waiting -> waiting.size() == 1).getFirst();
    assertThat(held.path("reason").asString()).isEqualTo("unknown_account");
    client.account("newco");
    assertThat(client.published("holdfast.usage", "usage-recorded").path("accountId").asString())
        .isEqualTo("newco");
    assertThat(client.quarantine()).isEmpty();
  }

  @Test
  void usageOfAUserWithoutAccountEntersOnceTheUserIsGrouped() {
    client
        .track(
            "/v1/track", key, "{\"messageId\":\"a\",\"anonymousId\":\"anon\",\"event\":\"Opened\"}")
        .expectStatus()
        .isOk();
    await().until(client::quarantine, waiting -> waiting.size() == 1);
    client
        .track(
            "/v1/identify", key, "{\"messageId\":\"b\",\"anonymousId\":\"anon\",\"userId\":\"u9\"}")
        .expectStatus()
        .isOk();
    client
        .track("/v1/group", key, "{\"messageId\":\"c\",\"userId\":\"u9\",\"groupId\":\"acme\"}")
        .expectStatus()
        .isOk();
    JsonNode usage = client.published("holdfast.usage", "usage-recorded");
    assertThat(usage.path("accountId").asString()).isEqualTo("acme");
    assertThat(usage.path("userId").asString()).isEqualTo("u9");
  }

  @Test
  void whatIsSaidOfAPersonPieceByPieceWaitsTogether() {
    client
        .track(
            "/v1/batch",
            key,
            """
            {"batch":[{"type":"identify","userId":"u7","traits":{"email":"ann@acme.example"}},
                      {"type":"identify","userId":"u7","traits":{"title":"CTO"}}]}
            """)
        .expectStatus()
        .isOk();
    await().until(client::quarantine, waiting -> waiting.size() == 1);
    client
        .track("/v1/group", key, "{\"userId\":\"u7\",\"groupId\":\"acme\"}")
        .expectStatus()
        .isOk();
    client.published("holdfast.facts", "contact-recorded");
    JsonNode contact =
        Client.read(client.get("/api/v1/accounts/acme/contacts")).path("items").path(0);
    assertThat(contact.path("email").asString()).isEqualTo("ann@acme.example");
    assertThat(contact.path("title").asString()).isEqualTo("CTO");
  }

  @Test
  void aTimeAheadIsHeldAndSaysWhy() {
    client.account("acme");
    String body =
        """
        {"messageId":"f","userId":"u1","event":"Opened","timestamp":"%s","context":{"groupId":"acme"}}
        """
            .formatted(Instant.now().plusSeconds(3600));
    client.track("/v1/track", key, body).expectStatus().isOk();
    JsonNode held = await().until(client::quarantine, waiting -> waiting.size() == 1).getFirst();
    assertThat(held.path("reason").asString()).isEqualTo("future_timestamp");
    JsonNode replayed =
        Client.read(
            client.post("/api/v1/quarantine/" + held.path("id").asString() + "/replay", "{}"));
    assertThat(replayed.path("state").asString()).isEqualTo("waiting");
    JsonNode again = client.quarantine().getFirst();
    assertThat(again.path("id")).isEqualTo(held.path("id"));
    assertThat(again.path("heldAt")).isEqualTo(held.path("heldAt"));
  }

  @Test
  void aTimeBefore2000IsHeldAndSaysWhy() {
    client.account("acme");
    String event =
        "{\"messageId\":\"m%s\",\"userId\":\"u\",\"event\":\"E\",\"timestamp\":%s,"
            + "\"context\":{\"groupId\":\"acme\"}}";
    client.track("/v1/track", key, event.formatted("1", "12345")).expectStatus().isOk();
    client.track("/v1/track", key, event.formatted("2", "1767225600")).expectStatus().isOk();
    assertThat(client.published("holdfast.usage", "usage-recorded").path("occurredAt").asString())
        .isEqualTo("2026-01-01T00:00:00Z");
    JsonNode held = await().until(client::quarantine, waiting -> waiting.size() == 1).getFirst();
    assertThat(held.path("reason").asString()).isEqualTo("implausible_time");
    assertThat(
            Client.read(client.get("/api/v1/quarantine?reason=implausible_time"))
                .path("items")
                .size())
        .isEqualTo(1);
  }

  @Test
  void aTraitThatIsNotWhatItsNameSaysIsKeptAsATrait() {
    client
        .track(
            "/v1/group",
            key,
            "{\"userId\":\"u\",\"groupId\":\"acme\",\"traits\":{\"name\":{\"a\":1}}}")
        .expectStatus()
        .isOk();
    JsonNode account = client.published("holdfast.facts", "account-recorded");
    assertThat(account.path("name").asString()).isEqualTo("acme");
    assertThat(account.path("traits").path("name").asString()).isEqualTo("{\"a\":1}");
  }

  private static String batch(String messageId, String account) {
    return """
    {"batch":[{"type":"track","messageId":"%s","userId":"u1","event":"Report Exported"}],"context":{"groupId":"%s"}}
    """
        .formatted(messageId, account);
  }
}
