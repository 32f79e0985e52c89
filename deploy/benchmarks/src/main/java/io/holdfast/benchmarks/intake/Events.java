package io.holdfast.benchmarks.intake;

import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.load.Load;
import io.holdfast.benchmarks.load.PreparedRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** What an SDK sends: events of 40 people of one account, each with a message id of its own. */
final class Events {
  private static final int PEOPLE = 40;

  private Events() {}

  static PreparedRequest batch(Platform platform, URI door, int size)
      throws IOException, InterruptedException {
    StringBuilder batch = new StringBuilder("{\"batch\":[");
    for (int i = 0; i < size; i++) {
      batch.append(i == 0 ? "" : ",").append(event(i));
    }
    batch.append("]}");
    return PreparedRequest.post(door.resolve("/v1/batch"), key(platform), batch.toString());
  }

  static PreparedRequest single(Platform platform, URI door)
      throws IOException, InterruptedException {
    return call(platform, door, "/v1/track", event(1));
  }

  static PreparedRequest call(Platform platform, URI door, String path, String body)
      throws IOException, InterruptedException {
    return PreparedRequest.post(door.resolve(path), key(platform), body);
  }

  /** Events of an account nobody has told of would wait; theirs is known. */
  static void introduceAccount(Platform platform) throws IOException, InterruptedException {
    URI door = platform.part("ingestion");
    String group =
        "{\"type\":\"group\",\"userId\":\"user-1\",\"groupId\":\"bench-account\",\"traits\":{\"name\":\"Bench\"}}";
    try (Load load = new Load(door, 1, call(platform, door, "/v1/group", group))) {
      load.asFastAsAnswered(Duration.ofMillis(50)).whole();
    }
  }

  /** One event as it is sent. */
  static String event(int number) {
    return """
    {"type":"track","messageId":"bench-%s","userId":"user-%d","event":"Report Exported",\
    "timestamp":"%s","context":{"groupId":"bench-account","library":{"name":"analytics-java","version":"3.5.4"},\
    "userAgent":"Mozilla/5.0 (X11; Linux x86_64)"},"properties":{"format":"pdf","pages":12,"report":"Quarterly usage",\
    "filters":["region","plan"],"durationMs":1840}}\
    """
        .formatted(PreparedRequest.NUMBER, number % PEOPLE, java.time.Instant.now());
  }

  private static Map<String, String> key(Platform platform)
      throws IOException, InterruptedException {
    String pair = platform.writeKey() + ":";
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
  }
}
