package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@RealIngestion
class StripeIT {
  private static final String SECRET = "whsec_test";
  @LocalServerPort int port;
  @Autowired MovableClock clock;
  private Client client;
  private String sourceId;

  @BeforeEach
  void source() {
    client = new Client(port);
    sourceId = client.source("stripe", SECRET).path("sourceId").asString();
  }

  @AfterEach
  void clock() {
    clock.reset();
  }

  @Test
  void aFailedPaymentOfAKnownCustomerIsAnInvoiceAndAFact() {
    client.load("kind=accounts", "account_id,name,external_ids\nacme,Acme,stripe=cus_1\n");
    deliver(invoice("evt_1", "invoice.payment_failed", 1, "cus_1"), Instant.now())
        .expectStatus()
        .isOk();
    deliver(invoice("evt_1", "invoice.payment_failed", 1, "cus_1"), Instant.now())
        .expectStatus()
        .isOk();
    deliver(invoice("evt_2", "invoice.paid", 2, "cus_1"), Instant.now()).expectStatus().isOk();
    JsonNode failed =
        Client.JSON.readTree(
            client
                .published("holdfast.facts", 1, message -> message.json().contains("charge_failed"))
                .getFirst()
                .json());
    assertThat(failed.path("accountId").asString()).isEqualTo("acme");
    assertThat(failed.path("value").asString()).isEqualTo("20");
    assertThat(failed.path("unit").asString()).isEqualTo("USD");
    client.published("holdfast.facts", 1, message -> message.json().contains("payment_recovered"));
    client.published(
        "holdfast.facts", 1, message -> message.json().contains("\"status\":\"paid\""));
  }

  @Test
  void anEventOfAnUnknownCustomerEntersWhenAnAccountCarriesItsId() {
    deliver(invoice("evt_9", "invoice.payment_failed", 1, "cus_9"), Instant.now())
        .expectStatus()
        .isOk();
    await().until(client::quarantine, waiting -> waiting.size() == 2);
    client.load("kind=accounts", "account_id,name,external_ids\nnine,Nine,stripe=cus_9\n");
    assertThat(client.published("holdfast.facts", "fact-recorded").path("accountId").asString())
        .isEqualTo("nine");
    await().until(client::quarantine, List::isEmpty);
  }

  @Test
  void aSubscriptionThatCannotBeReadStandsInTheQuarantineUntilItsEventsCanBe() {
    client.load("kind=accounts", "account_id,name,external_ids\nfive,Five,stripe=cus_5\n");
    deliver(subscription("evt_51", "fortnight", 1), Instant.now()).expectStatus().isOk();
    JsonNode held = await().until(this::held, items -> items.size() == 1).getFirst();
    assertThat(held.path("reason").asString()).isEqualTo("unreadable_object");
    assertThat(held.path("kind").asString()).isEqualTo("subscriptions");
    assertThat(held.path("key").asString()).isEqualTo("stripe:sub_5");
    assertThat(held.path("detail").asString())
        .contains("evt_51", "items.data[0].price.recurring.interval is 'fortnight'");
    assertThat(replay(held)).isEqualTo("waiting");
    assertThat(held().getFirst().path("id")).isEqualTo(held.path("id"));

    deliver(subscription("evt_52", "month", 2), Instant.now()).expectStatus().isOk();
    JsonNode phase = client.published("holdfast.facts", "subscription-phase-recorded");
    assertThat(phase.path("amount").asString()).isEqualTo("15");
    assertThat(phase.path("accountId").asString()).isEqualTo("five");
    assertThat(held()).hasSize(1);
  }

