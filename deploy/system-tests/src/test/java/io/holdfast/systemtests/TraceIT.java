package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.WebhookReceiver.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One trace from a request to what it causes: in the log of every part it passes, and outside. */
class TraceIT {
  private static final String ACCOUNT = "traced";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final LocalPlatform platform = LocalPlatform.instance();
  private final String token = platform.token("admin", "other");
  private final Door door = Door.with(platform, token);

  @Test
  void aFactAndTheMessageItCausesAreOneTrace() {
    Imports.load(
        door, "accounts", "account_id,name,owner_email\ntraced,Traced,owner@other.example\n");
    String trace = newTrace();
    try (WebhookReceiver receiver = new WebhookReceiver(platform.receiverPort())) {
      JsonNode channel =
          door.post(
                  "/api/v1/channels",
                  Map.of("type", "webhook", "name", "traced", "url", receiver.url()))
              .expect(201)
              .json();
      Door.withHeaders(
              platform,
              Map.of("Authorization", "Bearer " + token, "traceparent", traceparent(trace)))
          .post(
              "/api/v1/facts",
              Map.of(
                  "factId",
                  "fact-" + trace,
                  "accountId",
                  ACCOUNT,
                  "type",
                  "charge_failed",
                  "happenedAt",
                  Instant.now().toString(),
                  "value",
                  "100",
                  "unit",
                  "USD",
                  "text",
                  "invoice-" + trace))
          .expect(202);
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(receiver.deliveriesAbout(ACCOUNT)).isNotEmpty());
      Delivery delivery = receiver.deliveriesAbout(ACCOUNT).getFirst();
      assertThat(delivery.headers().get("traceparent"))
          .singleElement()
          .asString()
          .startsWith("00-" + trace + "-");
      assertLogged(trace, "gateway", "POST /api/v1/facts answered 202");
      assertLogged(trace, "ingestion", "POST /api/v1/facts answered 202");
      assertLogged(trace, "notification", "webhook");
      assertLogged(trace, "notification", "email");
      door.delete("/api/v1/channels/" + channel.get("channelId").asString()).expect(204);
    }
  }

  @Test
  void eventsAndTheBandTheyLeadToAreOneTrace() {
    String account = "traced-use";
    Imports.load(door, "accounts", "account_id,name\n" + account + ",Traced use\n");
    platform.awaitQuiet(); // else the account is still to be judged because it was imported
    String trace = newTrace();
    Door.withHeaders(platform, Map.of("traceparent", traceparent(trace)))
        .post(
            "/v1/batch",
            Map.of("writeKey", platform.writeKey("other"), "batch", nineWeeksOfUse(account)))
        .expect(200);
    assertLogged(trace, "scoring", "account " + account + " of other:");
  }

  @Test
  void eventsThatAreRefusedAreToldOfUnderTheirTrace() {
    String trace = newTrace();
    Door.withHeaders(platform, Map.of("traceparent", traceparent(trace)))
        .post("/v1/batch", Map.of("writeKey", "nobody's", "batch", List.of()))
        .expect(401);
    assertLogged(trace, "gateway", "POST /v1/batch answered 401");
    assertLogged(trace, "ingestion", "POST /v1/{call} answered 401");
  }

  private static List<Map<String, Object>> nineWeeksOfUse(String account) {
    List<Map<String, Object>> events = new ArrayList<>();
    Instant now = Instant.now();
    for (int day = 0; day < 63; day++) {
      for (int person = 0; person < 3; person++) {
        events.add(
            Map.of(
                "type",
                "track",
                "messageId",
                UUID.randomUUID().toString(),
                "event",
                "Report run",
                "userId",
                "traced-" + person,
                "timestamp",
                now.minus(Duration.ofDays(day)).toString(),
                "context",
                Map.of("groupId", account)));
      }
    }
    return events;
  }

  /** The part has written a line with these words under the trace. */
  private void assertLogged(String trace, String part, String words) {
    Path log = platform.log(part);
    await(part + " logs '" + words + "' under the trace " + trace)
        .atMost(SOON)
        .until(() -> linesOf(log, trace).anyMatch(line -> message(line).contains(words)));
  }

  private static Stream<String> linesOf(Path log, String trace) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(trace));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String message(String line) {
    return Door.JSON.readTree(line).path("message").asString();
  }

  private static String newTrace() {
    UUID random = UUID.randomUUID();
    return HexFormat.of().toHexDigits(random.getMostSignificantBits())
        + HexFormat.of().toHexDigits(random.getLeastSignificantBits());
  }

  private static String traceparent(String trace) {
    return "00-" + trace + "-00f067aa0ba902b7-01";
  }
}
