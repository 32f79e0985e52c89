package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import io.holdfast.systemtests.WebhookReceiver.Delivery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * From an unmodified Segment SDK to an alert in the owner's mailbox and at a partner's endpoint.
 */
class RoadIT {
  private static final int PEOPLE = 40;
  private static final int STILL_SEEN = 9;
  private static final int WEEKS = 8;
  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final String ACCOUNT = "northwind";
  private static final String OWNER = "ana.rivera@other.example";

  private static LocalPlatform platform;
  private static Door door;

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    platform = LocalPlatform.empty("road");
    door = Door.with(platform, platform.token("admin", "other"));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void aDropInWeeklyActiveUsersReachesTheOwnerWithItsNumbers() {
    Imports.load(
        door,
        "accounts",
        "account_id,name,owner_email\n%s,Northwind Logistics,%s\n".formatted(ACCOUNT, OWNER));
    Analytics sdk = sdk(platform.writeKey("other"));
    try (WebhookReceiver receiver = new WebhookReceiver(platform.receiverPort())) {
      String secret = subscribe(receiver);
      Instant now = Instant.now();
      for (int day = WEEKS * 7 - 1; day >= 0; day--) {
        use(sdk, PEOPLE, now.minus(Duration.ofDays(day)));
      }
      awaitAcknowledged(sdk, WEEKS * 7 * PEOPLE);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(health().get("band").asString()).isEqualTo("healthy"));
      assertThat(signal(health(), "weekly_active_users").get("value").asDouble()).isEqualTo(PEOPLE);
      platform.awaitQuiet();
      assertThat(receiver.deliveriesAbout(ACCOUNT)).isEmpty();
      assertThat(platform.mail()).doesNotContain(OWNER);

      Instant moved = now;
      for (int day = 1; day <= 7; day++) {
        moved = moveClockByADay();
        use(sdk, STILL_SEEN, Instant.now().plus(Duration.ofDays(day)));
        awaitAcknowledged(sdk, WEEKS * 7 * PEOPLE + day * STILL_SEEN);
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(receiver.deliveriesAbout(ACCOUNT)).isNotEmpty();
                assertThat(platform.mail()).contains(OWNER);
              });

      Delivery delivery = receiver.deliveriesAbout(ACCOUNT).getFirst();
      delivery.verify(secret);
      assertTellsTheDrop(delivery.body());
      String mail = platform.mail("last");
      assertThat(mail).contains(OWNER);
      assertTellsTheDrop(mail);
      assertCameSoon("webhook", moved, delivery.at());
      assertCameSoon("mail", moved, caughtAt(mail));
      assertThat(health().get("band").asString()).isNotEqualTo("healthy");
      assertThat(signal(health(), "weekly_active_users").get("value").asDouble())
          .isEqualTo(STILL_SEEN);
      assertThat(signal(health(), "weekly_active_users").get("baseline").asDouble())
          .isEqualTo(PEOPLE);
      addsUp(health());
      platform.awaitQuiet();
      assertThat(alerts("voluntary")).hasSize(1);
    } finally {
      sdk.shutdown();
    }
  }

  /** All services look at the same clock, each a little later; says when it was moved. */
  private static Instant moveClockByADay() {
    Instant before = businessTime();
    platform.clock("+1d");
    Instant moved = Instant.now();
    await()
        .pollInterval(Duration.ofMillis(100))
        .until(() -> businessTime().isAfter(before.plus(Duration.ofHours(23))));
    return moved;
  }

  private static Instant businessTime() {
    return Instant.parse(health().get("knownAt").asString());
  }

  /** By when it came, not by when this test looked. */
  private static void assertCameSoon(String what, Instant moved, Instant came) {
    Duration took = Duration.between(moved, came);
    System.out.printf("the %s came %d ms after the seventh day%n", what, took.toMillis());
    assertThat(took).as("time until the " + what).isLessThanOrEqualTo(AT_MOST);
  }

  /** The command says when a mail was caught, in a line of its own. */
  private static Instant caughtAt(String mail) {
    return mail.lines()
        .filter(line -> line.startsWith("Caught:"))
        .map(line -> Instant.parse(line.substring("Caught:".length()).strip()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertTellsTheDrop(String message) {
    assertThat(message)
        .contains("Northwind Logistics", "−78%")
        .containsPattern("(?s)\\b9\\b.*\\b40\\b");
  }

  /** The parts add up exactly, as printed. */
  private static void addsUp(JsonNode health) {
    BigDecimal axes = BigDecimal.ZERO;
    for (JsonNode axis : health.get("axes")) {
      BigDecimal signals = BigDecimal.ZERO;
      for (JsonNode signal : axis.get("signals")) {
        signals = signals.add(signal.get("points").decimalValue());
      }
      assertThat(signals).isEqualByComparingTo(axis.get("points").decimalValue());
      axes = axes.add(signals);
    }
    assertThat(axes).isEqualByComparingTo(health.get("score").decimalValue());
  }

  /** Gives the secret that deliveries are signed with. */
  private static String subscribe(WebhookReceiver receiver) {
    return door.post(
            "/api/v1/channels", Map.of("type", "webhook", "name", "partner", "url", receiver.url()))
        .expect(201)
        .json()
        .get("secret")
        .asString();
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
                failures.add(failure);
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
    assertThat(failures).as("what the SDK gave up").isEmpty();
  }

  private static JsonNode health() {
    return door.get("/api/v1/accounts/" + ACCOUNT + "/health").expect(200).json();
  }

  private static List<JsonNode> alerts(String kind) {
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