  @Test
  void anEventAheadOfItsTimeEntersByReplayOnceItHasCome() {
    client.load("kind=accounts", "account_id,name,external_ids\nfive,Five,stripe=cus_5\n");
    deliver(subscription("evt_53", "month", 700), Instant.now()).expectStatus().isOk();
    JsonNode held = await().until(this::held, items -> items.size() == 1).getFirst();
    assertThat(held.path("reason").asString()).isEqualTo("future_timestamp");
    assertThat(replay(held)).isEqualTo("waiting");
    clock.advance(Duration.ofHours(1));
    assertThat(replay(held)).isEqualTo("accepted");
    assertThat(held()).isEmpty();
    client.published("holdfast.facts", "subscription-phase-recorded");
  }

  @Test
  void whatNamesNoCustomerIsNobodys() {
    deliver(
            invoice("evt_61", "invoice.paid", 1, "cus_6").replace("\"cus_6\"", "null"),
            Instant.now())
        .expectStatus()
        .isOk();
    await().until(this::held, items -> items.size() == 1);
    client.load(
        "kind=accounts", "account_id,name,external_ids\nall,All,stripe=unnamed\nsix,Six,\n");
    deliver(invoice("evt_62", "invoice.paid", 1, "unnamed"), Instant.now()).expectStatus().isOk();
    client.published("holdfast.facts", 1, message -> message.json().contains("in_unnamed"));
    assertThat(held().getFirst().path("awaits").path(0).asString()).isEqualTo("external:stripe=");
  }

  private List<JsonNode> held() {
    return client.quarantine();
  }

  private String replay(JsonNode held) {
    return Client.read(
            client
                .post("/api/v1/quarantine/" + held.path("id").asString() + "/replay", "")
                .expectStatus()
                .isOk())
        .path("state")
        .asString();
  }

  @Test
  void refusesForgedStaleAndUnsignedDeliveries() {
    String body = invoice("evt_1", "invoice.paid", 1, "cus_1");
    client
        .http
        .post()
        .uri("/webhooks/stripe/" + sourceId)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isUnauthorized();
    deliver(body, Instant.now().minusSeconds(400)).expectStatus().isUnauthorized();
    client
        .http
        .post()
        .uri("/webhooks/stripe/" + sourceId)
        .header("Stripe-Signature", "t=" + Instant.now().getEpochSecond() + ",v1=00")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isUnauthorized();
    deliver("{}", Instant.now()).expectStatus().isBadRequest();
    deliver(
            "{\"id\":\"evt_x\",\"type\":\"coupon.created\",\"created\":1,\"data\":{\"object\":{}}}",
            Instant.now())
        .expectStatus()
        .isOk();
  }

  private WebTestClient.ResponseSpec deliver(String body, Instant at) {
    long t = at.getEpochSecond();
    return client
        .http
        .post()
        .uri("/webhooks/stripe/" + sourceId)
        .header(
            "Stripe-Signature",
            "t="
                + t
                + ",v0=zz,v1="
                + hmac("whsec_old", t + "." + body)
                + ",v1="
                + hmac(SECRET, t + "." + body))
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange();
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String invoice(String eventId, String type, int attempt, String customer) {
    return """
    {"id":"%s","object":"event","type":"%s","created":%d,"data":{"object":{"id":"in_%s","object":"invoice",
     "amount_due":2000,"currency":"usd","customer":"%s","attempt_count":%d,"status":"open","created":1760000000}}}
    """
        .formatted(
            eventId,
            type,
            Instant.now().getEpochSecond() - 100 + attempt,
            customer,
            customer,
            attempt);
  }

  private static String subscription(String eventId, String interval, int after) {
    return """
    {"id":"%s","object":"event","type":"customer.subscription.updated","created":%d,"data":{"object":{"id":"sub_5",
     "object":"subscription","customer":"cus_5","status":"active","start_date":1760000000,"items":{"data":[{
       "quantity":1,"price":{"id":"price_5","currency":"usd","unit_amount":1500,
         "recurring":{"interval":"%s","interval_count":1,"usage_type":"licensed"}}}]}}}}
    """
        .formatted(eventId, Instant.now().getEpochSecond() - 100 + after, interval);
  }
}
