package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A failed payment at Stripe becomes an alert about involuntary churn. */
class StripeIT {
  private static final String SIGNING_SECRET = "whsec_system_test_0123456789abcdef";

  private final LocalPlatform platform = LocalPlatform.instance();
  private final Door door = Door.with(platform, platform.token("admin", "other"));

  @Test
  void aFailedPaymentRaisesTheInvoluntaryAlertOfItsAccount() throws IOException {
    ObjectNode event = failedPayment();
    String customer = event.at("/data/object/customer").asString();
    Imports.load(
        door,
        "accounts",
        "account_id,name,owner_email,external_ids\nstripe-acme,Acme,owner@other.example,stripe=%s\n"
            .formatted(customer));
    JsonNode source =
        door.post(
                "/api/v1/sources",
                Map.of("kind", "stripe", "name", "billing", "signingSecret", SIGNING_SECRET))
            .expect(201)
            .json();
    String path = "/webhooks/stripe/" + source.get("sourceId").asString();
    String body = event.toString();

    Door partner = Door.closed(platform);
    for (String forged : List.of("t=1,v1=00", signature(body + " "), stale(body))) {
      partner
          .postText(path, "application/json", body, Map.of("Stripe-Signature", forged))
          .expectProblem(401);
    }
    partner.postText(path, "application/json", body, Map.of()).expectProblem(401);
    assertThat(
            partner
                .postText(
                    path, "application/json", body, Map.of("Stripe-Signature", signature(body)))
                .status())
        .isBetween(200, 202);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(alerts())
                    .extracting(alert -> alert.get("kind").asString())
                    .containsExactly("involuntary"));

    partner.postText(path, "application/json", body, Map.of("Stripe-Signature", signature(body)));
    platform.awaitQuiet();
    assertThat(alerts()).hasSize(1);
  }

  private List<JsonNode> alerts() {
    return door.get("/api/v1/alerts?limit=200")
        .expect(200)
        .json()
        .get("items")
        .valueStream()
        .filter(alert -> alert.get("accountId").asString().equals("stripe-acme"))
        .toList();
  }

  /** Stripe's own sample, dated now. */
  private ObjectNode failedPayment() throws IOException {
    Path sample = SharedData.of(platform, "stripe/webhook_fixtures/invoice.payment_failed.json");
    ObjectNode event = (ObjectNode) Door.JSON.readTree(Files.readString(sample));
    long now = Instant.now().getEpochSecond();
    event.put("id", "evt_" + UUID.randomUUID().toString().replace("-", ""));
    event.put("created", now);
    ((ObjectNode) event.at("/data/object")).put("created", now);
    return event;
  }

  private static String signature(String body) {
    return signature(body, Instant.now());
  }

  /** Genuine, but of ten minutes ago: somebody plays it back. */
  private static String stale(String body) {
    return signature(body, Instant.now().minusSeconds(600));
  }

  private static String signature(String body, Instant at) {
    long now = at.getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + now + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
