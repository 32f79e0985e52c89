package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealIngestion
class ImportsIT {
  @LocalServerPort int port;
  private Client client;
  private static final Map<String, String> FILES =
      Map.of(
          "contacts",
              "contact_id,account_id,name,email,role,department,active,left_on\n"
                  + "c1,acme,Ann,ann@acme.example,champion,Supply chain,yes,\n",
          "subscriptions",
              "subscription_id,account_id,starts_on,amount,currency,interval,seats\n"
                  + "s1,acme,2025-01-01,12000,usd,year,50\n",
          "invoices",
              "invoice_id,account_id,issued_on,amount,currency,due_on,status\n"
                  + "i1,acme,2025-01-01,1249.50,EUR,2025-02-01,open\n",
          "tickets", "ticket_id,account_id,opened_at,severity\nt1,acme,2025-01-01 10:00:00,High\n",
          "surveys",
              "response_id,account_id,kind,score,answered_at,contact_id\n"
                  + "r1,acme,nps,9,2025-01-01,c1\n",
          "meetings",
              "meeting_id,account_id,held_at,kind,attendees\n"
                  + "m1,acme,2025-01-01T10:00:00Z,business review,4\n",
          "outcomes", "account_id,kind,happened_on,reason\nacme,renewed,2025-01-01,\n",
          "facts",
              "fact_id,account_id,type,happened_at,value,unit\n"
                  + "f1,acme,csm_pulse,2025-01-01,3.5,points\n",
          "rates", "date,base,quote,rate\n2025-01-01,EUR,USD,1.0853\n");
  private static final Map<String, String> TYPES =
      Map.of(
          "contacts", "contact-recorded",
          "subscriptions", "subscription-phase-recorded",
          "invoices", "invoice-recorded",
          "tickets", "ticket-recorded",
          "surveys", "survey-answered",
          "meetings", "meeting-held",
          "outcomes", "outcome-recorded",
          "facts", "fact-recorded",
          "rates", "exchange-rate-recorded");

  @BeforeEach
  void tenant() {
    client = new Client(port);
  }

  @Test
  void everyKindIsPublishedAsItsContractSaysAndTheSecondTimeChangesNothing() {
    client.account("acme");
    FILES.forEach(
        (kind, file) -> {
          JsonNode first = client.load("kind=" + kind, file);
          assertThat(first.path("accepted").asInt()).as(kind + first).isEqualTo(1);
          JsonNode again = client.load("kind=" + kind, file);
          assertThat(again.path("duplicate").asInt()).as(kind + again).isEqualTo(1);
          assertThat(
                  client.published("holdfast.facts", TYPES.get(kind)).path("assumed").asBoolean())
              .isFalse();
        });
    assertThat(client.published("holdfast.facts", "contact-recorded").toString())
        .contains("\"department\":\"Supply chain\"")
        .doesNotContain("ann@");
    JsonNode tenant = client.published("holdfast.tenants", "tenant-changed");
    assertThat(tenant.path("currency").asString()).isEqualTo("USD");
  }

  @Test
  void otherContentUnderTheSameKeyIsACorrection() {
    client.account("acme");
    client.load(
        "kind=invoices",
        "invoice_id,account_id,issued_on,amount,currency\ni1,acme,2025-01-01,10,EUR\n");
    JsonNode corrected =
        client.load(
            "kind=invoices",
            "invoice_id,account_id,issued_on,amount,currency\ni1,acme,2025-01-01,11,EUR\n");
    assertThat(corrected.path("accepted").asInt()).isEqualTo(1);
    assertThat(
            client
                .published("holdfast.facts", 2, message -> message.type().contains("invoice"))
                .getLast()
                .json())
        .contains("\"amount\":\"11\"");
  }

  @Test
  void usageIsCountedOnceAndWaitsForItsAccount() {
    client.account("acme");
    String file =
        """
        event_id,account_id,event,occurred_at,user_id,count
        e1,acme,Login,2025-01-01T10:00:00Z,u1,3
        e1,acme,Login,2025-01-01T10:00:00Z,u1,3
        e2,later,Login,2025-01-01T10:00:00Z,,1
        e3,acme,Login,soon,,1
        """;
    JsonNode view = client.load("kind=usage", file);
    assertThat(view.path("read").asInt()).isEqualTo(4);
    assertThat(view.path("accepted").asInt()).isEqualTo(1);
    assertThat(view.path("duplicate").asInt()).isEqualTo(1);
    assertThat(view.path("waiting").asInt()).isEqualTo(1);
    assertThat(view.path("rejected").asInt()).isEqualTo(1);
    assertThat(client.errors(view).lines())
        .containsExactly(
            "line,column,code,message",
            "4,account_id,unknown_account,account:later is not known; the line waits and enters"
                + " when it appears",
            "5,occurred_at,invalid_time,occurred_at is 'soon'; it must be like"
                + " 2025-01-31T12:00:00Z");
    client.account("later");
    client.published("holdfast.usage", 2, _ -> true);
    JsonNode entered =
        await()
            .until(
                () ->
                    Client.read(client.get("/api/v1/imports/" + view.path("importId").asString())),
                now -> now.path("waiting").asInt() == 0);
    assertThat(entered.path("accepted").asInt()).isEqualTo(2);
    assertThat(client.errors(view)).doesNotContain("later");
  }

