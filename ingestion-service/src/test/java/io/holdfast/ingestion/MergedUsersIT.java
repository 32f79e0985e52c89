package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Names that turn out to be one person's. */
@RealIngestion
class MergedUsersIT {
  @LocalServerPort int port;

  private Client client;
  private JsonNode source;

  @BeforeEach
  void account() {
    client = new Client(port);
    source = client.source("segment", "");
    client.account("acme");
  }

  @Test
  void useTellsTheNameItCameWithAndTheOthersAreToldWhoThatIs() {
    send("track", "{'anonymousId':'visitor','event':'E','context':{'groupId':'acme'}}");
    client.published("holdfast.usage", 1, _ -> true);
    send("identify", "{'anonymousId':'visitor','userId':'ann','context':{'groupId':'acme'}}");
    send("identify", "{'anonymousId':'visitor','userId':'ann','context':{'groupId':'acme'}}");
    merges(1); // what two users send comes in no order
    send("track", "{'anonymousId':'visitor','event':'E','context':{'groupId':'acme'}}");
    List<Received> uses = client.published("holdfast.usage", 2, _ -> true);
    send("alias", "{'previousId':'ann','userId':'ann.smith'}");

    assertThat(merges(2)).containsExactly("visitor is ann", "ann is ann.smith");
    assertThat(uses)
        .extracting(use -> Client.JSON.readTree(use.json()))
        .extracting(use -> use.path("userId").asString() + "/" + use.path("visitorId").asString(""))
        .containsExactly("visitor/", "ann/visitor");
  }

  @Test
  void useFindsItsAccountByWhomItsUserTurnedOutToBe() {
    send("track", "{'anonymousId':'visitor','event':'Waited'}");
    send("track", "{'userId':'old','event':'Waited'}");
    await().until(client::quarantine, held -> held.size() == 2);

    send("alias", "{'previousId':'visitor','userId':'old'}");
    send("alias", "{'previousId':'old','userId':'new'}");
    send("identify", "{'userId':'new','context':{'groupId':'acme'}}");

    assertThat(client.published("holdfast.usage", 2, _ -> true))
        .extracting(Received::key)
        .containsOnly(client.tenant + "|acme");
    await().until(client::quarantine, List::isEmpty);
    send("track", "{'anonymousId':'visitor','event':'At once'}");
    client.published("holdfast.usage", 1, use -> use.json().contains("At once"));
  }

  @Test
  void namesInACircleAreSaidToBeOnePersonAlready() {
    send("alias", "{'messageId':'m1','previousId':'a','userId':'b'}");
    merges(1);
    send("alias", "{'messageId':'m2','previousId':'b','userId':'a'}");
    send("alias", "{'messageId':'m3','previousId':'c','userId':'c'}");
    merges(2);
    send("track", "{'messageId':'m4','userId':'a','event':'Waits'}");

    await()
        .untilAsserted(
            () ->
                assertThat(events())
                    .containsExactlyInAnyOrder(
                        "m1 accepted -",
                        "m2 duplicate already_one_person",
                        "m3 duplicate already_one_person",
                        "m4 waiting no_account"));
    send("identify", "{'userId':'b','context':{'groupId':'acme'}}");
    client.published("holdfast.usage", 1, use -> use.json().contains("Waits"));
  }

  @Test
  void namesOfAnotherTenantAreOtherPeople() {
    Client other = new Client(port);
    other.account("acme");
    String key = other.source("segment", "").path("writeKey").asString();
    send("alias", "{'previousId':'visitor','userId':'ann'}");
    send("identify", "{'userId':'ann','context':{'groupId':'acme'}}");
    merges(1);

    other
        .track("/v1/track", key, "{\"anonymousId\":\"visitor\",\"event\":\"E\"}")
        .expectStatus()
        .isOk();

    await().until(other::quarantine, held -> held.size() == 1);
  }

  @Test
  void aServiceThatAsksIsToldAgainWhoIsWho() {
    send("alias", "{'previousId':'visitor','userId':'ann'}");
    merges(1); // what two users send comes in no order
    send("alias", "{'previousId':'ann','userId':'ann.smith'}");
    List<String> told = merges(2);

    TestKafka.send(
        "holdfast.rebuild-requests",
        client.tenant,
        TestKafka.headers(client.tenant, null, "scoring.rebuild-asked.v1", Instant.now()),
        "{\"service\":\"scoring\",\"generation\":2}");

    List<Received> again =
        client.published(
            "holdfast.rebuild", 2, one -> one.type().equals("ingestion.user-merged.v1"));
    assertThat(again.stream().map(MergedUsersIT::text).toList()).isEqualTo(told);
    assertThat(again)
        .allSatisfy(one -> assertThat(one.headers()).containsEntry("ce_origin", "holdfast.facts"));
  }

  private List<String> merges(int count) {
    return client
        .published("holdfast.facts", count, one -> one.type().equals("ingestion.user-merged.v1"))
        .stream()
        .map(MergedUsersIT::text)
        .toList();
  }

  private static String text(Received merge) {
    JsonNode body = Client.JSON.readTree(merge.json());
    return body.path("previousId").asString() + " is " + body.path("userId").asString();
  }

  private List<String> events() {
    JsonNode view =
        Client.read(
            client
                .get("/api/v1/sources/" + source.path("sourceId").asString() + "/events?limit=200")
                .expectStatus()
                .isOk());
    return view.path("items").values().stream()
        .map(
            event ->
                "%s %s %s"
                    .formatted(
                        event.path("messageId").asString(),
                        event.path("verdict").asString(),
                        event.hasNonNull("reason") ? event.path("reason").asString() : "-"))
        .toList();
  }

  private void send(String call, String json) {
    client
        .track("/v1/" + call, source.path("writeKey").asString(), json.replace('\'', '"'))
        .expectStatus()
        .isOk();
  }
}
