package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import io.holdfast.systemtests.WebhookReceiver.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * From an unmodified Segment SDK to an alert in the owner's mailbox and at a partner's endpoint.
 */
class RoadIT {
  private static final int PEOPLE = 40;
  private static final int STILL_SEEN = 9;
  private static final int WEEKS = 8;
  private static final String ACCOUNT = "northwind";
  private static final String OWNER = "ana.rivera@other.example";

  private final LocalPlatform platform = LocalPlatform.instance();
  private final Door door = Door.with(platform, platform.token("admin", "other"));
  private final AtomicInteger acknowledged = new AtomicInteger();

  @AfterEach
  void putTheClockBack() {
    platform.clock("now");
  }

  @Test
  void aDropInWeeklyActiveUsersReachesTheOwnerWithItsNumbers() {
    Imports.load(
        door,
        "accounts",
        "account_id,name,owner_email\n%s,Northwind Logistics,%s\n".formatted(ACCOUNT, OWNER));
    Analytics sdk = sdk(platform.writeKey("other"));
    try (WebhookReceiver receiver = new WebhookReceiver(platform.receiverPort())) {
      JsonNode channel = subscribe();

      Instant now = Instant.now();
      for (int day = WEEKS * 7 - 1; day >= 0; day--) {
        use(sdk, PEOPLE, now.minus(Duration.ofDays(day)));
      }
      awaitAcknowledged(sdk, WEEKS * 7 * PEOPLE);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(health().get("band").asString()).isEqualTo("healthy"));
      assertThat(signal(health(), "weekly_active_users").get("value").asDouble()).isEqualTo(PEOPLE);
      assertThat(receiver.deliveriesAbout(ACCOUNT)).isEmpty();

      for (int day = 1; day <= 7; day++) {
        platform.clock("+1d");
        use(sdk, STILL_SEEN, Instant.now().plus(Duration.ofDays(day)));
        awaitAcknowledged(sdk, WEEKS * 7 * PEOPLE + day * STILL_SEEN);
      }

      await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(
              () -> {
                assertThat(health().get("band").asString()).isNotEqualTo("healthy");
                assertThat(receiver.deliveriesAbout(ACCOUNT)).isNotEmpty();
                assertThat(platform.mail()).contains(OWNER);
              });
      Delivery delivery = receiver.deliveriesAbout(ACCOUNT).getFirst();
      delivery.verify(channel.get("secret").asString());
      assertThat(delivery.body())
          .contains("Northwind Logistics", "−78%")
          .containsPattern("\\b9\\b.*\\b40\\b");
      assertThat(alerts("voluntary")).hasSize(1);
      addsUp(health());
      door.delete("/api/v1/channels/" + channel.get("channelId").asString());
    }
    sdk.shutdown();
  }

  /** The parts add up exactly, as printed. */
  private static void addsUp(JsonNode health) {
    java.math.BigDecimal axes = java.math.BigDecimal.ZERO;
    for (JsonNode axis : health.get("axes")) {
      java.math.BigDecimal signals = java.math.BigDecimal.ZERO;
      for (JsonNode signal : axis.get("signals")) {
        signals = signals.add(signal.get("points").decimalValue());
      }
      assertThat(signals).isEqualByComparingTo(axis.get("points").decimalValue());
      axes = axes.add(signals);
    }
    assertThat(axes).isEqualByComparingTo(health.get("score").decimalValue());
  }

  private JsonNode subscribe() {
    return door.post(
            "/api/v1/channels",
            Map.of(
                "type", "webhook",
                "name", "partner",
                "url", "http://127.0.0.1:" + platform.receiverPort() + "/holdfast"))
        .expect(201)
        .json();
  }

  private Analytics sdk(String writeKey) {
    return Analytics.builder(writeKey)
        .endpoint(platform.gateway().toString())
        .flushInterval(1, TimeUnit.SECONDS)
        .callback(
            new Callback() {
              @Override
              public void success(Message message) {
                acknowledged.incrementAndGet();
              }

              @Override
              public void failure(Message message, Throwable failure) {
                throw new AssertionError(failure);
              }
            })
        .build();
  }

  private static void use(Analytics sdk, int people, Instant at) {
    for (int person = 0; person < people; person++) {
      sdk.enqueue(
          TrackMessage.builder("Report run")
              .userId("user-" + person)
              .timestamp(Date.from(at))
              .context(Map.of("groupId", ACCOUNT)));
    }
  }

  private void awaitAcknowledged(Analytics sdk, int events) {
    sdk.flush();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(acknowledged.get()).isEqualTo(events));
  }

  private JsonNode health() {
    return door.get("/api/v1/accounts/" + ACCOUNT + "/health").expect(200).json();
  }

  private List<JsonNode> alerts(String kind) {
    return door.get("/api/v1/alerts")
        .expect(200)
        .json()
        .get("items")
        .valueStream()
        .filter(alert -> alert.get("accountId").asString().equals(ACCOUNT))
        .filter(alert -> alert.get("kind").asString().equals(kind))
        .toList();
  }

  private static JsonNode signal(JsonNode health, String key) {
    return health
        .get("axes")
        .valueStream()
        .flatMap(axis -> axis.get("signals").valueStream())
        .filter(signal -> signal.get("key").asString().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