  @Test
  void aLineThatIsCorrectedAndSentAgainWaitsNoLonger() {
    client.account("acme");
    String file = "event_id,account_id,event,occurred_at\ne1,%s,Login,2025-01-01\n";
    JsonNode mistaken = client.load("kind=usage", file.formatted("amce"));
    assertThat(mistaken.path("waiting").asInt()).isEqualTo(1);
    JsonNode corrected = client.load("kind=usage", file.formatted("acme"));
    assertThat(corrected.path("accepted").asInt()).isEqualTo(1);
    assertThat(client.quarantine()).isEmpty();
    JsonNode now =
        Client.read(client.get("/api/v1/imports/" + mistaken.path("importId").asString()));
    assertThat(now.path("waiting").asInt()).isZero();
    assertThat(now.path("read").asInt()).isEqualTo(1);
  }

  @Test
  void aFileThatKnowsOnlySubscriptionsFindsTheAccountThroughThem() {
    client.account("acme");
    client.load("kind=subscriptions", FILES.get("subscriptions"));
    String mapping =
        """
        {"columns":{"usage_id":"event_id","usage_date":"occurred_at","feature_name":"event","usage_count":"count"},
         "account":{"via":"subscription_id"}}
        """;
    JsonNode view =
        client.load(
            "kind=usage&mapping=" + URLEncoder.encode(mapping, StandardCharsets.UTF_8),
            "usage_id,subscription_id,usage_date,feature_name,usage_count,is_beta\n"
                + "U-1,s1,2025-03-01,feature_20,9,False\n");
    assertThat(view.path("accepted").asInt()).as(view.toString()).isEqualTo(1);
    assertThat(view.path("warnings").path(0).asString()).contains("is_beta");
    assertThat(client.published("holdfast.usage", "usage-recorded").path("count").asInt())
        .isEqualTo(9);
  }

  @Test
  void historyLoadedAsRecordedSaysThatItsKnowledgeIsAssumed() {
    client.account("acme");
    client.load("kind=tickets&knowledge=as-recorded", FILES.get("tickets"));
    JsonNode ticket = client.published("holdfast.facts", "ticket-recorded");
    assertThat(ticket.path("assumed").asBoolean()).isTrue();
    assertThat(ticket.hasNonNull("recordedAt")).isFalse();
    assertThat(ticket.path("openedAt").asString()).isEqualTo("2025-01-01T10:00:00Z");
  }

  @Test
  void aFileWithTwoRecordedStatesOfOneKeyChangesNothingTheSecondTime() {
    client.account("acme");
    String file =
        """
        invoice_id,account_id,issued_on,amount,currency,status,recorded_at
        i9,acme,2025-01-01,10,EUR,open,2025-01-01T00:00:00Z
        i9,acme,2025-01-01,10,EUR,paid,2025-02-01T00:00:00Z
        """;
    JsonNode first = client.load("kind=invoices&knowledge=as-recorded", file);
    assertThat(first.path("accepted").asInt()).isEqualTo(2);
    JsonNode again = client.load("kind=invoices&knowledge=as-recorded", file);
    assertThat(again.path("duplicate").asInt()).isEqualTo(2);
  }

  @Test
  void asRecordedNeedsTheScopeForHistory() {
    client
        .http
        .post()
        .uri("/api/v1/imports?kind=tickets&knowledge=as-recorded")
        .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "imports:write"))
        .bodyValue("x")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void aRowIsTakenBackByItsStatusVoid() {
    client.account("acme");
    String row =
        "subscription_id,account_id,starts_on,amount,currency,interval,status\n"
            + "s1,acme,2025-01-01,10,USD,month,";
    client.load("kind=subscriptions", row + "active\n");
    client.load("kind=subscriptions", row + "void\n");
    assertThat(
            client
                .published("holdfast.facts", 2, message -> message.type().contains("subscription"))
                .getLast()
                .json())
        .contains("\"status\":\"void\"");
  }

  @Test
  void anIdElsewhereBelongsToTheAccountThatCameToStateItLast() {
    String header = "account_id,name,external_ids\n";
    String first = header + "b1,B,stripe=cus_1\n";
    client.load("kind=accounts", first);
    JsonNode newcomer = client.load("kind=accounts", header + "b2,B too,stripe=cus_1\n");
    assertThat(newcomer.path("accepted").asInt()).as(newcomer.toString()).isEqualTo(1);
    List<Received> told =
        client.published("holdfast.facts", 3, message -> message.json().contains("\"b"));
    assertThat(told.getLast().json() + told.get(1).json()).contains("cus_1", "\"externalIds\":{}");
    JsonNode again = client.load("kind=accounts", first);
    assertThat(again.path("duplicate").asInt()).as(again.toString()).isEqualTo(1);
  }

  @Test
  void manyFilesMayStateAnIdAtOnce() {
    List<CompletableFuture<JsonNode>> files =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            client.load(
                                "kind=accounts",
                                "account_id,name,external_ids\nb%d,B,stripe=cus_1\nc,C,\n"
                                    .formatted(i))))
            .toList();
    assertThat(files.stream().map(file -> file.join().path("state").asString()))
        .containsOnly("completed");
    assertThat(files.stream().map(file -> file.join().path("rejected").asInt())).containsOnly(0);
  }

  @Test
  void anotherTenantSeesNothing() {
    client.account("acme");
    Client other = new Client(port);
    other.get("/api/v1/accounts/acme/contacts").expectStatus().isNotFound();
    assertThat(Client.read(other.get("/api/v1/imports")).path("items").size()).isZero();
    assertThat(Client.read(client.get("/api/v1/imports")).path("items").size()).isEqualTo(1);
  }
}
