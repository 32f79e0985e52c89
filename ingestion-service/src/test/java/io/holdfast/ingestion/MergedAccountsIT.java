package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An account that turns out to be another. */
@RealIngestion
class MergedAccountsIT {
  @LocalServerPort int port;

  private Client client;
  private String key;

  @BeforeEach
  void accounts() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
    client.load(
        "kind=accounts",
        """
        account_id,name,industry,external_ids
        acme,Acme,,
        dupe,Acme Inc,Shoes,stripe=cus_7
        third,Third,,
        """);
    client.load("kind=contacts", "contact_id,account_id,name\nann,acme,Ann\nbob,dupe,Bob\n");
  }

  @Test
  void everythingThatLedToTheOneLeadsToTheOther() {
    JsonNode merged = merge("acme", "dupe", 201);
    assertThat(merged.path("accountId").asString()).isEqualTo("acme");

    JsonNode told = client.published("holdfast.facts", "account-merged");
    assertThat(told.path("mergedAccountId").asString()).isEqualTo("dupe");
    assertThat(told.path("accountId").asString()).isEqualTo("acme");
    JsonNode heir =
        Client.JSON.readTree(
            client
                .published(
                    "holdfast.facts",
                    1,
                    one ->
                        one.type().equals("ingestion.account-recorded.v1")
                            && one.key().endsWith("|acme")
                            && one.json().contains("Shoes")
                            && one.json().contains("cus_7"))
                .getLast()
                .json());
    assertThat(heir.path("name").asString()).isEqualTo("Acme");
    assertThat(heir.path("externalIds").path("stripe").asString()).isEqualTo("cus_7");
    assertThat(contacts("acme")).containsExactly("ann", "bob");
    assertThat(gone("/api/v1/accounts/dupe/contacts").path("accountId").asString())
        .isEqualTo("acme");

    track("{'messageId':'m1','userId':'u','event':'By id','context':{'groupId':'dupe'}}");
    client.track("/v1/group", key, "{\"userId\":\"v\",\"groupId\":\"dupe\"}").expectStatus().isOk();
    track("{'messageId':'m2','userId':'v','event':'By member'}");
    client.load("kind=tickets", "ticket_id,account_id,opened_at\nt-1,dupe,2026-01-05T10:00:00Z\n");
    client.load("kind=accounts", "account_id,name\ndupe,Acme of the import\n");
    assertThat(client.published("holdfast.usage", 2, _ -> true))
        .allSatisfy(use -> assertThat(use.key()).isEqualTo(client.tenant + "|acme"));
    assertThat(client.published("holdfast.facts", "ticket-recorded").path("accountId").asString())
        .isEqualTo("acme");
    assertThat(
            client
                .published("holdfast.facts", 1, one -> one.json().contains("Acme of the import"))
                .getFirst()
                .key())
        .isEqualTo(client.tenant + "|acme");
    assertThat(client.quarantine()).isEmpty();
  }

  @Test
  void aMergedAccountIsListedWithTheOneItIsNow() {
    merge("dupe", "third", 201);
    merge("acme", "dupe", 201);

    JsonNode list = Client.read(client.get("/api/v1/accounts/acme/merges").expectStatus().isOk());
    assertThat(list.path("items").values())
        .extracting(
            one -> one.path("from").asString() + " into " + one.path("accountId").asString())
        .containsExactly("dupe into acme", "third into dupe");
    gone("/api/v1/accounts/third/merges");
    client.get("/api/v1/accounts/nobody/merges").expectStatus().isNotFound();
  }

  @Test
  void theSameRequestMergesOnce() {
    for (int i = 0; i < 2; i++) {
      client
          .http
          .post()
          .uri("/api/v1/accounts/acme/merges")
          .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "imports:write"))
          .header("Idempotency-Key", "merge-" + client.tenant)
          .bodyValue(Map.of("from", "dupe"))
          .exchange()
          .expectStatus()
          .isCreated();
    }
    JsonNode deed =
        Client.JSON.readTree(
            client
                .published("holdfast.audit", 1, one -> one.json().contains("/merges"))
                .getFirst()
                .json());
    assertThat(deed.toString()).contains("\"dupe\"", "\"acme\"");
    assertThat(client.published("holdfast.facts", 1, MergedAccountsIT::isMerge)).hasSize(1);
  }

  @Test
  void whatMakesNoSenseIsRefusedAndChangesNothing() {
    assertThat(merge("acme", "acme", 422).path("code").asString()).isEqualTo("same_account");
    assertThat(merge("acme", "nobody", 422).path("code").asString()).isEqualTo("unknown_account");
    assertThat(merge("nobody", "acme", 404).path("code").asString()).isEqualTo("unknown_account");
    assertThat(merge("acme", "", 422).path("code").asString()).isEqualTo("missing_from");
    Client other = new Client(port);
    assertThat(
            Client.read(
                    other
                        .post("/api/v1/accounts/acme/merges", Map.of("from", "dupe"))
                        .expectStatus()
                        .isNotFound())
                .path("code")
                .asString())
        .isEqualTo("unknown_account");
    String partner =
        TestTokens.sign(
            TestTokens.claims(client.tenant, "imports:write", "accounts:read")
                .claim("accounts", List.of("acme", "dupe"))
                .build());
    client
        .http
        .post()
        .uri("/api/v1/accounts/acme/merges")
        .header("Authorization", "Bearer " + partner)
        .bodyValue(Map.of("from", "dupe"))
        .exchange()
        .expectStatus()
        .isForbidden();
    assertThat(contacts("dupe")).containsExactly("bob");

    merge("acme", "dupe", 201);
    JsonNode again = merge("third", "dupe", 409);
    assertThat(again.path("code").asString()).isEqualTo("account_merged");
    assertThat(again.path("accountId").asString()).isEqualTo("acme");
    assertThat(merge("dupe", "acme", 404).path("code").asString()).isEqualTo("account_merged");
    assertThat(client.published("holdfast.facts", 1, MergedAccountsIT::isMerge)).hasSize(1);
  }

  private static boolean isMerge(Received message) {
    return message.type().equals("ingestion.account-merged.v1");
  }

  private JsonNode merge(String into, String from, int status) {
    return Client.read(
        client
            .post("/api/v1/accounts/" + into + "/merges", Map.of("from", from, "reason", "typo"))
            .expectStatus()
            .isEqualTo(status));
  }

  private JsonNode gone(String uri) {
    JsonNode problem = Client.read(client.get(uri).expectStatus().isNotFound());
    assertThat(problem.path("code").asString()).isEqualTo("account_merged");
    return problem;
  }

  private List<String> contacts(String account) {
    JsonNode page =
        await()
            .until(
                () ->
                    Client.read(
                        client
                            .get("/api/v1/accounts/" + account + "/contacts")
                            .expectStatus()
                            .isOk()),
                view -> !view.path("items").isEmpty());
    return page.path("items").values().stream()
        .map(contact -> contact.path("contactId").asString())
        .toList();
  }

  private void track(String event) {
    client.track("/v1/track", key, event.replace('\'', '"')).expectStatus().isOk();
  }
}
